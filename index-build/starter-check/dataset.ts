/** Every fact that The Movies Dataset tells too, against it. */
import { fold } from "../../src/find/encode/fold.js";
import { splitNameAndId } from "../read/starter/reader.js";
import type { StarterFilm, StarterIds } from "../read/starter/schema.js";
import type { FilmRecord, NamedRef } from "../records.js";
import type { Finding, Rule } from "./finding.js";
import type { Starter } from "./load.js";

/** Below this many dollars a sum of the dataset is a placeholder, which we leave out. */
const LEAST_DOLLARS = 1_000;

export function checkAgainstDataset(
  { films, ids }: Pick<Starter, "films" | "ids">,
  dataset: ReadonlyMap<number, FilmRecord>,
): Finding[] {
  return films.flatMap(({ film }) => {
    const record = dataset.get(film.id);
    if (record !== undefined) return differences(film, record, ids);
    if (film.voteCount === undefined) return [];
    return [
      { rule: "votes", about: film.id, detail: `“${film.title}” has votes, but is not in the dataset` },
    ];
  });
}

function differences(film: StarterFilm, record: FilmRecord, ids: StarterIds): Finding[] {
  const findings: Finding[] = [];
  const compare = (rule: Rule, what: string, ours: unknown, theirs: unknown): void => {
    if (ours !== theirs)
      findings.push({ rule, about: film.id, detail: `${what}: ours ${ours}, theirs ${theirs}` });
  };
  const sum = (dollars: number | undefined): number | undefined =>
    dollars === undefined || dollars < LEAST_DOLLARS ? undefined : dollars;
  compare("title", "title", film.title, record.title);
  compare("date", "released", film.released, record.releaseDate);
  compare("date", "runtime", film.runtime, record.runtime);
  compare("money", "budget", film.budget, sum(record.budget));
  compare("money", "revenue", film.revenue, sum(record.revenue));
  compare("votes", "count", film.voteCount, record.voteCount);
  compare("votes", "average", film.voteAverage, record.voteAverage);

  const directors = record.crew.filter(({ job }) => job === "Director").map(({ person }) => person);
  const ours = film.directors ?? [];
  const everyDirector =
    ours.length === directors.length && ours.every((name) => isAmong(name, directors, ids));
  if (!everyDirector) compare("directors", "directors", ours.join(", "), namesOf(directors));

  const cast = film.cast ?? [];
  if (record.castOrdered) {
    const billed = record.cast.slice(0, cast.length);
    if (!cast.every((name, index) => isAmong(name, billed.slice(index, index + 1), ids)))
      compare("cast", "cast", cast.join(", "), namesOf(billed));
  } else if (record.cast.length > 1) {
    const strangers = cast.filter((name) => !isAmong(name, record.cast, ids));
    if (strangers.length > 0) compare("cast", "cast", strangers.join(", "), "nobody of that name");
    compare("billing", "order of the cast", "one", "none");
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
