/** Under which texts a series is found. */
import { describe, expect, it } from "vitest";
import { KEY_KINDS } from "../../../../src/find/encode/keys/keys.js";
import { seriesKeys, withoutEdition } from "../../../../src/find/encode/keys/series-keys.js";

describe("a title of a catalogue", () => {
  it.each([
    ["The Expanse (4K UHD)", "The Expanse"],
    ["PSYCHO-PASS (SUB)", "PSYCHO-PASS"],
    ["Pinkfong! Car Songs (Spanish Version)", "Pinkfong! Car Songs"],
    ["3 Caminos [English Subtitled]", "3 Caminos"],
    // These tell which of two series it is.
    ["The Office (U.S.)", "The Office (U.S.)"],
    ["Ben 10 (2005)", "Ben 10 (2005)"],
    ["(4K UHD)", "(4K UHD)"],
  ])("%s loses what is said of the edition", (title, plain) => {
    expect(withoutEdition(title)).toBe(plain);
  });
});

describe("keys of a series", () => {
  const kinds = (names: readonly string[], aliases: readonly string[] = []) =>
    new Map(seriesKeys(names, aliases).map(({ text, kind }) => [text, kind]));

  it("are all its names, with and without notes and article", () => {
    const keys = kinds(["The Office (U.S.)", "La oficina"], ["The Office USA"]);
    expect(keys.get("the office")).toBe(KEY_KINDS.name);
    expect(keys.get("the office us")).toBe(KEY_KINDS.name);
    expect(keys.get("la oficina")).toBe(KEY_KINDS.name);
    expect(keys.get("office")).toBe(KEY_KINDS.bare);
    expect(keys.get("the office usa")).toBe(KEY_KINDS.alias);
  });

  it("leave out whose it is", () => {
    expect(kinds(["Marvel's Daredevil"]).get("daredevil")).toBe(KEY_KINDS.alias);
  });
});
