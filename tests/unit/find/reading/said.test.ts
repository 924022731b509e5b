/** What stands beside a title, sorted by what it says of the film. */
import { describe, expect, it } from "vitest";
import { readSaid, type Said } from "../../../../src/find/reading/said.js";

const NOTHING: Said = {
  names: [],
  introduced: false,
  years: [],
  countries: [],
  animated: undefined,
  decade: undefined,
  order: undefined,
  place: undefined,
};

/** @param text folded, with "…" for the title */
function said(text: string): Said {
  const [before = "", after = ""] = text.split("…");
  const words = (part: string) => part.split(" ").filter(Boolean);
  const { names, introduced, years, countries, animated, decade, order, place } = readSaid(
    words(before),
    words(after),
  );
  return { names, introduced, years, countries, animated, decade, order, place };
}

describe("readSaid", () => {
  it.each<[string, Partial<Said>]>([
    ["la peli de … porfa", {}],
    ["cuantos votos tiene …", {}],
    ["… en espanol", {}],
    ["… de villeneuve", { names: ["villeneuve"], introduced: true }],
    ["… con ricardo darin", { names: ["ricardo", "darin"], introduced: true }],
    ["… al pacino", { names: ["pacino"] }],
    ["fellini …", { names: ["fellini"] }],
    ["… 1960 hitchcock", { names: ["hitchcock"], years: ["1960"] }],
    ["… la de dibujos animados", { animated: true }],
    ["… version liveaction", { animated: false }],
    ["… 76", { years: ["76"] }],
    ["… la de los 50", { decade: 50 }],
    ["… de los anos 80", { decade: 80 }],
    ["… 90s", { decade: 90 }],
    ["… 50", { years: ["50"] }],
    ["… la de antes", { order: "oldest" }],
    ["… antes", { names: ["antes"] }],
    ["… con la paulina garcia", { names: ["paulina", "garcia"], introduced: true }],
    ["… 2025 re release subtitled", {}],
    ["… la nueva", { order: "newest" }],
    ["ultima de …", { order: "newest" }],
    ["… remake", { order: "newest" }],
    ["… la original", { order: "oldest" }],
    ["la primera de …", { place: 1 }],
    ["… la tercera", { place: 3 }],
    ["… 1", { place: 1 }],
    ["… version americana", { countries: ["US"] }],
    ["… la coreana", { countries: ["KR"] }],
    // Words of a longer title, which say nothing of this one.
    ["new …", { names: ["new"] }],
    ["the first …", { names: ["first"] }],
    ["american …", { names: ["american"] }],
    ["… 2", { names: ["2"] }],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual({ ...NOTHING, ...expected });
  });
});
