import type { Layout } from "./layout.js";

const ITEM = ["item_id", "itemid"];
const movieId = ["movie_id", "movieid", ...ITEM];

/** MovieLens' `links.csv`: its ids beside TMDB's. */
export const links: Layout = {
  name: "MovieLens (links.csv)",
  kind: "links",
  columns: { movieId, imdbId: ["imdb_id", "imdbid"], tmdbId: ["tmdb_id", "tmdbid"] },
  needs: ["movieId", "tmdbId"],
  never: ["user_id", "userid", "title", "genres", "overview"],
  marks: ["imdbId", "tmdbId"],
};

/** MovieLens' `ratings.csv`, also joined with `movies.csv`; and ratings by TMDB's or IMDb's ids in the same form. */
export const ratings: Layout = {
  name: "MovieLens (ratings.csv)",
  kind: "ratings",
  columns: {
    userId: ["user_id", "userid", "user", "user_name", "username", "usuario_id", "id_usuario", "usuario"],
    movieId: ["movie_id", "movieid"],
    itemId: ITEM,
    rating: ["rating", "score", "stars", "user_rating", "valoracion", "puntuacion", "calificacion", "nota"],
    // Where they were joined with their films.
    title: ["title", "movie_title"],
    genres: ["genres", "genre"],
    tmdbId: [
      "tmdb_id",
      "tmdbid",
      "id_tmdb",
      "tmdb_movie_id",
      "film_id",
      "id_pelicula",
      "pelicula_id",
      "movie",
      "film",
      "pelicula",
      "id_movie",
      "id_film",
    ],
    imdbId: ["imdb_id", "imdbid", "id_imdb"],
  },
  needs: ["userId", ["movieId", "itemId", "tmdbId", "imdbId"], "rating"],
  never: ["overview", "budget", "show_id", "person_id", "title_type", "your_rating"],
  marks: ["userId"],
};

/** `u.item` of MovieLens' 100k: its ids are of its own, and a column a genre. */
export const lens100kFilms: Layout = {
  name: "MovieLens 100K (u.item)",
  kind: "movielens-films",
  columns: {
    itemId: ["item_id", "movie_id", "id"],
    title: ["movie_title", "title"],
    genres: ["genres"],
  },
  needs: ["itemId", "title", "genres"],
  // Only its own columns tell it from the films of the later sets.
  with: ["video_release_date", "imdb_url"],
  marks: [],
};

/** MovieLens' `movies.csv`: "Toy Story (1995)", genres with "|" between. Which film of TMDB's it is, links.csv tells, or a column of it. */
export const movieLensFilms: Layout = {
  name: "MovieLens (movies.csv)",
  kind: "movielens-films",
  columns: {
    movieId,
    title: ["title", "movie_title"],
    genres: ["genres", "genre"],
    releaseYear: ["year", "release_year", "ano", "anio"],
    tmdbId: ["tmdb_id", "tmdbid"],
    imdbId: ["imdb_id", "imdbid"],
  },
  needs: ["movieId", "title", "genres"],
  never: [
    "id",
    "user_id",
    "userid",
    "overview",
    "budget",
    "revenue",
    "popularity",
    "vote_count",
    "vote_average",
    "release_date",
    "runtime",
    "original_title",
    "cast",
    "crew",
    "director",
    "show_id",
  ],
  marks: [],
};
