/** Figures of all films, as arrays by film row in which what is unknown is NaN: for loops over many films. */
import { type Catalog, oncePerCatalog } from "../catalog/catalog.js";
import { voteCount } from "../catalog/film.js";
import { eachRow, type FilmRow } from "../catalog/rows.js";
import { atOnce, type Steps, stepping } from "../steps.js";

/** Day of release since 1970-01-01, length, average vote, votes as they are told, popularity, dollars. */
export type FigureName = "day" | "minutes" | "average" | "votes" | "popularity" | "budget" | "revenue";

type Films = Catalog["films"];

/** Those that are a column as it is, which is read in one go. */
const COLUMNS: Readonly<Record<Exclude<FigureName, "votes">, (films: Films) => Float64Array>> = {
  day: ({ releaseDate }) => releaseDate.orNaN(),
  minutes: ({ runtime }) => runtime.orNaN(),
  average: ({ voteAverage }) => voteAverage.orNaN(),
  popularity: ({ popularity }) => popularity.orNaN(),
  budget: ({ budget }) => budget.orNaN(),
  revenue: ({ revenue }) => revenue.orNaN(),
};

const arrays = oncePerCatalog((_catalog): Map<FigureName, Float64Array> => new Map());

/** A figure of every film; made when it is first asked for. */
export function figures(catalog: Catalog, name: FigureName): Float64Array {
  return arrays(catalog).get(name) ?? atOnce(figureSteps(catalog, name));
}

/** The same, made in steps. */
export function* figureSteps(catalog: Catalog, name: FigureName): Steps<Float64Array> {
  const known = arrays(catalog);
  const made = known.get(name);
  if (made !== undefined) return made;
  const values = name === "votes" ? yield* votes(catalog.films) : COLUMNS[name](catalog.films);
  known.set(name, values);
  return values;
}

/** Films whose votes are read in one step. */
const FILMS_A_STEP = 256;

function* votes(films: Films): Steps<Float64Array> {
  const values = new Float64Array(films.rowCount);
  const each = (film: FilmRow) => {
    values[film] = voteCount({ films }, film) ?? Number.NaN;
  };
  yield* stepping(eachRow(films), each, FILMS_A_STEP);
  return values;
}
