/** What was read → one catalogue. */
import type { ReadSources } from "../read/index.js";
import type { SourceCatalog } from "../records.js";
import type { BuildReport } from "../report.js";
import { addCredits, addKeywords, addLabels } from "./additions.js";
import { dataDateOf } from "./data-date.js";
import { mergeFilms } from "./films.js";
import { mergePlatformTitles } from "./platform-titles.js";
import { mergeRatings } from "./ratings.js";
import { applySpanishTitles, keepOriginalTitles, type SpanishTitles } from "./spanish-titles.js";

/**
 * Joins films, credits, keywords, ratings and platform titles. Films, titles and lists come out in an order that
 * hangs on the data alone.
 * @param titles our own Spanish titles, which win over those of every source
 */
export function mergeSources(
  { parts, files }: ReadSources,
  report: BuildReport,
  titles?: SpanishTitles,
): SourceCatalog {
  const films = mergeFilms(parts, report);
  addLabels(films, parts);
  addCredits(films, parts, report);
  addKeywords(films, parts, report);
  if (titles !== undefined) applySpanishTitles(films, titles);
  keepOriginalTitles(films);
  const merged = {
    films,
    platformTitles: mergePlatformTitles(parts, report),
    ...mergeRatings(films, parts, report),
    dataDate: dataDateOf(parts.films),
  };
  if (titles === undefined) return { ...merged, files };
  report.addFile({ ...titles.file, kept: titles.file.rows });
  return { ...merged, files: [...files, titles.file] };
}
