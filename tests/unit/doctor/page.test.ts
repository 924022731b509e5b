/** Findings as a page. */
import { describe, expect, it } from "vitest";
import { exitCodeOf, pageOf } from "../../../src/app/doctor/page.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import { bad, good, warning } from "../../../src/surface/finding.js";

const fine = good({ es: "Todo", en: "All" });
const odd = warning({ es: "Raro", en: "Odd" }, { es: "mira", en: "look" });
const broken = bad({ es: "Roto\u202e por\naquí", en: "Broken\u202e right\nhere" });

describe("the page", () => {
  it("has a line a finding, with what to do, and ends with how many there are to look after", () => {
    expect(pageOf([fine, odd, broken], SPANISH, {})).toEqual([
      "✓ Todo",
      "! Raro → mira",
      "✗ Roto por aquí",
      "",
      "1 cosa por arreglar (✗), 1 aviso (!).",
    ]);
    expect(pageOf([fine, odd, broken], parseLocale("en"), {}).at(-1)).toBe(
      "1 thing to mend (✗), 1 notice (!).",
    );
    expect(pageOf([fine, odd, odd], SPANISH, {}).at(-1)).toBe("Puede funcionar tal como está; 2 avisos (!).");
    expect(pageOf([fine], SPANISH, {}).at(-1)).toBe("Todo en orden.");
  });

  it("shows no secret, whoever said it", () => {
    const leak = bad({ es: "falla hunter2hunter2", en: "fails hunter2hunter2" });
    expect(pageOf([leak], SPANISH, { DISCORD_TOKEN: "hunter2hunter2" })[0]).toBe("✗ falla […]");
  });

  it("makes a program fail only where something has to be mended", () => {
    expect(exitCodeOf([fine, odd])).toBe(0);
    expect(exitCodeOf([fine, broken, odd])).toBe(1);
  });
});
