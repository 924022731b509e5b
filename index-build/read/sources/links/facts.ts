/** Facts and films that tables tell without TMDB's ids: of which films they are, all tables together tell. */

import { groupBy } from "../../../clean/duplicates.js";
import { CountByFile } from "../../../count-by-file.js";
import type { BuildReport } from "../../../report.js";
import type { ReadFacts, SourceParts } from "../../parts.js";
import type { FilmFinder } from "./film-finder.js";
import { filmsByImdb, tellIds } from "./rated-films.js";

/** Once all films are read: what is told of them one fact a row. */
export function linkFacts(parts: SourceParts, finder: () => FilmFinder, report: BuildReport): void {
  if (parts.facts.length === 0) return;
  const byImdb = filmsByImdb(parts);
  const unknown = new CountByFile("facts-without-film", report);
  for (const [file, own] of groupBy(parts.facts, ({ place }) => place.file)) {
    const ids = own.flatMap(({ film }) => film.id ?? []);
    const isLens = parts.links.size > 0 && ids.length > 0 && tellIds(ids, parts, finder) === "movie";
    const filmIdOf = (film: ReadFacts["film"]): number | undefined => {
      if (film.id !== undefined) return isLens ? parts.links.get(film.id) : film.id;
      if (film.imdbId !== undefined) return byImdb.get(Number(film.imdbId.slice(2)));
      return foundBy(film, finder());
    };
    for (const { film, facts, place } of own) {
      const filmId = filmIdOf(film);
      if (typeof filmId === "number") parts.factsOfFilms.push({ filmId, facts, place });
      else unknown.count(file);
    }
  }
  unknown.tell();
}

function foundBy({ title = "", year }: ReadFacts["film"], finder: FilmFinder): number | undefined {
  const found = finder.find({ title, releaseDate: year === undefined ? undefined : `${year}-01-01` });
  return typeof found === "number" ? found : undefined;
}

/** Films that a title and a year name are those of the other sources. What votes they have is of another count. */
export function linkTitledFilms(parts: SourceParts, finder: () => FilmFinder, report: BuildReport): void {
  const unlinked = new CountByFile("title-without-film", report);
  const linked = parts.titledFilms.flatMap(({ film, place, released }) => {
    const id = finder().find(film, film.aka);
    if (typeof id !== "number") {
      unlinked.count(place.file);
      return [];
    }
    const facts = { ...film, id, voteCount: 0, voteAverage: undefined, popularity: undefined };
    return [{ film: facts, place, released }];
  });
  parts.films.push(...linked);
  unlinked.tell();
}
