/** Figures of all films, as arrays by film row in which what is unknown is NaN: for loops over many films. */
import { type Catalog, oncePerCatalog } from "../catalog/catalog.js";
import { voteCount } from "../catalog/film.js";
import { eachRow } from "../catalog/rows.js";

/** Day of release since 1970-01-01, length, average vote, votes as they are told, popularity, dollars. */
export type FigureName = "day" | "minutes" | "average" | "votes" | "popularity" | "budget" | "revenue";

const READERS: Readonly<Record<FigureName, (films: Catalog["films"]) => Float64Array>> = {
  day: ({ releaseDate }) => releaseDate.orNaN(),
  minutes: ({ runtime }) => runtime.orNaN(),
  average: ({ voteAverage }) => voteAverage.orNaN(),
  votes: (films) => {
    const votes = new Float64Array(films.rowCount);
    for (const film of eachRow(films)) votes[film] = voteCount({ films }, film) ?? Number.NaN;
    return votes;
  },
  popularity: ({ popularity }) => popularity.orNaN(),
  budget: ({ budget }) => budget.orNaN(),
  revenue: ({ revenue }) => revenue.orNaN(),
};

const arrays = oncePerCatalog((_catalog): Map<FigureName, Float64Array> => new Map());

/** A figure of every film; made when it is first asked for. */
export function figures(catalog: Catalog, name: FigureName): Float64Array {
  const known = arrays(catalog);
  const values = known.get(name) ?? READERS[name](catalog.films);
  known.set(name, values);
  return values;
}
