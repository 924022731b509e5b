/** What files of their own tell of films: credits, keywords, labels. */

import { groupBy } from "../clean/duplicates.js";
import { CountByFile } from "../count-by-file.js";
import type { Place, SourceParts } from "../read/parts.js";
import { addFacts } from "../read/sources/facts/facts-rows.js";
import type { FilmRecord } from "../records.js";
import type { BuildReport } from "../report.js";
import { joinCredits, joinRefs } from "./joined.js";

/** A label that is the title says nothing new. */
export function addLabels(films: ReadonlyMap<number, FilmRecord>, { labels }: SourceParts): void {
  for (const [id, label] of labels) {
    const film = films.get(id);
    if (film && film.titleEs === undefined && film.title !== label) film.titleEs = label;
  }
}

/** Where films can be watched, of those of which their own source does not tell it. */
export function addWatching(films: ReadonlyMap<number, FilmRecord>, { watching }: SourceParts): void {
  for (const [id, told] of watching) {
    const film = films.get(id);
    if (film !== undefined) film.watching ??= told;
  }
}

/** Files of which no row is of a film of the sources: they are of another dataset. */
function reportForeign(
  rows: readonly { readonly filmId: number; readonly place: Place }[],
  films: ReadonlyMap<number, FilmRecord>,
  report: BuildReport,
): void {
  if (films.size === 0) return;
  for (const [file, own] of groupBy(rows, ({ place }) => place.file)) {
    if (!own.some(({ filmId }) => films.has(filmId)))
      report.add("of-other-films", { file, detail: String(own.length) });
  }
}

export function addCredits(
  films: ReadonlyMap<number, FilmRecord>,
  parts: SourceParts,
  report: BuildReport,
): void {
  const seen = new Set<number>();
  reportForeign(parts.credits, films, report);
  for (const { filmId, credits, place } of parts.credits) {
    const film = films.get(filmId);
    if (film === undefined) {
      report.add("credits-without-film", { ...place, detail: String(filmId) });
      continue;
    }
    if (seen.has(filmId)) report.add("duplicate-credits", { ...place, detail: String(filmId) });
    seen.add(filmId);
    Object.assign(film, joinCredits(film, credits));
  }
}

export function addKeywords(
  films: ReadonlyMap<number, FilmRecord>,
  parts: SourceParts,
  report: BuildReport,
): void {
  const seen = new Set<number>();
  reportForeign(parts.keywords, films, report);
  for (const { filmId, keywords, place } of parts.keywords) {
    const film = films.get(filmId);
    if (film === undefined) {
      report.add("keywords-without-film", { ...place, detail: String(filmId) });
      continue;
    }
    if (seen.has(filmId)) report.add("duplicate-keywords", { ...place, detail: String(filmId) });
    seen.add(filmId);
    film.keywords = joinRefs(film.keywords, keywords);
  }
}

/** What tables of one fact a row tell beside what the films' own tell. */
export function addFactsOfFilms(
  films: ReadonlyMap<number, FilmRecord>,
  { factsOfFilms }: SourceParts,
  report: BuildReport,
): void {
  const without = new CountByFile("facts-without-film", report);
  for (const { filmId, facts, place } of factsOfFilms) {
    const film = films.get(filmId);
    if (film === undefined) {
      without.count(place.file);
      continue;
    }
    const { keywords, companies, cast, crew, ...others } = facts;
    addFacts(film, { ...others, keywords: [], companies: [], cast: [], crew: [] });
    film.keywords = joinRefs(film.keywords, keywords);
    film.companies = joinRefs(film.companies, companies);
    // Rows that name people one by one stand in no order of billing.
    Object.assign(film, joinCredits(film, { cast, crew, castOrdered: false }));
  }
  without.tell();
}
