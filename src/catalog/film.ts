/** What a film is called and when it came out. */
import type { Catalog, Tables } from "./catalog.js";
import { type FilmRow, rowIn } from "./rows.js";

export interface FilmTitles {
  /** The source's (English) title. */
  readonly title: string;
  readonly originalTitle?: string;
  /** The original title in Latin letters, where it is in others and they are known. */
  readonly originalLatin?: string;
  /** Title in Spain. */
  readonly titleEs?: string;
  /** Title in Latin America, where it differs from Spain's. */
  readonly titleEs419?: string;
}

type Films = Pick<Catalog, "films">;

export function filmTitles({ films }: Films, row: FilmRow): FilmTitles {
  return {
    title: films.title.get(row),
    originalTitle: films.originalTitle.get(row),
    originalLatin: films.originalLatin.get(row),
    titleEs: films.titleEs.get(row),
    titleEs419: films.titleEs419.get(row),
  };
}

/**
 * The title a reader knows the film by.
 * @param tag BCP 47: "es" and "es-ES" read Spain's title, any other Spanish Latin America's, the rest the
 *   English one
 */
export function shownTitle(film: FilmTitles, tag: string): string {
  const [language, region] = tag.split("-");
  if (language !== "es") return film.title;
  const spain = region === undefined || region === "ES";
  return (spain ? film.titleEs : (film.titleEs419 ?? film.titleEs)) ?? film.title;
}

const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** The original title in letters that a reader of Spanish or English reads; undefined where there is none. */
export function readableOriginal({
  title,
  originalTitle = title,
  originalLatin,
}: FilmTitles): string | undefined {
  return LATIN.test(originalTitle) ? originalTitle : originalLatin;
}

const MARKS = /\p{Mn}+/gu;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;
/** Articles of the languages that most films come from. */
const ARTICLE =
  /^(?:(?:the|an?|el|l[aeo]s?|un[ae]?s?|il|gli|i|der|die|das|een|het|de|o|os|as) |l['’]) *(?=\S)/u;

/** Whether two titles are one, spelled otherwise: case, accents, punctuation and a leading article aside. */
export function isSameTitle(one: string, other: string): boolean {
  return one === other || plainTitle(one) === plainTitle(other);
}

function plainTitle(title: string): string {
  const lower = title.toLowerCase().normalize("NFKD").replace(MARKS, "").replaceAll("&", "and");
  const plain = lower.replace(ARTICLE, "").replace(NO_LETTERS, "");
  // "…" and "?" are titles too.
  return plain === "" ? title : plain;
}

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 → YYYY-MM-DD. */
export function isoDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** YYYY-MM-DD, or undefined where the film has no date, or the year is all that is known of it. */
export function releaseDate({ films }: Films, row: FilmRow): string | undefined {
  const day = films.releaseDate.get(row);
  return day === undefined || films.yearOnly[row] === 1 ? undefined : isoDate(day);
}

export function releaseYear({ films }: Films, row: FilmRow): number | undefined {
  const day = films.releaseDate.get(row);
  return day === undefined ? undefined : new Date(day * MS_PER_DAY).getUTCFullYear();
}

/**
 * How many votes a film of each prominence counts as, where votes are unknown: 1 hardly anybody saw, 5
 * everybody.
 */
const FAME_OF_PROMINENCE = [0, 30, 150, 600, 2_000, 6_000];

/** The year whose votes fame is measured in. */
const VOTES_MEASURE = 2017;

/**
 * What TMDB's votes of a film grow by in a year, as a share of those of 2017: films counted in 2017 and again in 2022
 * or 2023 had three times as many (median of 137).
 */
const YEARLY_GROWTH = 0.35;

/**
 * How well known a film is, as a number of votes of 2017: a film counted later had longer to gather them. For order and
 * ranking only: never shown, never summed as votes.
 * @param votesYear when the votes were counted; undefined where nobody knows
 */
export function fameOf(voteCount: number, prominence: number, votesYear?: number): number {
  if (voteCount === 0) return FAME_OF_PROMINENCE[prominence] ?? 0;
  const years = Math.max(0, (votesYear ?? VOTES_MEASURE) - VOTES_MEASURE);
  return Math.max(1, Math.round(voteCount / (1 + YEARLY_GROWTH * years)));
}

/** Votes from which on a release date is taken for true, and not for an announcement or a slip. */
export const VOTES_OF_A_RELEASE = 100;

/** `fameOf` of every film, by row. */
export function filmFame({ films }: Pick<Tables, "films">): Int32Array {
  return films.voteCount.map((votes, row) =>
    fameOf(votes, films.prominence[row] ?? 0, films.votesYear.get(rowIn("films", row))),
  );
}

/** How many people voted; undefined where the sources do not tell. */
export function voteCount({ films }: Films, row: FilmRow): number | undefined {
  const votes = films.voteCount[row];
  const isEstimated = votes === 0 && films.prominence[row] !== 0;
  return isEstimated ? undefined : votes;
}

/** Adult films are counted, but named in no answer. */
export function isAdult({ films }: Films, row: FilmRow): boolean {
  return films.adult[row] === 1;
}

/** The same catalogue where adult films are films like any other: of the very same data, but for that column. */
export function withAdultFilms<Whole extends Films>(catalog: Whole): Whole {
  const { films } = catalog;
  return { ...catalog, films: { ...films, adult: new Uint8Array(films.adult.length) } };
}
