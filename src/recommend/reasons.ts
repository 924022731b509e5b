/** Why a film is recommended: what the pair really shares, most telling first. Words are said elsewhere. */
import { BILLED, BLOCKS, type Block, type FeatureTables } from "./features/blocks.js";
import { type FilmFacts, NO_YEAR } from "./features/facts.js";
import { type Likes, userCountOf } from "./ratings/likes.js";

/** What two films can have in common: features of a block, the decade they are from, the people who liked both. */
export const REASON_KINDS = [...BLOCKS, "era", "liked"] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];

export interface Reason {
  readonly kind: ReasonKind;
  /**
   * What is shared, most telling first: rows of the block's table (people, keywords…); for "era" the first year of the
   * decade; for "liked" how many people liked both.
   */
  readonly shared: readonly number[];
}

export const MOST_REASONS = 3;

/**
 * How much full agreement in a block says to a person, beside what it adds to the score: a director or a franchise says
 * more than three genres that half of all films have. Chosen by reading lists.
 */
const TELLING: Readonly<Record<ReasonKind, number>> = {
  collection: 4,
  director: 3,
  keywords: 2,
  cast: 2,
  writer: 1.5,
  liked: 0.35,
  companies: 0.6,
  genres: 0.4,
  country: 0.5,
  language: 0,
  era: 0.3,
};

/** A country, studio or genre of more than this share of all films tells nothing of one of them. */
const MOST_COMMON = { companies: 0.005, country: 0.05 } as const;
/** Films before this year are "of the forties": later decades are many people's own. */
const ERA_BEFORE = 1980;
/** People who liked both films, and how many times more than chance would have it, before it is said. */
const FEWEST_SHARED = 4;
const LEAST_LIFT = 2;

export interface ReasonInput {
  readonly tables: FeatureTables;
  readonly facts: FilmFacts;
  readonly likes: Likes | undefined;
}

/**
 * @param cosines of the pair, in the order of BLOCKS, on any scale from 0 to `full`
 * @returns at most MOST_REASONS, each true for this pair
 */
export function reasonsFor(
  input: ReasonInput,
  a: number,
  b: number,
  cosines: ArrayLike<number>,
  full: number,
): Reason[] {
  const blocks = BLOCKS.map((kind, i) => ({
    kind,
    weight: (cosines[i] / full) * TELLING[kind],
    shared: cosines[i] > 0 ? sharedFeatures(input, kind, a, b) : [],
  }));
  const others = [
    { kind: "era" as const, weight: TELLING.era, shared: sharedDecade(input.facts, a, b) },
    { kind: "liked" as const, weight: TELLING.liked, shared: sharedPeople(input.likes, a, b) },
  ];
  const told = [...blocks, ...others]
    .filter(({ weight, shared }) => weight > 0 && shared.length > 0)
    .sort((one, other) => other.weight - one.weight);
  return told.length > 0 ? withoutRepeats(told).slice(0, MOST_REASONS) : plainReasons(input, a, b);
}

/** What is shared though half of all films do, for pairs that share nothing else: the score is votes and years then. */
function plainReasons({ tables: { films }, facts }: ReasonInput, a: number, b: number): Reason[] {
  const all: Reason[] = [
    { kind: "country", shared: common(films.countries.get(a), films.countries.get(b)) },
    { kind: "era", shared: sharedDecade(facts, a, b, Number.POSITIVE_INFINITY) },
    { kind: "language", shared: sameLanguage(films, a, b) },
  ];
  return all.filter(({ shared }) => shared.length > 0).slice(0, MOST_REASONS);
}

function sameLanguage({ originalLanguage }: FeatureTables["films"], a: number, b: number): number[] {
  const language = originalLanguage.get(a);
  return language !== undefined && language === originalLanguage.get(b) ? [language] : [];
}

/** Who directs and writes is named once, and what one studio's country is goes without saying. */
function withoutRepeats(reasons: readonly (Reason & { readonly weight: number })[]): Reason[] {
  const named = new Set<number>();
  return reasons.flatMap(({ kind, shared }) => {
    if (!PEOPLE.has(kind)) return { kind, shared };
    const others = shared.filter((person) => !named.has(person));
    for (const person of others) named.add(person);
    return others.length > 0 ? { kind, shared: others } : [];
  });
}

/** TMDB's genre of films that are not American: nothing that two of them share. */
const FOREIGN = "Foreign";

const PEOPLE: ReadonlySet<ReasonKind> = new Set(["director", "writer", "cast"]);

function sharedFeatures({ tables }: ReasonInput, block: Block, a: number, b: number): number[] {
  const { films, keywords, genres, companies, countries } = tables;
  const rare = (rows: number[], lists: { size(row: number): number }, most: number) =>
    rarestFirst(rows, (row) => lists.size(row)).filter((row) => lists.size(row) <= most * films.rowCount);
  switch (block) {
    case "collection": {
      const collection = films.collection.get(a);
      return collection !== undefined && collection === films.collection.get(b) ? [collection] : [];
    }
    case "director":
      return common(films.directors.get(a), films.directors.get(b));
    case "writer":
      return common(films.writers.get(a), films.writers.get(b));
    case "cast":
      return common(films.cast.get(a).subarray(0, BILLED), films.cast.get(b).subarray(0, BILLED));
    case "keywords":
      return rare(common(films.keywords.get(a), films.keywords.get(b)), keywords.films, 1);
    case "genres":
      return rare(common(films.genres.get(a), films.genres.get(b)), genres.films, 1).filter(
        (genre) => genres.name.get(genre) !== FOREIGN,
      );
    case "companies":
      return rare(
        common(films.companies.get(a), films.companies.get(b)),
        companies.films,
        MOST_COMMON.companies,
      );
    case "country":
      return rare(
        common(films.countries.get(a), films.countries.get(b)),
        countries.films,
        MOST_COMMON.country,
      );
    case "language":
      return [];
  }
}

function sharedDecade({ years }: FilmFacts, a: number, b: number, before = ERA_BEFORE): number[] {
  if (years[a] === NO_YEAR || years[b] === NO_YEAR) return [];
  const decade = (film: number) => Math.floor(years[film] / 10) * 10;
  return decade(a) === decade(b) && years[a] < before ? [decade(a)] : [];
}

/** How many liked both, where that is more than chance and their number make it. */
function sharedPeople(likes: Likes | undefined, a: number, b: number): number[] {
  if (likes === undefined) return [];
  const { usersOf, filmOffsets, userCount } = likes;
  const others = new Set(usersOf.subarray(filmOffsets[b], filmOffsets[b + 1]));
  let shared = 0;
  for (const user of usersOf.subarray(filmOffsets[a], filmOffsets[a + 1])) if (others.has(user)) shared++;
  const chance = (userCountOf(likes, a) * userCountOf(likes, b)) / Math.max(1, userCount);
  return shared >= FEWEST_SHARED && shared >= LEAST_LIFT * chance ? [shared] : [];
}

/** In the order of the first list. */
function common(a: Int32Array, b: Int32Array): number[] {
  return [...new Set(a)].filter((value) => b.includes(value));
}

function rarestFirst(rows: number[], frequency: (row: number) => number): number[] {
  return rows.sort((a, b) => frequency(a) - frequency(b) || a - b);
}
