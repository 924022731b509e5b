import { describe, expect, test } from "vitest";
import { recogniseHeader } from "../../../../index-build/read/forms/headers.js";
import { platformOf } from "../../../../index-build/read/sources/platforms/platform-names.js";

const MOVIES =
  "adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,original_language,original_title,overview,popularity,poster_path,production_companies,production_countries,release_date,revenue,runtime,spoken_languages,status,tagline,title,video,vote_average,vote_count";
const MILLION =
  "id,title,vote_average,vote_count,status,release_date,revenue,runtime,adult,backdrop_path,budget,homepage,imdb_id,original_language,original_title,overview,popularity,poster_path,tagline,genres,production_companies,production_countries,spoken_languages,keywords";
const DAILY =
  "id,title,vote_average,vote_count,status,release_date,revenue,runtime,budget,imdb_id,original_language,original_title,overview,popularity,tagline,genres,production_companies,production_countries,spoken_languages,cast,director,director_of_photography,writers,producers,music_composer,imdb_rating,imdb_votes,poster_path";
const HYPHENS =
  "id,title,genres,original_language,overview,popularity,production_companies,release_date,budget,revenue,runtime,status,tagline,vote_average,vote_count,credits,keywords,poster_path,backdrop_path,recommendations";
const TMDB_5000 =
  "budget,genres,homepage,id,keywords,original_language,original_title,overview,popularity,production_companies,production_countries,release_date,revenue,runtime,spoken_languages,status,tagline,title,vote_average,vote_count";
const PLATFORM =
  "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description,score";

const verdictOn = (header: string) => recogniseHeader(header.split(","));

describe("recogniseHeader", () => {
  test.each([
    [MOVIES, "movies", "movies_metadata.csv"],
    [MOVIES.toUpperCase(), "movies", "movies_metadata.csv"],
    [`,${MOVIES}`, "movies", "movies_metadata.csv"],
    [TMDB_5000, "movies", "tmdb_5000_movies.csv"],
    [MILLION, "movies", "TMDB_movie_dataset_v11.csv"],
    [DAILY, "movies", "TMDB daily"],
    [HYPHENS, "movies", "Millions of Movies"],
    [`${MOVIES},cast,crew,keywords`, "movies", "id, title"],
    ["id,title_x,title_y,name_genre,release_year,return,actor,director", "movies", "id, title"],
    ["movie_id,titulo,generos,fecha_estreno,presupuesto", "movies", "id, title"],
    ["id,imdb_id,popularity,budget,revenue,original_title,cast,director,release_date", "movies", "id, title"],
    ["movie_id,title,cast,crew", "credits", "tmdb_5000_credits.csv"],
    ["cast,crew,id", "credits", "credits.csv"],
    ["id,cast", "credits", "credits.csv"],
    ["id, keywords ", "keywords", "keywords.csv"],
    ["movieId,imdbId,tmdbId", "links", "links.csv"],
    ["movieid,imdbid,tmdbid", "links", "links.csv"],
    ["userId,movieId,rating,timestamp", "ratings", "ratings.csv"],
    ["userId,movieId,rating,timestamp,title,genres", "ratings", "ratings.csv"],
    ["movieId,title,genres", "movielens-films", "movies.csv"],
    ["movie_id,genre", "facts-rows", "film_id, genre"],
    ["title,year,genre", "movies", "title, year"],
    ["tmdb_id,title,year", "movies", "tmdb_id, title"],
    ["userId,tmdbId,rating", "ratings", "ratings.csv"],
    ["genre_id,genre_name", "thing-names", "genre_id"],
    ["movie_id,person_id,character", "credits-rows", "film_id, person_id"],
    [PLATFORM, "platform-titles", "netflix_titles.csv"],
    [
      "show_id,type,title,director,country,date_added,release_year,rating,duration,listed_in",
      "platform-titles",
      "",
    ],
    [
      "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,genres,language,description,popularity,vote_count,vote_average,budget,revenue",
      "platform-titles",
      "",
    ],
    [
      "id,show_id,type,title,director,cast,country,date_added,release_year,rating,listed_in,description,score,duration_int,duration_type,platform",
      "platform-titles",
      "",
    ],
    [
      "show_id,tipo,titulo,director,reparto,pais,fecha_agregado,año_estreno,clasificacion,duracion,generos",
      "platform-titles",
      "",
    ],
    [
      "id,title,type,description,release_year,age_certification,runtime,genres,production_countries,seasons,imdb_id,imdb_score,imdb_votes,tmdb_popularity,tmdb_score",
      "platform-titles",
      "",
    ],
    [
      "ID,Title,Year,Age,Rotten Tomatoes,Netflix,Hulu,Prime Video,Disney+,Type",
      "platform-titles",
      "MoviesOnStreaming",
    ],
  ])("%s", (header, kind, name) => {
    const verdict = verdictOn(header);
    expect(verdict).toMatchObject({ is: "known", layout: { kind } });
    expect(verdict.is === "known" && verdict.layout.name).toContain(name);
  });

  test.each([
    [
      MOVIES.replace(/,(?:id|imdb_id|title|original_title)(?=,)/gu, ",other"),
      "movies",
      ["tmdb_id", "title", "original_title"],
    ],
    ["userId,rating", "ratings", ["movie_id/item_id/tmdb_id/imdb_id"]],
    ["movieId,imdbId", "links", ["tmdb_id"]],
  ])("tells what is missing in %s", (header, kind, missing) => {
    expect(verdictOn(header)).toMatchObject({ is: "damaged", layout: { kind }, missing });
  });

  test.each([
    ["tconst,averageRating,numVotes", "imdb-file"],
    ["nconst,primaryName,birthYear", "imdb-file"],
    ["userId,movieId,tag,timestamp", "unused-layout"],
    ["movieId,tagId,relevance", "unused-layout"],
  ])("%s is known and of no use", (header, code) => {
    expect(verdictOn(header)).toMatchObject({ is: "unused", unused: { code } });
  });

  test("an unknown header is answered with what is nearest, and what it lacks", () => {
    expect(verdictOn("tmdb_id,imdb_id,title_es,title_original,year,source")).toMatchObject({
      is: "unknown",
      nearest: { layout: { kind: "movies" } },
    });
    expect(verdictOn("title,year")).toMatchObject({ is: "unknown", nearest: { layout: { kind: "movies" } } });
  });

  test.each(["", "\u0000\u0001PNG", "a,b,c"])("knows nothing of %j", (header) => {
    expect(verdictOn(header)).toEqual({ is: "unknown" });
  });
});

test.each([
  ["netflix_titles.csv", "netflix"],
  ["platforms/Amazon_Prime_titles.csv.gz", "amazon"],
  ["netflix/disney_plus_titles.csv", "disney"],
  ["hulu.zip!/titles.csv", "hulu"],
  ["max_titles.csv", undefined],
])("the platform of %s", (path, platform) => {
  expect(platformOf(path)).toBe(platform);
});
