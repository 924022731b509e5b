import { describe, expect, test } from "vitest";
import { recogniseHeader } from "../../../../index-build/read/forms/headers.js";
import { CSV_KINDS } from "../../../../index-build/read/forms/tables.js";
import { platformOf } from "../../../../index-build/read/platforms/titles.js";

const MOVIES =
  "adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,original_language,original_title,overview,popularity,poster_path,production_companies,production_countries,release_date,revenue,runtime,spoken_languages,status,tagline,title,video,vote_average,vote_count";
const PLATFORM =
  "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description,score";

const verdictOn = (header: string) => recogniseHeader(header.split(","), CSV_KINDS);

describe("recogniseHeader", () => {
  test.each([
    [MOVIES, "movies"],
    [MOVIES.toUpperCase(), "movies"],
    ["cast,crew,id", "credits"],
    ["id, keywords ", "keywords"],
    ["movieId,imdbId,tmdbId", "links"],
    ["userId,movieId,rating,timestamp", "ratings"],
    [PLATFORM, "platform-titles"],
    [PLATFORM.replace(",score", ""), "platform-titles"],
  ])("%s", (header, kind) => {
    expect(verdictOn(header)).toMatchObject({ is: "known", kind: { kind } });
  });

  test.each([
    [MOVIES.replace(",vote_count", ""), "movies", ["vote_count"]],
    [MOVIES.replace("budget,", "").replace("genres,", ""), "movies", ["budget", "genres"]],
    ["cast,id", "credits", ["crew"]],
    ["userId,rating", "ratings", ["movieid"]],
    ["movieId,imdbId", "links", ["tmdbid"]],
    [PLATFORM.replace("duration,", ""), "platform-titles", ["duration"]],
  ])("tells what is missing in %s", (header, kind, missing) => {
    expect(verdictOn(header)).toMatchObject({ is: "damaged", kind: { kind }, missing });
  });

  test.each([
    "tmdb_id,imdb_id,title_es,title_original,year,source",
    "userId,movieId,tag,timestamp",
    "movieId,title,genres",
    "movieId,tagId,relevance",
    "movie_id,title,cast,crew",
    "id",
    "",
    "\u0000\u0001PNG",
  ])("knows nothing of %j", (header) => {
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
