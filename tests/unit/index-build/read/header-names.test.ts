import { describe, expect, test } from "vitest";
import { headerName, headerNames } from "../../../../index-build/read/formats/csv/header-names.js";

describe("headerName", () => {
  test.each([
    ["vote_average", "vote_average"],
    ["voteAverage", "vote_average"],
    ["  Vote Average ", "vote_average"],
    ["VOTE-AVERAGE", "vote_average"],
    ["vote.average", "vote_average"],
    ["\uFEFFid", "id"],
    ["imdbID", "imdb_id"],
    ["IMDb Id", "imdb_id"],
    ["TMDBId", "tmdb_id"],
    ["movieId", "movie_id"],
    ["Título Original", "titulo_original"],
    ["Año", "ano"],
    ["title_x", "title_x"],
    ["belongs_to_collection.name", "belongs_to_collection_name"],
    ["Budget ($)", "budget"],
    [" ", ""],
  ])("%j is %j", (written, name) => {
    expect(headerName(written)).toBe(name);
  });
});

describe("headerNames", () => {
  test.each([
    [["", "id", "title"]],
    [["Unnamed: 0", "id", "title"]],
    [["index", "id", "title"]],
    [["\uFEFF", "id", "title"]],
    [["__index_level_0__", "id", "title"]],
  ])("%j numbers its rows", (header) => {
    expect(headerNames(header)).toEqual([undefined, "id", "title"]);
  });

  test("saved twice, and with an empty column at the end", () => {
    expect(headerNames(["Unnamed: 0.1", "Unnamed: 0", "id", "", "Unnamed: 4"])).toEqual([
      undefined,
      undefined,
      "id",
      undefined,
      undefined,
    ]);
  });

  test("an index in the middle is a column like any other; one alone stays", () => {
    expect(headerNames(["id", "index"])).toEqual(["id", "index"]);
    expect(headerNames(["index"])).toEqual(["index"]);
  });
});
