/** What two films share, by kind: read from the tables, so that each of it is true. */
import type { Lists, OptionalNumbers, RowNumbers } from "../../catalog/columns.js";
import type {
  CollectionRow,
  CompanyRow,
  CountryRow,
  FilmRow,
  GenreRow,
  KeywordRow,
  PersonRow,
  Rows,
} from "../../catalog/rows.js";
import { BILLED, billingWeight, type FeatureTables } from "../features/blocks.js";
import { type FilmFacts, yearOf } from "../features/facts.js";
import { type Likes, userCountOf, usersWith } from "../ratings/likes.js";
import { isEmptyTag } from "./empty-tags.js";

/** What two films can have in common. */
export const REASON_KINDS = [
  "collection",
  "director",
  "cast",
  "writer",
  "keywords",
  "companies",
  "genres",
  "country",
  "era",
  "liked",
] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];

/** What is shared, by kind: rows of a table; the first year of a decade; how many people liked both. */
export interface Shared {
  readonly collection: CollectionRow;
  readonly director: PersonRow;
  readonly cast: PersonRow;
  readonly writer: PersonRow;
  readonly keywords: KeywordRow;
  readonly companies: CompanyRow;
  readonly genres: GenreRow;
  readonly country: CountryRow;
  readonly era: number;
  readonly liked: number;
}

export interface ReasonInput {
  readonly tables: FeatureTables;
  readonly facts: FilmFacts;
  /** Undefined where the data has no ratings, or too few. */
  readonly likes: Likes | undefined;
}

/**
 * What is more common tells nothing of a film: by share of all films, keywords by share of all that films bear, since
 * some sources give them many more than others.
 */
const MOST_COMMON = { keywords: 0.004, companies: 0.002, country: 0.05 } as const;
/** Forms of film that many films have and that still say what one is like. */
const FORMS: ReadonlySet<string> = new Set(["musical", "biography", "stand-up comedy"]);
/** Films before this year are "of the forties": later decades are many people's own. */
const ERA_BEFORE = 1980;
/** People who liked both films, and how many times more than chance would have it, before it is said. */
const FEWEST_SHARED = 4;
const LEAST_LIFT = 2;
/** TMDB's genre of films that are not American: nothing that two of them share. */
const FOREIGN = "Foreign";

/** What two films share, by kind of reason, most telling first; nothing where it tells nothing. */
export const SHARED: {
  readonly [Kind in ReasonKind]: (input: ReasonInput, a: FilmRow, b: FilmRow) => readonly Shared[Kind][];
} = {
  collection: ({ tables: { films } }, a, b) => same(films.collection, a, b),
  director: ({ tables: { films } }, a, b) => common(films.directors.get(a), films.directors.get(b)),
  cast: ({ tables: { films } }, a, b) =>
    common(billed(films, a), billed(films, b)).sort(
      (one, other) => leadIn(films, other, a, b) - leadIn(films, one, a, b),
    ),
  writer: ({ tables: { films } }, a, b) => common(films.writers.get(a), films.writers.get(b)),
  keywords: ({ tables: { films, keywords } }, a, b) => {
    const most = MOST_COMMON.keywords * films.keywords.values.length;
    return rarest(films.keywords, keywords, [a, b]).filter((row) => {
      const name = keywords.name.get(row);
      // Told to readers of both languages, or to none.
      if (keywords.nameEs.get(row) === undefined || isEmptyTag(name)) return false;
      return keywords.films.size(row) <= most || FORMS.has(name);
    });
  },
  companies: ({ tables: { films, companies } }, a, b) =>
    rarest(films.companies, companies, [a, b], MOST_COMMON.companies * films.rowCount),
  genres: ({ tables: { films, genres } }, a, b) =>
    rarest(films.genres, genres, [a, b]).filter((genre) => genres.name.get(genre) !== FOREIGN),
  country: ({ tables: { films, countries } }, a, b) =>
    rarest(films.countries, countries, [a, b], MOST_COMMON.country * films.rowCount),
  era: ({ facts }, a, b) => sharedDecade(facts, a, b),
  liked: ({ likes }, a, b) => sharedPeople(likes, a, b),
};

/** Decade and country though half of all films are of it: for pairs that share nothing else. */
export const PLAIN: Pick<typeof SHARED, "era" | "country"> = {
  era: ({ facts }, a, b) => sharedDecade(facts, a, b, Number.POSITIVE_INFINITY),
  country: ({ tables: { films } }, a, b) => common(films.countries.get(a), films.countries.get(b)),
};

function billed(films: FeatureTables["films"], film: FilmRow): Rows<PersonRow> {
  return films.cast.get(film).subarray(0, BILLED);
}

/** How much of the lead somebody has in both films: 1 where they come first in both. */
export function leadIn(films: FeatureTables["films"], person: PersonRow, a: FilmRow, b: FilmRow): number {
  const lead = (film: FilmRow) =>
    billingWeight(billed(films, film).indexOf(person), films.castOrdered[film] === 1);
  return lead(a) * lead(b);
}

/** What both films have one of. */
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
