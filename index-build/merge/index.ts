/** What was read → one catalogue. */
import type { ReadSources } from "../read/index.js";
import type { SourceCatalog } from "../records.js";
import type { BuildReport } from "../report.js";
import { addCredits, addKeywords, addLabels } from "./additions.js";
import { dataDateOf } from "./data-date.js";
import { mergeFilms } from "./films.js";
import { applyPeopleNames, type PeopleNames } from "./people-names.js";
import { mergePlatformTitles } from "./platform-titles.js";
import { mergeRatings } from "./ratings.js";
import { applySpanishTitles, type SpanishTitles } from "./spanish-titles.js";

/**
 * Joins films, credits, keywords, ratings and platform titles. Films, titles and lists come out in an order that
 * hangs on the data alone.
 * @param titles our own Spanish titles, which win over those of every source
 * @param people our own names of people
 */
export function mergeSources(
  { parts, files }: ReadSources,
  report: BuildReport,
  titles?: SpanishTitles,
  people?: PeopleNames,
): SourceCatalog {
  const films = mergeFilms(parts, report);
  addLabels(films, parts);
  addCredits(films, parts, report);
  addKeywords(films, parts, report);
  const merged = {
    films,
    personAliases: people === undefined ? new Map() : applyPeopleNames(films, people),
    platformTitles: mergePlatformTitles(parts, report),
    ...mergeRatings(films, parts, report),
    dataDate: dataDateOf(parts.films),
  };
  if (titles !== undefined) applySpanishTitles(films, titles);
  const overlays = [titles, people].flatMap((overlay) => (overlay === undefined ? [] : [overlay.file]));
  for (const file of overlays) report.addFile({ ...file, kept: file.rows });
  return { ...merged, files: [...files, ...overlays] };
}
