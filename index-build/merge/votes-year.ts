/** When the votes of a file were counted that does not say so itself. */
import { VOTES_OF_A_RELEASE } from "../../src/catalog/film.js";
import type { ReadFilm } from "../read/parts.js";

/**
 * Files of films are copies of what TMDB knew on some day. A film that enough people voted for was out by then: the
 * year of the newest one is taken for that of the votes of the whole file. Films that name their own year keep it.
 */
export function dateVotes(read: readonly ReadFilm[]): void {
  const undated = read.filter(({ film }) => film.voteCount > 0 && film.votesYear === undefined);
  const newest = new Map<string, number>();
  for (const { film, place } of undated) {
    if (film.voteCount < VOTES_OF_A_RELEASE || film.releaseDate === undefined) continue;
    const year = Number(film.releaseDate.slice(0, 4));
    if (year > (newest.get(place.file) ?? 0)) newest.set(place.file, year);
  }
  for (const { film, place } of undated) film.votesYear = newest.get(place.file);
}
