/** Why a film is recommended: what the pair really shares, most telling first. Words are said elsewhere. */
import type { FilmRow, PersonRow } from "../../catalog/rows.js";
import {
  leadIn,
  PLAIN,
  REASON_KINDS,
  type ReasonInput,
  type ReasonKind,
  SHARED,
  type Shared,
} from "./shared.js";

type ReasonOf<Kind extends ReasonKind> = {
  readonly kind: Kind;
  /** How much it says, comparable between pairs. */
  readonly weight: number;
  /** Most telling first. */
  readonly shared: readonly Shared[Kind][];
};

/** A reason of any kind. */
export type Reason = { readonly [Kind in ReasonKind]: ReasonOf<Kind> }[ReasonKind];

const MOST_REASONS = 3;
/** Of these, which tell little, one is told at most. */
export const CONTEXT: ReadonlySet<ReasonKind> = new Set(["genres", "country", "era"]);
/** More names than these are not read, and do not count. */
const MOST_NAMES = 3;

/**
 * How much it says to a person that two films share this, by kind: a franchise or a director most, the leads of
 * both and rare themes next, a pair of genres or a form less. Chosen by reading lists.
 */
const TELLING: {
  readonly [Kind in ReasonKind]: (
    input: ReasonInput,
    shared: readonly Shared[Kind][],
    a: FilmRow,
    b: FilmRow,
  ) => number;
} = {
  collection: () => 4,
  director: () => 3,
  cast: ({ tables: { films } }, people, a, b) =>
    Math.min(2.9, 2.4 * sum(people, (person) => leadIn(films, person, a, b))),
  writer: () => 1.4,
  keywords: ({ tables: { films, keywords } }, themes) =>
    Math.min(
      2.5,
      5 *
        sum(themes, (theme) =>
          Math.max(0.05, rarity(keywords.films.size(theme), films.keywords.values.length) - 0.45),
        ),
    ),
  companies: ({ tables: { films, companies } }, houses) =>
    1.2 * sum(houses.slice(0, 1), (house) => rarity(companies.films.size(house), films.rowCount)),
  genres: ({ tables: { films, genres } }, shared) =>
    Math.min(
      0.6,
      sum(shared, (genre) => rarity(genres.films.size(genre), films.rowCount)),
    ),
  country: () => 0.25,
  era: () => 0.2,
  liked: () => 0.3,
};

/**
 * What two films share that is worth telling: at most MOST_REASONS, most telling first, each true for this pair.
 * Decade, genres and country tell least: one of them at most, and a common one only where there is nothing else.
 */
export function reasonsFor(input: ReasonInput, a: FilmRow, b: FilmRow): Reason[] {
  const told = REASON_KINDS.map((kind) => weighed(kind, input, a, b))
    .filter(({ weight, shared }) => weight > 0 && shared.length > 0)
    .sort((one, other) => other.weight - one.weight);
  if (told.length === 0) return plainReason(input, a, b);
  const [context] = told.filter(({ kind }) => CONTEXT.has(kind));
  return withoutRepeats(told.filter((reason) => !CONTEXT.has(reason.kind) || reason === context)).slice(
    0,
    MOST_REASONS,
  );
}

/** For pairs that share nothing else: nearly no weight. */
function plainReason(input: ReasonInput, a: FilmRow, b: FilmRow): Reason[] {
  const era: Reason = { kind: "era", weight: 0.01, shared: PLAIN.era(input, a, b) };
  const country: Reason = { kind: "country", weight: 0.01, shared: PLAIN.country(input, a, b) };
  return [era, country].filter(({ shared }) => shared.length > 0).slice(0, 1);
}

function weighed<Kind extends ReasonKind>(kind: Kind, input: ReasonInput, a: FilmRow, b: FilmRow): Reason {
  const shared = SHARED[kind](input, a, b);
  return { kind, weight: TELLING[kind](input, shared, a, b), shared } as unknown as Reason;
}

/** Who directs, acts and writes is named once. */
function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const named = new Set<PersonRow>();
  return reasons.flatMap((reason) => {
    if (reason.kind !== "director" && reason.kind !== "writer" && reason.kind !== "cast") return reason;
    const others = reason.shared.filter((person) => !named.has(person));
    for (const person of others) named.add(person);
    return others.length > 0 ? { ...reason, shared: others } : [];
  });
}

/** 0 for what all films have, 1 for what one has. */
function rarity(films: number, all: number): number {
  return all > 1 ? Math.log(all / Math.max(1, films)) / Math.log(all) : 0;
}

function sum<Item>(items: readonly Item[], worth: (item: Item) => number): number {
  return items.slice(0, MOST_NAMES).reduce((total, item) => total + worth(item), 0);
}
