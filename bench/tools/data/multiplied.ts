/**
 * A catalogue several times as large: each film again, with the same genres, countries, language and companies, but
 * people, keywords and collections of its own kind, so that what films share grows as it would among real ones.
 */
import { Lists, OptionalNumbers, type RowNumbers } from "../../../src/catalog/columns.js";
import { type FilmRow, filmRow, type Rows } from "../../../src/catalog/rows.js";
import type { FeatureTables } from "../../../src/recommend/features/blocks.js";
import type { FilmLists, Learned } from "../../../src/recommend/features/learned.js";
import { DIMENSIONS, type FilmVectors } from "../../../src/recommend/features/vectors.js";
import { randomNumbers } from "../random.js";

type RowLists<Row extends number> = Lists<RowNumbers, FilmRow, Rows<Row>>;
type FilmNumbers<Value extends number> = OptionalNumbers<FilmRow, Value>;

export function multiplied(tables: FeatureTables, films: number): FeatureTables {
  const { rowCount } = tables.films;
  const copies = Math.ceil(films / rowCount);
  /** Film row r of the larger catalogue is a copy of this one; copies of a film lie side by side, in order of votes. */
  const original = Array.from({ length: films }, (_, row) => filmRow(Math.floor(row / copies)));
  const copy = (row: number) => row % copies;
  const lists = <Row extends number>(column: RowLists<Row>, size: number): RowLists<Row> => {
    const offsets = new Int32Array(films + 1);
    let count = 0;
    for (const [row, film] of original.entries()) {
      count += column.size(film);
      offsets[row + 1] = count;
    }
    const values = new Int32Array(count);
    let at = 0;
    for (const [row, film] of original.entries()) {
      for (const value of column.get(film)) values[at++] = copy(row) * size + value;
    }
    return new Lists(offsets, values);
  };
  const numbers = <Value extends number>(column: FilmNumbers<Value>, size: number): FilmNumbers<Value> => {
    const values = new Float64Array(films);
    const validity = new Uint8Array((films + 7) >> 3);
    for (const [row, film] of original.entries()) {
      const value = column.get(film);
      if (value === undefined) continue;
      values[row] = copy(row) * size + value;
      validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7));
    }
    return new OptionalNumbers(values, validity);
  };
  const times = <Table extends { readonly rowCount: number }>(table: Table): Table => ({
    ...table,
    rowCount: table.rowCount * copies,
  });
  const { people, keywords, collections } = tables;
  return {
    ...tables,
    people: times(people),
    keywords: times(keywords),
    collections: times(collections),
    films: {
      ...tables.films,
      rowCount: films,
      releaseDate: numbers(tables.films.releaseDate, 0),
      voteAverage: numbers(tables.films.voteAverage, 0),
      runtime: numbers(tables.films.runtime, 0),
      budget: numbers(tables.films.budget, 0),
      prominence: Uint8Array.from(original, (row) => tables.films.prominence[row] ?? 0),
      voteCount: Int32Array.from(original, (row) => tables.films.voteCount[row] ?? 0),
      adult: Uint8Array.from(original, (row) => tables.films.adult[row] ?? 0),
      castOrdered: Uint8Array.from(original, (row) => tables.films.castOrdered[row] ?? 0),
      collection: numbers(tables.films.collection, collections.rowCount),
      originalLanguage: numbers(tables.films.originalLanguage, 0),
      genres: lists(tables.films.genres, 0),
      countries: lists(tables.films.countries, 0),
      companies: lists(tables.films.companies, 0),
      keywords: lists(tables.films.keywords, keywords.rowCount),
      directors: lists(tables.films.directors, people.rowCount),
      writers: lists(tables.films.writers, people.rowCount),
      cast: lists(tables.films.cast, people.rowCount),
    },
  };
}

/** How far a copy's numbers lie from those of its original: its cosine with it is about 0.9. */
const NOISE = 14;

/**
 * What is learned of the films of `multiplied`: a copy points about where its original does, and its plot has words of its
 * own kind.
 */
export function multipliedLearned(
  { vectors, plots, telling }: Learned,
  { films: { rowCount } }: Pick<FeatureTables, "films">,
  films: number,
): Learned {
  const copies = Math.ceil(films / rowCount);
  const again = (bytes: Uint8Array) => {
    const all = new Uint8Array(bytes.length * copies);
    for (let copy = 0; copy < copies; copy++) all.set(bytes, copy * bytes.length);
    return all;
  };
  return {
    vectors: multipliedVectors(vectors, films),
    plots: multipliedLists(plots, telling.plotWords.length, films, copies),
    telling: {
      keywords: again(telling.keywords),
      plotWords: again(telling.plotWords),
      directors: again(telling.directors),
      cast: again(telling.cast),
    },
  };
}

function multipliedLists(
  { offsets, values }: FilmLists,
  size: number,
  films: number,
  copies: number,
): FilmLists {
  const own = (row: number) => {
    const film = Math.floor(row / copies);
    return values.subarray(offsets[film], offsets[film + 1]);
  };
  const ends = new Int32Array(films + 1);
  let count = 0;
  for (let row = 0; row < films; row++) {
    count += own(row).length;
    ends[row + 1] = count;
  }
  const all = new Int32Array(count);
  let at = 0;
  for (let row = 0; row < films; row++) {
    for (const value of own(row)) all[at++] = (row % copies) * size + value;
  }
  return { offsets: ends, values: all };
}

/** What points nowhere does so in every copy. */
function multipliedVectors(vectors: FilmVectors, films: number): FilmVectors {
  const random = randomNumbers(20_261_129);
  const copies = Math.ceil((films * DIMENSIONS) / vectors.length);
  const made = new Int8Array(films * DIMENSIONS);
  for (let film = 0; film < films; film++) {
    const from = Math.floor(film / copies) * DIMENSIONS;
    const own = vectors.subarray(from, from + DIMENSIONS);
    if (own.every((number) => number === 0)) continue;
    for (const [i, number] of own.entries()) {
      const noisy = Math.round(number + NOISE * (random() - 0.5));
      made[film * DIMENSIONS + i] = Math.max(-127, Math.min(127, noisy));
    }
  }
  return made;
}
