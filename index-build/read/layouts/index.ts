/** All layouts that are known. Of several whose columns a file has, it is of the first. */
import { credits } from "./credits.js";
import { creditsRows } from "./credits-rows.js";
import { filmsByImdbId } from "./films-by-imdb-id.js";
import { filmsOfYourOwn } from "./films-of-your-own.js";
import { keywords } from "./keywords.js";
import type { Layout } from "./layout.js";
import { links, movieLensFilms, ratings } from "./movielens.js";
import { moviesDataset } from "./movies-dataset.js";
import { exportedCredits, exportedFilms, exportedRatings, exportedWatching } from "./own-export.js";
import { platformTitles, streamingPlatforms } from "./platforms.js";
import { tmdb5000, tmdb5000Credits } from "./tmdb-5000.js";
import { millionsOfMovies, tmdbDaily } from "./tmdb-daily.js";
import { tmdbMillion } from "./tmdb-million.js";

export { UNUSED, UNUSED_EXACTLY } from "./unused.js";

export const LAYOUTS: readonly Layout[] = [
  exportedFilms,
  exportedCredits,
  exportedRatings,
  exportedWatching,
  moviesDataset,
  tmdb5000,
  tmdbMillion,
  tmdbDaily,
  millionsOfMovies,
  tmdb5000Credits,
  streamingPlatforms,
  platformTitles,
  movieLensFilms,
  creditsRows,
  filmsOfYourOwn,
  filmsByImdbId,
  credits,
  keywords,
  links,
  ratings,
];
