import type { Layout } from "./layout.js";

const movieId = ["movie_id", "movieid", "item_id", "itemid"];

/** MovieLens' `links.csv`: its ids beside TMDB's. */
export const links: Layout = {
  name: "MovieLens (links.csv)",
  kind: "links",
  columns: { movieId, imdbId: ["imdb_id", "imdbid"], tmdbId: ["tmdb_id", "tmdbid"] },
  needs: ["movieId", "tmdbId"],
  never: ["user_id", "userid", "title", "genres", "overview"],
  marks: ["imdbId", "tmdbId"],
};

/** MovieLens' `ratings.csv`, also joined with `movies.csv`. */
export const ratings: Layout = {
  name: "MovieLens (ratings.csv)",
  kind: "ratings",
  columns: {
    userId: ["user_id", "userid", "user", "usuario_id", "id_usuario", "usuario"],
    movieId,
    rating: ["rating", "score", "stars", "valoracion", "puntuacion", "calificacion"],
    // Where they were joined with their films.
    title: ["title", "movie_title"],
    genres: ["genres", "genre"],
    tmdbId: ["tmdb_id", "tmdbid"],
  },
  needs: ["userId", "movieId", "rating"],
  marks: ["userId"],
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
