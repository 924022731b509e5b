/** All layouts that are known. Of several whose columns a file has, it is of the first. */
import { credits } from "./facts/credits.js";
import { creditsByIds, creditsRows } from "./facts/credits-rows.js";
import { factsRows } from "./facts/facts-rows.js";
import { keywords } from "./facts/keywords.js";
import { thingNames, thingNamesByFile } from "./facts/things.js";
import { filmsByImdbId } from "./films/films-by-imdb-id.js";
import { filmsByTitle } from "./films/films-by-title.js";
import { filmsByTmdbId } from "./films/films-by-tmdb-id.js";
import { filmsOfYourOwn } from "./films/films-of-your-own.js";
import { filmsWithoutTitles } from "./films/films-without-titles.js";
import type { Layout } from "./layout.js";
import { lens100kFilms, links, movieLensFilms, ratings } from "./movielens.js";
import { exportedCredits, exportedFilms, exportedRatings, exportedWatching } from "./own-export.js";
import { platformTitles, streamingPlatforms } from "./platforms.js";
import { moviesDataset } from "./tmdb/movies-dataset.js";
import { tmdb5000, tmdb5000Credits, tmdb5000Database } from "./tmdb/tmdb-5000.js";
import { millionsOfMovies, tmdbDaily } from "./tmdb/tmdb-daily.js";
import { tmdbMillion } from "./tmdb/tmdb-million.js";

export { UNUSED, UNUSED_EXACTLY } from "./unused.js";

export const LAYOUTS: readonly Layout[] = [
  exportedFilms,
  exportedCredits,
  exportedRatings,
  exportedWatching,
  moviesDataset,
  tmdb5000,
  tmdb5000Database,
  tmdbMillion,
  tmdbDaily,
  millionsOfMovies,
  tmdb5000Credits,
  streamingPlatforms,
  platformTitles,
  lens100kFilms,
  movieLensFilms,
  creditsRows,
  filmsOfYourOwn,
  filmsByTmdbId,
  filmsByImdbId,
  filmsWithoutTitles,
  creditsByIds,
  filmsByTitle,
  factsRows,
  credits,
  keywords,
  links,
  ratings,
  ...thingNames,
  thingNamesByFile,
];
