/** Of when the data is. */
import { fameOf, VOTES_OF_A_RELEASE } from "../../src/catalog/film.js";
import type { ReadFilm } from "../read/parts.js";

/**
 * The day up to which the sources tell of films: the newest release date of a film that is out and has at least
 * a hundred votes, for a film may be announced for years to come. Where no film has as many votes, the newest date of a
 * film that is out; where nothing is dated, the first day of the calendar that files use.
 */
export function dataDateOf(read: readonly ReadFilm[]): string {
  const dates = (votes: number): string[] =>
    read
      .filter(({ film, released }) => released && fameOf(film.voteCount, film.prominence ?? 0) >= votes)
      .flatMap(({ film }) => film.releaseDate ?? []);
  const newest = (list: readonly string[]): string | undefined =>
    list.reduce<string | undefined>(
      (best, date) => (best === undefined || date > best ? date : best),
      undefined,
    );
  return newest(dates(VOTES_OF_A_RELEASE)) ?? newest(dates(0)) ?? "1970-01-01";
}
