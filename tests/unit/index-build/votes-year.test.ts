import { describe, expect, test } from "vitest";
import { dateVotes } from "../../../index-build/merge/votes-year.js";
import type { ReadFilm } from "../../../index-build/read/parts.js";

const read = (file: string, releaseDate: string | undefined, voteCount: number, votesYear?: number) =>
  ({ film: { releaseDate, voteCount, votesYear }, place: { file }, released: true }) as ReadFilm;
const yearsOf = (films: readonly ReadFilm[]) => films.map(({ film }) => film.votesYear);

describe("the year of votes", () => {
  test("is that of the newest film of the file that many voted for", () => {
    const films = [
      read("movies.csv", "1995-10-30", 5_000),
      read("movies.csv", "2017-07-12", 100),
      read("movies.csv", "2019-01-01", 99),
      read("movies.csv", undefined, 3_000),
      read("other.csv", "2020-02-02", 700),
    ];
    dateVotes(films);
    expect(yearsOf(films)).toEqual([2017, 2017, 2017, 2017, 2020]);
  });

  test("stays as it is told, and is none where there are no votes or nothing tells it", () => {
    const films = [
      read("films.json", "2023-07-19", 10_000, 2025),
      read("films.json", "1995-10-30", 5_000, 2017),
      read("films.json", "1995-10-30", 0),
      read("few.csv", "2001-01-01", 12),
    ];
    dateVotes(films);
    expect(yearsOf(films)).toEqual([2025, 2017, undefined, undefined]);
  });
});
