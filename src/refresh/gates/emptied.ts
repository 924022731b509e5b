import type { Catalog } from "../../catalog/catalog.js";
import { eachRow, type FilmRow } from "../../catalog/rows.js";
import type { Gate } from "./gate.js";

/** A column counts as lost where fewer than this share of those that had it still do. */
const STILL_KNOWN = 0.8;
/** Columns that fewer films had were never there. */
const LEAST_KNOWN = 0.02;

type Films = Catalog["films"];

/** Whether a film's cell holds something, for each column whose loss would be noticed. */
const KNOWN: Readonly<Record<string, (films: Films, row: FilmRow) => boolean>> = {
  originalTitle: ({ originalTitle }, row) => originalTitle.get(row) !== undefined,
  titleEs: ({ titleEs }, row) => titleEs.get(row) !== undefined,
  imdb: ({ imdb }, row) => imdb.get(row) !== undefined,
  releaseDate: ({ releaseDate }, row) => releaseDate.get(row) !== undefined,
  runtime: ({ runtime }, row) => runtime.get(row) !== undefined,
  budget: ({ budget }, row) => budget.get(row) !== undefined,
  revenue: ({ revenue }, row) => revenue.get(row) !== undefined,
  popularity: ({ popularity }, row) => popularity.get(row) !== undefined,
  voteCount: ({ voteCount }, row) => (voteCount[row] ?? 0) > 0,
  voteAverage: ({ voteAverage }, row) => voteAverage.get(row) !== undefined,
  overview: ({ overview, synopsis }, row) =>
    overview.get(row) !== undefined || synopsis.get(row) !== undefined,
  poster: ({ poster }, row) => poster.get(row) !== undefined,
  originalLanguage: ({ originalLanguage }, row) => originalLanguage.get(row) !== undefined,
  collection: ({ collection }, row) => collection.get(row) !== undefined,
  genres: ({ genres }, row) => genres.get(row).length > 0,
  keywords: ({ keywords }, row) => keywords.get(row).length > 0,
  companies: ({ companies }, row) => companies.get(row).length > 0,
  countries: ({ countries }, row) => countries.get(row).length > 0,
  directors: ({ directors }, row) => directors.get(row).length > 0,
  cast: ({ cast }, row) => cast.get(row).length > 0,
};

/** A column that is missing from a feed, or stands there empty: the files are read, and tell less. */
export const emptied: Gate = ({ catalog }, before) => {
  if (before === undefined) return undefined;
  const lost = Object.entries(KNOWN).flatMap(([column, known]) => {
    const had = share(before.catalog.films, known);
    const has = share(catalog.films, known);
    return had >= LEAST_KNOWN && has < had * STILL_KNOWN ? [{ column, had, has }] : [];
  });
  if (lost.length === 0) return undefined;
  const shown = lost.map(({ column, had, has }) => `${column} ${percent(had)} → ${percent(has)}`).join(", ");
  return {
    es: `Falta lo que las películas tenían: ${shown}`,
    en: `What the films had is missing: ${shown}`,
  };
};

function share(films: Films, known: (films: Films, row: FilmRow) => boolean): number {
  let count = 0;
  for (const row of eachRow(films)) if (known(films, row)) count++;
  return count / Math.max(1, films.rowCount);
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
