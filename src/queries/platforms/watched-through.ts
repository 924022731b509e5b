/** Which movies of a catalogue are films that one watches from beginning to end. */
import type { Catalog } from "../../catalog/catalog.js";
import type { PlatformTitleRow } from "../../catalog/rows.js";
import { type PlatformId, titlesOf } from "./catalogue.js";

/** A catalogue tells of its movies what it tells of so large a share of them. */
const TOLD = 0.5;
/** So many times as long as the film itself: all the ways through an interactive one. */
const TIMES_ITS_LENGTH = 1.5;

/**
 * Whether a movie of so many minutes is watched through. An interactive one lasts as long as all its ways together: it
 * has no director in a catalogue that tells directors, or its film is far shorter. Rain, waves and fireplaces that are
 * left on have nobody who acts, in a catalogue that tells who does.
 */
export function watchedThrough(
  catalog: Catalog,
  platform: PlatformId,
): (row: PlatformTitleRow, minutes: number) => boolean {
  const { platformTitles: titles, films } = catalog;
  let movies = 0;
  let directed = 0;
  let acted = 0;
  for (const row of titlesOf(catalog, platform)) {
    if (titles.series[row] === 1) continue;
    movies++;
    if (titles.directors.size(row) > 0) directed++;
    if (titles.cast.size(row) > 0) acted++;
  }
  const tellsDirectors = directed > TOLD * movies;
  const tellsCast = acted > TOLD * movies;
  return (row, minutes) => {
    const film = titles.film.get(row);
    const runtime = film === undefined ? undefined : films.runtime.get(film);
    if (runtime !== undefined && minutes > TIMES_ITS_LENGTH * runtime) return false;
    if (tellsDirectors && titles.directors.size(row) === 0) return false;
    return !tellsCast || titles.cast.size(row) > 0;
  };
}
