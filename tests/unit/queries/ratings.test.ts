/** The day of the figures is looked for once an index, not at each question. */
import { describe, expect, it } from "vitest";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { filmRow } from "../../../src/catalog/rows.js";
import { score } from "../../../src/queries/film/ratings.js";

/** Films of which only what `/score` reads is there; it counts how often a date is read. */
function catalogue(days: readonly (number | undefined)[], votes: readonly number[]) {
  const reads = { dates: 0 };
  const known = (value: unknown) => ({ get: () => value });
  const films = {
    rowCount: days.length,
    id: Int32Array.from(days.keys()),
    title: known("Roma"),
    originalTitle: known(undefined),
    originalLatin: known(undefined),
    titleEs: known(undefined),
    titleEs419: known(undefined),
    poster: known(undefined),
    synopsis: known(undefined),
    overview: known(undefined),
    popularity: known(9.5),
    voteAverage: known(7),
    voteCount: Int32Array.from(votes),
    releaseDate: {
      get: (row: number) => {
        reads.dates++;
        return days[row];
      },
    },
  };
  return { catalog: { films } as unknown as Catalog, reads };
}

describe("/score's date", () => {
  it("is the newest release of a film that enough people voted", () => {
    const { catalog } = catalogue([17_000, 18_000, 19_000, undefined], [500, 100, 99, 900]);
    expect(score(catalog, filmRow(0)).asOf).toBe("2019-04-14");
  });

  it("is none where no film has figures", () => {
    expect(score(catalogue([17_000], [99]).catalog, filmRow(0)).asOf).toBeNull();
  });

  it("is looked for once: the second question reads the date of its own film alone", () => {
    const days = Array.from({ length: 1_000 }, (_, day) => 10_000 + day);
    const { catalog, reads } = catalogue(
      days,
      days.map(() => 1_000),
    );
    score(catalog, filmRow(1));
    expect(reads.dates).toBeGreaterThan(1_000);
    reads.dates = 0;
    expect(score(catalog, filmRow(2)).asOf).toBe("2000-02-12");
    expect(reads.dates).toBe(1);
  });

  it("is another one for another index", () => {
    expect(score(catalogue([17_000], [500]).catalog, filmRow(0)).asOf).toBe("2016-07-18");
    expect(score(catalogue([18_000], [500]).catalog, filmRow(0)).asOf).toBe("2019-04-14");
  });
});
