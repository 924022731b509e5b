/** Titles that many know, told from sentences that name them and from people. */
import { describe, expect, it } from "vitest";
import { starter } from "../../support/starter-index.js";

const { catalog, edition } = starter;

/** Id in TMDB of the film that a text is the very title of. */
function known(text: string): number | undefined {
  const row = edition.find.knownTitle(text);
  return row === undefined ? undefined : catalog.films.id[row];
}

describe("a title that many know", () => {
  it.each([
    ["Titanic", 597],
    ["el padrino", 238],
    ["The Godfather", 238],
    // The words say other things too.
    ["X-Men: First Class", 49538],
    ["american history x", 73],
  ])("%s is just that film", (text, id) => {
    expect(known(text)).toBe(id);
  });

  it.each([
    "cuánto dura Titanic",
    "películas como el padrino",
    "titanik",
    "Tom Hanks",
    "terror",
    "tmdb:597",
    "",
  ])("is not “%s”", (text) => {
    expect(known(text)).toBeUndefined();
  });
});
