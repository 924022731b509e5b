/** What was read → one catalogue. */
import type { ReadSources } from "../read/index.js";
import { NO_GROUPS, type OwnGroups, type SourceCatalog } from "../records.js";
import type { BuildReport } from "../report.js";
import { addCredits, addKeywords, addLabels } from "./additions.js";
import { dataDateOf } from "./data-date.js";
import { mergeFilms } from "./films.js";
import { mergePlatformTitles } from "./platform-titles.js";
import { mergeRatings } from "./ratings.js";
import { applySpanishTitles, type SpanishTitles } from "./spanish-titles.js";

export interface OwnTables {
  /** Our own Spanish titles, which win over those of every source. */
  readonly titles?: SpanishTitles;
  /** What belongs together. */
  readonly groups?: OwnGroups;
}

/**
 * Joins films, credits, keywords, ratings and platform titles. Films, titles and lists come out in an order that
 * hangs on the data alone.
 * @param own our own tables, which are laid over every source: they join the files that are told of
 */
export function mergeSources(
  { parts, files }: ReadSources,
  report: BuildReport,
  { titles, groups = NO_GROUPS }: OwnTables = {},
): SourceCatalog {
  const films = mergeFilms(parts, report);
  addLabels(films, parts);
  addCredits(films, parts, report);
  addKeywords(films, parts, report);
  const merged = {
    films,
    platformTitles: mergePlatformTitles(parts, report),
    ...mergeRatings(films, parts, report),
    dataDate: dataDateOf(parts.films),
  };
  if (titles !== undefined) applySpanishTitles(films, titles);
  const own = [...(titles === undefined ? [] : [titles.file]), ...groups.files];
  for (const file of own) report.addFile({ ...file, kept: file.rows });
  return { ...merged, groups, files: [...files, ...own] };
}
