/**
 * Not a test: draws docs/screenshots/web-*.png anew, for a person to look at.
 * SCREENSHOTS=1 npx vitest run tests/program/web/screenshots.test.ts
 */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DESKTOP, NO_BROWSER, ON_A_PHONE } from "./browser.js";
import { usePage } from "./use-page.js";

const FOLDER = join(import.meta.dirname, "../../../docs/screenshots");
const MOST_BYTES = 200_000;
const REASON = process.env.SCREENSHOTS ? NO_BROWSER : "drawn only with SCREENSHOTS=1";

describe.skipIf(REASON)(`screenshots ${REASON ?? ""}`, () => {
  const { open } = usePage();
  const devices = { phone: ON_A_PHONE, desktop: { viewport: DESKTOP } };

  for (const [device, options] of Object.entries(devices)) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`${device}, ${colorScheme}`, async () => {
        const { page, reader } = await open("/", { ...options, colorScheme });
        if (colorScheme === "light") {
          await reader.ask("comedias españolas de los 90");
        } else {
          await reader.ask("/recomendar el padrino");
        }
        if (device === "desktop") await reader.input.focus();
        mkdirSync(FOLDER, { recursive: true });
        const path = join(FOLDER, `web-${device}-${colorScheme}.png`);
        await page.screenshot({ path });
        expect(statSync(path).size).toBeLessThan(MOST_BYTES);
      });
    }
  }
});
