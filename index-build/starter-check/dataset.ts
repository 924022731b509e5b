/** Every fact that The Movies Dataset tells too, against it. */
import { fold } from "../../src/find/encode/fold.js";
import { isYear, splitNameAndId } from "../read/sources/starter/reader.js";
import type { StarterFilm, StarterIds } from "../read/sources/starter/schema.js";
import type { FilmRecord, NamedRef } from "../records.js";
import type { Finding, Rule } from "./finding.js";
import type { Starter } from "./load.js";
import { DATASET_VOTES, type RecentFilm } from "./recent-film.js";

/** Below this many dollars a sum of the dataset is a placeholder, which we leave out. */
const LEAST_DOLLARS = 1_000;

export function checkAgainstDataset(
  { films, ids }: Pick<Starter, "films" | "ids">,
  dataset: ReadonlyMap<number, FilmRecord>,
  recent: ReadonlyMap<number, RecentFilm> = new Map(),
): Finding[] {
  return films.flatMap(({ film }) => {
    const record = dataset.get(film.id);
    return record === undefined ? [] : differences(film, filledUp(record, recent.get(film.id)), ids);
  });
}

/**
 * The dataset has the first of January where it knows the year alone: what it says then, where ours is that year or a
 * day of it that is known by heart.
 */
function onlyYearOf(
  { released, fromKnowledge = [] }: StarterFilm,
  theirs: string | undefined,
): string | undefined {
  if (theirs !== `${released.slice(0, 4)}-01-01`) return undefined;
  return isYear(released) || fromKnowledge.includes("released") ? released : undefined;
}

/** The dataset ends in the middle of 2017: of its last films the list of recent ones may know more. */
function filledUp(record: FilmRecord, recent: RecentFilm | undefined): FilmRecord {
  return {
    ...record,
    releaseDate: record.releaseDate ?? recent?.release_date,
    runtime: record.runtime ?? recent?.runtime ?? undefined,
  };
}

function differences(film: StarterFilm, record: FilmRecord, ids: StarterIds): Finding[] {
  const findings: Finding[] = [];
  const known = new Set<string>(film.fromKnowledge);
  const compare = (rule: Rule, what: string, ours: unknown, theirs: unknown): void => {
    const completed = theirs === undefined && known.has(what);
    if (ours !== theirs && !completed)
      findings.push({ rule, about: film.id, detail: `${what}: ours ${ours}, theirs ${theirs}` });
  };
  const sum = (dollars: number | undefined): number | undefined =>
    dollars === undefined || dollars < LEAST_DOLLARS ? undefined : dollars;
  compare("title", "title", film.title, record.title);
  compare("date", "released", film.released, onlyYearOf(film, record.releaseDate) ?? record.releaseDate);
  compare("date", "runtime", film.runtime, record.runtime);
  compare("money", "budget", film.budget, sum(record.budget));
  compare("money", "revenue", film.revenue, sum(record.revenue));
  if (film.votesAsOf === DATASET_VOTES) {
    compare("votes", "count", film.voteCount, record.voteCount);
    compare("votes", "average", film.voteAverage, record.voteAverage);
  }

  const directors = record.crew.filter(({ job }) => job === "Director").map(({ person }) => person);
  const ours = film.directors ?? [];
  const everyDirector =
    ours.length === directors.length && ours.every((name) => isAmong(name, directors, ids));
  // Who is credited may be corrected from knowledge, which says so.
  if (!everyDirector && !known.has("directors"))
    compare("directors", "directors", ours.join(", "), namesOf(directors) || undefined);

  const cast = film.cast ?? [];
  if (known.has("cast")) return findings;
  if (record.castOrdered && !known.has("billing")) {
    const billed = record.cast.slice(0, cast.length);
    if (!cast.every((name, index) => isAmong(name, billed.slice(index, index + 1), ids)))
      compare("cast", "cast", cast.join(", "), namesOf(billed));
  } else if (record.cast.length > 1) {
    const strangers = cast.filter((name) => !isAmong(name, record.cast, ids));
    if (strangers.length > 0) compare("cast", "cast", strangers.join(", "), "nobody of that name");
    if (film.castOrdered !== false) compare("billing", "billing", "one", undefined);
  }
  return findings;
}

/** Whether a name as we write it is one of these people: by id, or by name where the dataset has several ids for one. */
function isAmong(written: string, people: readonly NamedRef[], ids: StarterIds): boolean {
  const { name = written, id } = splitNameAndId(written);
  const known = id ?? ids.people?.[written];
  return people.some((person) => person.id === known || fold(person.name) === fold(name));
}

function namesOf(people: readonly NamedRef[]): string {
  return people.map(({ name }) => name).join(", ");
}
