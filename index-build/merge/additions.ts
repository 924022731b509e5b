/** What files of their own tell of films: credits, keywords, labels. */
import type { SourceParts } from "../read/parts.js";
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

export function addCredits(
  films: ReadonlyMap<number, FilmRecord>,
  parts: SourceParts,
  report: BuildReport,
): void {
  const seen = new Set<number>();
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
