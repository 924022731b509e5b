/** Amounts, returns and lengths as people say them. */
import { describe, expect, it } from "vitest";
import {
  byCost,
  dollars,
  furtherDollars,
  hours,
  shortFactor,
} from "../../../commands/shared/words/figures.js";
import { parseLocale } from "../../../src/chat/locale.js";

const SPAIN = parseLocale("es-ES");
const MEXICO = parseLocale("es-MX");
const ENGLISH = parseLocale("en");

describe("dollars", () => {
  it.each([
    [12_899_867, "12,9 millones de dólares", "$12.9 million"],
    [6_000_000, "6 millones de dólares", "$6 million"],
    [1_000_000, "1 millón de dólares", "$1 million"],
    [999_999, "999.999 dólares", "$999,999"],
    [99_960_000, "100 millones de dólares", "$100 million"],
    [245_066_411, "245 millones de dólares", "$245 million"],
    [2_068_223_624, "2.068 millones de dólares", "$2.07 billion"],
    [1, "1 dólar", "$1"],
  ])("%d", (value, spanish, english) => {
    expect(dollars(SPAIN, value)).toBe(spanish);
    expect(dollars(ENGLISH, value)).toBe(english);
  });

  it("names the currency once, and writes figures as the reader's region does", () => {
    expect(furtherDollars(SPAIN, 245_066_411)).toBe("245 millones");
    expect(furtherDollars(SPAIN, 706_685)).toBe("706.685 dólares");
    expect(furtherDollars(ENGLISH, 245_066_411)).toBe("$245 million");
    expect(dollars(MEXICO, 12_899_867)).toBe("12.9 millones de dólares");
  });
});

describe("a return", () => {
  it.each([
    [12_890.39, "unas 12.900 veces lo que costó", "about 12,900 times its cost", "12.900×"],
    [40.84, "unas 41 veces lo que costó", "about 41 times its cost", "41×"],
    [6.63, "6,6 veces lo que costó", "6.6 times its cost", "6,6×"],
    [1.02, "más o menos lo que costó", "about its cost", "1×"],
    [0.44, "el 44\u00a0% de lo que costó", "44% of its cost", "0,4×"],
    [0.05, "el 5\u00a0% de lo que costó", "5% of its cost", "0,05×"],
    [0.001, "menos del 1\u00a0% de lo que costó", "less than 1% of its cost", "0×"],
  ])("of %d", (factor, spanish, english, mark) => {
    expect(byCost(SPAIN, factor, "one")).toBe(spanish);
    expect(byCost(ENGLISH, factor, "one")).toBe(english);
    expect(shortFactor(SPAIN, factor)).toBe(mark);
  });

  it("of several films", () => {
    expect(byCost(SPAIN, 6.2, "several")).toBe("6,2 veces lo que costaron");
    expect(byCost(ENGLISH, 0.5, "several")).toBe("50% of what they cost");
  });
});

describe("a length", () => {
  it.each([
    [175, "2 h 55 min"],
    [450, "7 h 30 min"],
    [120, "2 h"],
    [45, "45 min"],
    [0, "0 min"],
  ])("of %d minutes", (minutes, told) => {
    expect(hours(SPAIN, minutes)).toBe(told);
  });
});
