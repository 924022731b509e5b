/** Why a film is recommended: what the pair really shares, most telling first. Words are said elsewhere. */
import type { Lists, OptionalNumbers, RowNumbers } from "../catalog/columns.js";
import type {
  CollectionRow,
  CompanyRow,
  CountryRow,
  FilmRow,
  GenreRow,
  KeywordRow,
  LanguageRow,
  PersonRow,
  Rows,
} from "../catalog/rows.js";
import { BILLED, BLOCKS, type FeatureTables } from "./features/blocks.js";
import { type FilmFacts, yearOf } from "./features/facts.js";
import { type Likes, userCountOf, usersWith } from "./ratings/likes.js";

/**
 * What two films can have in common: features of a block, the decade they are from, the people who liked
 * both.
 */
export const REASON_KINDS = [...BLOCKS, "era", "liked"] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];

/**
 * What is shared, by kind of reason: rows of the block's table; the first year of a decade; how many people
 * liked both.
 */
interface Shared {
  readonly collection: CollectionRow;
  readonly director: PersonRow;
  readonly writer: PersonRow;
  readonly cast: PersonRow;
  readonly keywords: KeywordRow;
  readonly genres: GenreRow;
  readonly companies: CompanyRow;
  readonly country: CountryRow;
  readonly language: LanguageRow;
  readonly era: number;
  readonly liked: number;
}

type ReasonOf<Kind extends ReasonKind> = {
  readonly kind: Kind;
  /** Most telling first. */
  readonly shared: readonly Shared[Kind][];
};

/** A reason of any kind. */
export type Reason = { readonly [Kind in ReasonKind]: ReasonOf<Kind> }[ReasonKind];

const MOST_REASONS = 3;

/**
 * How much full agreement in a block says to a person, beside what it adds to the score: a director or a
 * franchise says more than three genres that half of all films have. Chosen by reading lists.
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
  a: FilmRow,
  b: FilmRow,
  cosines: ArrayLike<number>,
  full: number,
): Reason[] {
  const blocks = BLOCKS.flatMap((block, i) => {
    const cosine = cosines[i] ?? 0;
    return cosine > 0
      ? { weight: (cosine / full) * TELLING[block], reason: reasonOf(block, input, a, b) }
      : [];
  });
  const others = (["era", "liked"] as const).map((kind) => ({
    weight: TELLING[kind],
    reason: reasonOf(kind, input, a, b),
  }));
  const told = [...blocks, ...others]
    .filter(({ weight, reason }) => weight > 0 && reason.shared.length > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ reason }) => reason);
  return told.length > 0 ? withoutRepeats(told).slice(0, MOST_REASONS) : plainReasons(input, a, b);
}

/**
 * What is shared though half of all films do, for pairs that share nothing else: the score is votes and years
 * then.
 */
function plainReasons({ tables: { films }, facts }: ReasonInput, a: FilmRow, b: FilmRow): Reason[] {
  const all: Reason[] = [
    { kind: "country", shared: common(films.countries.get(a), films.countries.get(b)) },
    { kind: "era", shared: sharedDecade(facts, a, b, Number.POSITIVE_INFINITY) },
    { kind: "language", shared: same(films.originalLanguage, a, b) },
  ];
  return all.filter(({ shared }) => shared.length > 0).slice(0, MOST_REASONS);
}

/** Who directs and writes is named once. */
function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const named = new Set<PersonRow>();
  return reasons.flatMap((reason) => {
    if (reason.kind !== "director" && reason.kind !== "writer" && reason.kind !== "cast") return reason;
    const others = reason.shared.filter((person) => !named.has(person));
    for (const person of others) named.add(person);
    return others.length > 0 ? { kind: reason.kind, shared: others } : [];
  });
}

function reasonOf(kind: ReasonKind, input: ReasonInput, a: FilmRow, b: FilmRow): Reason {
  return { kind, shared: SHARED[kind](input, a, b) } as Reason;
}

/** TMDB's genre of films that are not American: nothing that two of them share. */
const FOREIGN = "Foreign";

/** What two films share, by kind of reason. A language alone is no reason. */
const SHARED: {
  readonly [Kind in ReasonKind]: (input: ReasonInput, a: FilmRow, b: FilmRow) => readonly Shared[Kind][];
} = {
  collection: ({ tables: { films } }, a, b) => same(films.collection, a, b),
  director: ({ tables: { films } }, a, b) => common(films.directors.get(a), films.directors.get(b)),
  writer: ({ tables: { films } }, a, b) => common(films.writers.get(a), films.writers.get(b)),
  cast: ({ tables: { films } }, a, b) => {
    const billed = (film: FilmRow) => films.cast.get(film).subarray(0, BILLED);
    return common(billed(a), billed(b));
  },
  keywords: ({ tables: { films, keywords } }, a, b) => rarest(films.keywords, keywords, [a, b]),
  genres: ({ tables: { films, genres } }, a, b) =>
    rarest(films.genres, genres, [a, b]).filter((genre) => genres.name.get(genre) !== FOREIGN),
  companies: ({ tables: { films, companies } }, a, b) =>
    rarest(films.companies, companies, [a, b], MOST_COMMON.companies * films.rowCount),
  country: ({ tables: { films, countries } }, a, b) =>
    rarest(films.countries, countries, [a, b], MOST_COMMON.country * films.rowCount),
  language: () => [],
  era: ({ facts }, a, b) => sharedDecade(facts, a, b),
  liked: ({ likes }, a, b) => sharedPeople(likes, a, b),
};

/** What both films have one of: a collection, a language. */
function same<Row extends number>(column: OptionalNumbers<FilmRow, Row>, a: FilmRow, b: FilmRow): Row[] {
  const value = column.get(a);
  return value !== undefined && value === column.get(b) ? [value] : [];
}

/** What both films have, in the order of the first list. */
function common<Row extends number>(a: Rows<Row>, b: Rows<Row>): Row[] {
  return [...new Set(a)].filter((row) => b.includes(row));
}

/**
 * What both films have, that of the fewest films first.
 * @param table of what they have, with the films of each
 * @param most films with it, beyond which it tells nothing
 */
function rarest<Row extends number>(
  column: Lists<RowNumbers, FilmRow, Rows<Row>>,
  { films }: { readonly films: Lists<RowNumbers, Row, Rows<FilmRow>> },
  [a, b]: readonly [FilmRow, FilmRow],
  most = Number.POSITIVE_INFINITY,
): Row[] {
  return common(column.get(a), column.get(b))
    .sort((one, other) => films.size(one) - films.size(other) || one - other)
    .filter((row) => films.size(row) <= most);
}

function sharedDecade(facts: FilmFacts, a: FilmRow, b: FilmRow, before = ERA_BEFORE): number[] {
  const [first, second] = [yearOf(facts, a), yearOf(facts, b)];
  if (first === undefined || second === undefined || first >= before) return [];
  const decade = Math.floor(first / 10) * 10;
  return decade === Math.floor(second / 10) * 10 ? [decade] : [];
}

/** How many liked both, where that is more than chance and their number make it. */
function sharedPeople(likes: Likes | undefined, a: FilmRow, b: FilmRow): number[] {
  if (likes === undefined) return [];
  const others = new Set(usersWith(likes, b));
  let shared = 0;
  for (const user of usersWith(likes, a)) if (others.has(user)) shared++;
  const chance = (userCountOf(likes, a) * userCountOf(likes, b)) / Math.max(1, likes.userCount);
  return shared >= FEWEST_SHARED && shared >= LEAST_LIFT * chance ? [shared] : [];
}
