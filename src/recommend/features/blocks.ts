/**
 * What films are compared by: blocks of features, each a unit vector a film, idf-weighted.
 *
 * A film's vector is made from the tables alone, one film at a time: the build makes all of them
 * (`sparse.ts`), an answer those of the films in question.
 */
import type { Tables } from "../../catalog/catalog.js";
import type { OptionalNumbers, RowNumbers } from "../../catalog/columns.js";
import { type FilmRow, filmRow } from "../../catalog/rows.js";
import type { FilmLists, Learned } from "./learned.js";
import { themesOf } from "./themes.js";
import { WeightsByFeature } from "./weights-by-feature.js";

/** The tables that features are read from. */
export const FEATURE_TABLES = [
  "films",
  "people",
  "collections",
  "companies",
  "keywords",
  "themes",
  "genres",
  "countries",
  "languages",
] as const satisfies readonly (keyof Tables)[];

export type FeatureTableName = (typeof FEATURE_TABLES)[number];
export type FeatureTables = Pick<Tables, FeatureTableName>;

/** In the order of the score's parts. */
export const BLOCKS = [
  "collection",
  "director",
  "writer",
  "cast",
  "keywords",
  "themes",
  "plot",
  "genres",
  "companies",
  "country",
  "language",
] as const;

export type Block = (typeof BLOCKS)[number];

/** A film's features of one block with their weights: of length 1, or all empty. */
export interface FeatureRow {
  readonly features: RowNumbers;
  readonly weights: Float32Array;
}

export interface BlockRows {
  readonly featureCount: number;
  /** Films that have a feature. */
  readonly frequency: Int32Array;
  row(film: number): FeatureRow;
}

export interface ComparedRows extends BlockRows {
  /** Dot product of two films' rows. Quick where the first one is compared with many in a row. */
  cosine(film: number, other: number): number;
}

/** Only the first names of a cast say what a film is like; later ones are extras and voices. */
export const BILLED = 10;

/**
 * Weight of the n-th name (from 0) of a cast in billing order; where the order says nothing, all count the
 * same.
 */
export function billingWeight(position: number, ordered: boolean): number {
  return ordered ? 1 / (1 + position / 3) : 0.5;
}

/**
 * Added to a vector's squared length, in units of one feature that a thousandth of all films have: one
 * keyword shared by two films that have no other does not make them the same film. Nor does English, which
 * most films speak: a rarer language in common says more. Without it a director would count as much whatever their
 * films tell, where they are a film's only one.
 */
const PRIOR_FEATURES: Readonly<Record<Block, number>> = {
  collection: 0,
  // These four count by what they tell as well (`telling.ts`).
  director: 0.4,
  writer: 0,
  cast: 0.4,
  keywords: 0.4,
  plot: 1.2,
  // One subject in common does not make two films alike.
  themes: 1.2,
  genres: 0,
  companies: 0,
  country: 0,
  language: 0.1,
};
const PRIOR_IDF = Math.log(1001);

interface Source {
  readonly featureCount: number;
  /** Distinct features of each film. */
  readonly lists: FilmLists;
  /** So many of a film's features count: the first ones. All where it is not said. */
  readonly most?: number;
  /** Weight of the n-th feature of a film before idf; all the same where there is none. */
  weight?(film: number, position: number): number;
  /** How much each feature tells beside its idf, in bytes; all the same where there is none. */
  readonly telling?: Uint8Array;
}

function sources(tables: FeatureTables, { plots, telling }: Learned): Record<Block, Source> {
  const { films } = tables;
  const lists = (lists: FilmLists, featureCount: number): Source => ({ featureCount, lists });
  const single = (column: OptionalNumbers<FilmRow>, featureCount: number): Source => ({
    featureCount,
    lists: listsOf(column, films.rowCount),
  });
  return {
    collection: single(films.collection, tables.collections.rowCount),
    director: { ...lists(films.directors, tables.people.rowCount), telling: telling.directors },
    writer: lists(films.writers, tables.people.rowCount),
    cast: {
      ...lists(films.cast, tables.people.rowCount),
      most: BILLED,
      weight: (film, position) => billingWeight(position, films.castOrdered[film] === 1),
      telling: telling.cast,
    },
    keywords: { ...lists(films.keywords, tables.keywords.rowCount), telling: telling.keywords },
    themes: lists(themesOf(tables), tables.themes.rowCount),
    plot: { ...lists(plots, telling.plotWords.length), telling: telling.plotWords },
    genres: lists(films.genres, tables.genres.rowCount),
    companies: lists(films.companies, tables.companies.rowCount),
    country: lists(films.countries, tables.countries.rowCount),
    language: single(films.originalLanguage, tables.languages.rowCount),
  };
}

/** A column of one feature a film, or none, as lists. */
function listsOf(column: OptionalNumbers<FilmRow>, filmCount: number): FilmLists {
  const offsets = new Int32Array(filmCount + 1);
  const values = new Int32Array(filmCount);
  let count = 0;
  for (let film = 0; film < filmCount; film++) {
    const feature = column.get(filmRow(film));
    if (feature !== undefined) values[count++] = feature;
    offsets[film + 1] = count;
  }
  return { offsets, values };
}

/** A byte for 1. */
const FULL_BYTE = 255;
const EMPTY: FeatureRow = { features: new Int32Array(0), weights: new Float32Array(0) };

/** Goes through all films once, to count how many have each feature. */
export function blockRows(tables: FeatureTables, learned: Learned): Record<Block, ComparedRows> {
  const bySource = sources(tables, learned);
  return Object.fromEntries(
    BLOCKS.map((block) => [
      block,
      rowsOf(tables.films.rowCount, bySource[block], PRIOR_FEATURES[block] * PRIOR_IDF ** 2),
    ]),
  ) as Record<Block, ComparedRows>;
}

function rowsOf(
  filmCount: number,
  { featureCount, lists: { offsets, values }, most = Number.POSITIVE_INFINITY, weight, telling }: Source,
  prior: number,
): ComparedRows {
  const endOf = (film: number) => Math.min(offsets[film + 1], offsets[film] + most);
  const frequency = new Int32Array(featureCount);
  for (let film = 0; film < filmCount; film++) {
    for (let i = offsets[film], end = endOf(film); i < end; i++) frequency[values[i]]++;
  }
  const idf = idfOf(filmCount);
  const computed = (feature: number) =>
    telling === undefined
      ? idf(frequency[feature])
      : (idf(frequency[feature]) * telling[feature]) / FULL_BYTE;
  const told = featureCount > FEW_FEATURES ? computed : lookedUp(featureCount, computed);
  const weightOf = (film: number, i: number) =>
    weight === undefined ? told(values[i]) : told(values[i]) * weight(film, i - offsets[film]);
  const row = (film: number): FeatureRow => {
    const [from, end] = [offsets[film], endOf(film)];
    if (from === end) return EMPTY;
    const weights = new Float32Array(end - from);
    let squares = prior;
    for (let i = from; i < end; i++) {
      const own = weightOf(film, i);
      weights[i - from] = own;
      squares += own * own;
    }
    const length = Math.sqrt(squares);
    for (let i = 0; i < weights.length; i++) weights[i] /= length;
    return { features: values.subarray(from, end), weights };
  };
  /** The film asked for last, its weights, and their squares' sum. */
  const held = { film: -1, weights: new WeightsByFeature(), squares: 0 };
  const hold = (film: number): void => {
    if (film === held.film) return;
    held.weights.clear();
    held.film = film;
    held.squares = prior;
    for (let i = offsets[film], end = endOf(film); i < end; i++) {
      const own = weightOf(film, i);
      held.weights.set(values[i], own);
      held.squares += own * own;
    }
  };
  const cosine = (film: number, other: number): number => {
    hold(film);
    const { weights } = held;
    let product = 0;
    let squares = prior;
    for (let i = offsets[other], end = endOf(other); i < end; i++) {
      const own = weightOf(other, i);
      product += own * weights.get(values[i]);
      squares += own * own;
    }
    // In single precision it is the same whichever film comes first, though the sums are made in another order.
    return product === 0 ? 0 : Math.fround(product / Math.sqrt(squares * held.squares));
  };
  return { featureCount, frequency, row, cosine };
}

/** How much each tells is looked up where there are no more of them, and computed anew where there are: a tenth slower. */
const FEW_FEATURES = 1 << 18;

function lookedUp(count: number, compute: (feature: number) => number): (feature: number) => number {
  const kept = Float64Array.from({ length: count }, (_, feature) => compute(feature));
  return (feature) => kept[feature];
}

/** Features that fewer films have are most, and their logarithms the same ones. */
const LOOKED_UP = 4096;

/** How much a feature tells by how many films have it. */
function idfOf(filmCount: number): (frequency: number) => number {
  const compute = (frequency: number) => Math.log(1 + filmCount / frequency);
  const known = Float64Array.from({ length: LOOKED_UP }, (_, frequency) => compute(frequency));
  return (frequency) => (frequency < LOOKED_UP ? known[frequency] : compute(frequency));
}

/** Cosine of two films in a block: the dot product of their rows (rows are short, order does not matter). */
export function dot(a: FeatureRow, b: FeatureRow): number {
  let sum = 0;
  for (let i = 0; i < a.features.length; i++) {
    for (let j = 0; j < b.features.length; j++) {
      if (a.features[i] === b.features[j]) sum += a.weights[i] * b.weights[j];
    }
  }
  return sum;
}
