/** Films of a theme that more bear than are looked at. */
import { describe, expect, it } from "vitest";
import { rowIn } from "../../../../src/catalog/rows.js";
import { phraseTerm, textTerms } from "../../../../src/find/encode/text/terms.js";
import { FACT_SCALE, MOST_LOOKED_AT } from "../../../../src/find/full-text/evidence.js";
import { ThemeFilms } from "../../../../src/find/full-text/theme-films.js";

const FILMS = 120_000;
const SHARK = phraseTerm(textTerms("shark", "en"));
const NONE = new Int32Array(FILMS + 1);

/** A catalog of so many films, without genres, in which each keyword and each term has the films given. */
function themeFilms(
  keywords: readonly (readonly number[])[],
  terms: Readonly<Record<string, number[]>> = {},
) {
  const names = Object.keys(terms).sort();
  const catalog = {
    films: {
      rowCount: FILMS,
      adult: new Uint8Array(FILMS),
      genres: { offsets: NONE, values: new Uint16Array(0) },
    },
    genres: { rowCount: 0 },
    keywords: { films: { get: (row: number) => Int32Array.from(keywords[row] ?? []) } },
  };
  const table = {
    rowCount: names.length,
    term: { get: (row: number) => names[row] },
    films: { get: (row: number) => Int32Array.from(terms[names[row] ?? ""] ?? []) },
    places: { get: (row: number) => new Uint8Array(terms[names[row] ?? ""]?.length ?? 0).fill(1) },
  };
  return new ThemeFilms(catalog as never, table as never);
}

const theme = (count: number, en: readonly string[] = []) =>
  ({
    keywords: Array.from({ length: count }, (_, row) => rowIn("keywords", row)),
    names: { es: [], en },
  }) as never;

const every = (step: number, from = 0) =>
  Array.from({ length: Math.floor((FILMS - from) / step) }, (_, at) => from + at * step);

describe("what speaks for films being about a theme", () => {
  it("is told of all of them where they are few, however their lists lie", () => {
    const films = themeFilms([every(100), every(150, 7)]);
    const { films: found, bytes, count } = films.evidence(theme(2));
    expect([...found]).toEqual([...new Set([...every(100), ...every(150, 7)])].sort((a, b) => a - b));
    expect(count).toBe(found.length);
    expect(bytes.length).toBe(found.length);
    expect(Array.from(bytes, (byte) => FACT_SCALE[byte])).not.toContain(0);
  });

  it("is told of the best known where they are many, and how many there are in all", () => {
    const films = themeFilms([every(2)]);
    const { films: found, count } = films.evidence(theme(1));
    expect(found.length).toBe(MOST_LOOKED_AT);
    expect([...found]).toEqual(every(2).slice(0, MOST_LOOKED_AT));
    expect(count).toBe(FILMS / 2);
  });

  it("is no more for many lists than for one, and none is left out before the last that is told", () => {
    const lists = [every(7), every(6, 1), every(5, 2), every(3)];
    const { films: found, count } = themeFilms(lists).evidence(theme(lists.length));
    const all = [...new Set(lists.flat())].sort((a, b) => a - b);
    expect(found.length).toBeLessThanOrEqual(MOST_LOOKED_AT);
    expect(found.length).toBeGreaterThan(MOST_LOOKED_AT / 2);
    expect([...found]).toEqual(all.slice(0, found.length));
    expect(Math.abs(count - all.length) / all.length).toBeLessThan(0.01);
  });

  it("looks at each theme as if it were the first", () => {
    const once = themeFilms([every(2), every(1_000)], { [SHARK]: every(3) });
    const first = once.evidence(theme(1, ["shark"]));
    // By its name alone, and by its keyword alone.
    expect([...first.films]).toEqual(expect.arrayContaining([3, 2]));
    once.evidence(theme(2));
    const again = once.evidence(theme(1, ["shark"]));
    expect([...again.films]).toEqual([...first.films]);
    expect([...(again.bytes as Uint8Array)]).toEqual([...(first.bytes as Uint8Array)]);
  });
});
