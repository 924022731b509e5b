/** Facts of films that the dataset does not have, against the list of recent films and the platforms' catalogues. */
import { fold } from "../../src/find/encode/fold.js";
import { splitNameAndId } from "../read/sources/starter/reader.js";
import { FROM_KNOWLEDGE, type StarterFilm } from "../read/sources/starter/schema.js";
import type { FilmRecord, PlatformTitle } from "../records.js";
import type { Finding } from "./finding.js";
import type { Starter } from "./load.js";
import { DATASET_VOTES, type RecentFilm } from "./recent-film.js";

/** Films of so many votes belong into the catalogue. */
const LEAST_VOTES = 100;

/** What there is to hold recent films against. */
export interface RecentSources {
  readonly recent: ReadonlyMap<number, RecentFilm>;
  readonly platformTitles: readonly PlatformTitle[];
}

/** @param dataset whose films are held against it, and not against these */
export function checkAgainstRecent(
  { films }: Pick<Starter, "films">,
  { recent, platformTitles }: RecentSources,
  dataset: ReadonlyMap<number, FilmRecord>,
): Finding[] {
  const onPlatforms = new Map<string, PlatformTitle[]>();
  for (const title of platformTitles) {
    if (title.type !== "movie") continue;
    const name = plain(title.title);
    onPlatforms.set(name, [...(onPlatforms.get(name) ?? []), title]);
  }
  const ours = new Set(films.map(({ film }) => film.id));
  const missing = [...recent.values()].filter(
    ({ tmdb_id: id, vote_count: votes }) => (votes ?? 0) >= LEAST_VOTES && !ours.has(id),
  );
  return [
    ...missing.map(
      ({ tmdb_id: about, title, vote_count: votes }): Finding => ({
        rule: "recent",
        about,
        detail: `“${title}”, ${votes} votes, is missing`,
      }),
    ),
    ...films.flatMap(({ film }) => [
      ...votesFindings(film, recent.get(film.id)),
      ...(dataset.has(film.id) ? [] : sourceFindings(film, recent.get(film.id), onPlatforms)),
    ]),
  ];
}

function votesFindings(film: StarterFilm, recent: RecentFilm | undefined): Finding[] {
  if (film.votesAsOf === undefined || film.votesAsOf === DATASET_VOTES) return [];
  const same =
    film.voteCount === recent?.vote_count &&
    film.voteAverage === recent?.vote_average &&
    (recent?.votes_as_of === undefined || film.votesAsOf === String(recent.votes_as_of));
  if (same) return [];
  const detail = `votes: ours ${film.voteCount}, ${film.voteAverage} of ${film.votesAsOf}`;
  return [{ rule: "votes", about: film.id, detail }];
}

/** Every fact comes from the list, a platform, a page that was read, or is marked as written from knowledge. */
function sourceFindings(
  film: StarterFilm,
  recent: RecentFilm | undefined,
  onPlatforms: ReadonlyMap<string, readonly PlatformTitle[]>,
): Finding[] {
  const shown = [film.title, film.originalTitle ?? film.title]
    .flatMap((title) => onPlatforms.get(plain(title)) ?? [])
    .filter(({ releaseYear: year = 0 }) => Math.abs(year - Number(film.released.slice(0, 4))) <= 1);
  const onPages = new Set(film.checked?.flatMap(({ facts }) => facts));
  const fromKnowledge = new Set<string>(film.fromKnowledge);
  return FACTS.flatMap((fact): Finding[] => {
    const listed = theirs(fact, recent);
    const agrees = listed !== undefined && isSame(fact, film[fact], listed);
    const add = (detail: string): Finding[] => [
      { rule: "source", about: film.id, detail: `${fact}: ${detail}` },
    ];
    if (fromKnowledge.has(fact)) return agrees ? add("the list has it, no need for knowledge") : [];
    if (film[fact] === undefined || agrees || onPages.has(fact)) return [];
    const told = shown.flatMap((title) => shownFact(fact, title) ?? []);
    if (told.length > 0 && isSame(fact, film[fact], Array.isArray(film[fact]) ? told : (told[0] ?? "")))
      return [];
    return add(`ours ${String(film[fact])}, theirs ${listed === undefined ? "nothing" : String(listed)}`);
  });
}

const plain = (name: string | number): string =>
  fold(splitNameAndId(String(name)).name ?? String(name)).replaceAll(" ", "");

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Codes of countries by their English names, and by what the platforms call some. */
const CODES = new Map([
  ...LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`)).flatMap(
    (code): [string, string][] => {
      const name = COUNTRY_NAMES.of(code);
      return name === undefined ? [] : [[name, code]];
    },
  ),
  ["Hong Kong", "HK"],
  ["Turkey", "TR"],
  ["Czech Republic", "CZ"],
]);

const FACTS = [
  ...FROM_KNOWLEDGE.filter((fact) => fact !== "billing"),
  "budget",
  "revenue",
] as const satisfies readonly (keyof StarterFilm)[];
type Fact = (typeof FACTS)[number];

function theirs(fact: Fact, recent: RecentFilm | undefined): string | number | readonly string[] | undefined {
  const value = {
    released: recent?.release_date,
    runtime: recent?.runtime,
    genres: recent?.genres,
    directors: recent?.directors,
    cast: recent?.cast,
    countries: recent?.countries,
    originalLanguage: recent?.language,
    budget: recent?.budget,
    revenue: recent?.revenue,
  }[fact];
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

/** What a platform says of a movie of its own. */
function shownFact(
  fact: Fact,
  { directors, cast, countries, durationInt }: PlatformTitle,
): readonly (string | number)[] | undefined {
  switch (fact) {
    case "directors":
      return directors;
    case "cast":
      return cast;
    case "countries":
      return countries.flatMap((name) => CODES.get(name) ?? []);
    case "runtime":
      return durationInt === undefined ? undefined : [durationInt];
    default:
      return undefined;
  }
}

/** Names whatever their accents and ids; of a cast the first ten, in any order. */
function isSame(
  fact: Fact,
  ours: StarterFilm[Fact],
  listed: string | number | readonly (string | number)[],
): boolean {
  if (!Array.isArray(ours) || !Array.isArray(listed)) return ours === listed;
  const theirNames = new Set(listed.map(plain));
  const all = ours.every((name) => theirNames.has(plain(name)));
  return fact === "cast" ? all : all && new Set(ours.map(plain)).size === theirNames.size;
}
