/** axe-core in both themes, on a phone and at a desk, over everything the page can show. */
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, it } from "vitest";
import { issues } from "./axe.js";
import { DESKTOP, NO_BROWSER, ON_A_PHONE } from "./browser.js";
import { usePage } from "./use-page.js";

describe.skipIf(NO_BROWSER)(`accessibility ${NO_BROWSER ?? ""}`, () => {
  const { open } = usePage();
  const places: readonly (readonly [string, BrowserContextOptions])[] = [
    ["390 px", ON_A_PHONE],
    ["1280 px", { viewport: DESKTOP }],
  ];

  it.each(places)("has no serious issue at %s, light and dark", async (_, options) => {
    const { page, reader } = await open("/", { ...options, colorScheme: "light" });
    const expectNone = async (shown: string) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await issues(page), `${shown}, ${colorScheme}`).toEqual([]);
      }
    };
    await page.locator(".chip").first().waitFor();
    await page.getByText("Cómo añadirlo a Discord o Telegram").click();
    await expectNone("greeting");
    await reader.input.focus();
    await reader.type("votos toy", "Toy Story (1995)");
    await reader.input.press("ArrowDown");
    await expectNone("suggestions");
    for (const line of ["votos cinderella", "director spielberg", "votso titanic", "pelicula el padrino"]) {
      await reader.ask(line);
    }
    await reader.last.getByText("Más datos", { exact: true }).click();
    await reader.ask("ayuda");
    await expectNone("answers");
  });

  it("would tell a serious issue", async () => {
    const { page } = await open();
    await page.evaluate("document.querySelector('#q').removeAttribute('aria-controls')");
    await page.evaluate("document.querySelector('label[for=q]').remove()");
    await page.evaluate("document.querySelector('#q').removeAttribute('placeholder')");
    expect((await issues(page)).length).toBeGreaterThan(0);
  });

  it("can be used by keyboard alone, in the order of the page", async () => {
    const { page, reader } = await open();
    await page.locator(".pick").first().waitFor();
    await page.locator(".skip").focus();
    const order = ["skip"];
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const at = await reader.focused();
      if (order.at(-1) !== at) order.push(at);
      if (at === "send") break;
    }
    expect(order).toEqual([
      "skip",
      "home",
      "discover",
      "language",
      "theme",
      "pick",
      "chip",
      "tag",
      "SUMMARY",
      "slash",
      "q",
      "send",
    ]);
  });

  it("hides nothing that is reached by Tab", async () => {
    const { page, reader } = await open("/?q=director+spielberg");
    await reader.answered(1);
    await reader.ask("ayuda");
    await page.locator(".skip").focus();
    const composer = (await page.locator("#composer").boundingBox())?.y ?? 0;
    for (let step = 0; step < 90; step++) {
      await page.keyboard.press("Tab");
      const at = page.locator(":focus");
      if ((await reader.focused()) === "slash") break;
      const box = await at.boundingBox();
      expect(box?.y, await at.innerText()).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0), await at.innerText()).toBeLessThanOrEqual(composer);
    }
    expect(await reader.focused()).toBe("slash");
  });

  it("stands still for who asks for it, and claps for others", async () => {
    for (const reducedMotion of ["reduce", "no-preference"] as const) {
      const { page, reader, context } = await open("", { reducedMotion });
      await context.route(/api\/ask/, () => {});
      await page.goto(`${reader.home}?q=x`);
      const clapper = reader.last.locator(".clapper");
      await clapper.waitFor();
      await page.waitForTimeout(300);
      const pictures = new Set<string>();
      for (let frame = 0; frame < 4; frame++) {
        pictures.add((await clapper.screenshot()).toString("base64"));
        await page.waitForTimeout(130);
      }
      if (reducedMotion === "reduce") expect(pictures.size).toBe(1);
      else expect(pictures.size).toBeGreaterThan(1);
    }
  });
});
