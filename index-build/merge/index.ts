/** What was read → one catalogue. */
import type { ReadSources } from "../read/index.js";
import { THEMES_FILE } from "../read/sources/tables/groups.js";
import { NO_GROUPS, type OwnGroups, type SourceCatalog } from "../records.js";
import type { BuildReport } from "../report.js";
import { addCredits, addFactsOfFilms, addKeywords, addLabels, addWatching } from "./additions.js";
import { dataDateOf } from "./data-date.js";
import { fillUntitled, mergeFilms } from "./films.js";
import { addNamesInOtherLanguages, type NamesInOtherLanguages } from "./other-languages.js";
import { applyPeopleNames, type PeopleNames } from "./people-names.js";
import { mergePlatformTitles } from "./platform-titles.js";
import { mergeRatings } from "./ratings.js";
import { applySpanishTitles, keepOriginalTitles, type SpanishTitles } from "./spanish-titles.js";
import { reportThemes } from "./themes.js";
import { addPeopleOfTitles } from "./title-people.js";
import { dateVotes } from "./votes-year.js";

/** Our own tables of what films and people are called. */
export interface OwnNames {
  /** Spanish titles, which win over those of every source. */
  readonly titles?: SpanishTitles;
  readonly otherLanguages?: NamesInOtherLanguages;
  /** Names of people, beside those of every source. */
  readonly people?: PeopleNames;
  /** What belongs together, and is called. */
  readonly groups?: OwnGroups;
}

/**
 * Joins films, credits, keywords, ratings and platform titles. Films, titles and lists come out in an order that
 * hangs on the data alone.
 */
export function mergeSources(
  { parts, files }: ReadSources,
  report: BuildReport,
  { titles, otherLanguages, people, groups = NO_GROUPS }: OwnNames = {},
): SourceCatalog {
  dateVotes(parts.films);
  const films = mergeFilms(parts, files, report);
  fillUntitled(films, parts, report);
  addLabels(films, parts);
  addWatching(films, parts);
  addCredits(films, parts, report);
  addKeywords(films, parts, report);
  addFactsOfFilms(films, parts, report);
  addPeopleOfTitles(films, parts);
  reportThemes(groups.themes, films, THEMES_FILE, report);
  if (titles !== undefined) applySpanishTitles(films, titles);
  keepOriginalTitles(films);
  if (otherLanguages !== undefined) addNamesInOtherLanguages(films, otherLanguages);
  const merged = {
    films,
    personAliases: people === undefined ? new Map() : applyPeopleNames(films, people),
    platformTitles: mergePlatformTitles(parts, report),
    ...mergeRatings(films, parts, report),
    dataDate: dataDateOf(parts.films),
  };
  const own = [titles, people].flatMap((overlay) => (overlay === undefined ? [] : [overlay.file]));
  const all = [...own, ...(otherLanguages?.files ?? []), ...groups.files];
  for (const file of all) report.addFile({ ...file, kept: file.rows });
  return { ...merged, groups, files: [...files, ...all] };
}
