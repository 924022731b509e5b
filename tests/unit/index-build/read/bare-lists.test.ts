/** Lists that programs print without quotes: what is known of their films. */
import { describe, expect, test } from "vitest";
import { csv, filmOf, readFolder } from "../../../support/source-files.js";

const names = (refs: readonly { readonly name: string }[]): string[] => refs.map(({ name }) => name);

describe("a list without quotes", () => {
  test.each([
    ["DuckDB", "[Comedy, 'Science Fiction']", "[Dylan O'Brien, Ana]"],
    ["PostgreSQL", '{Comedy,"Science Fiction"}', '{"Dylan O\'Brien",Ana}'],
    [
      "Spark's structs",
      "[{35, Comedy}, {878, Science Fiction}]",
      "[{1, Dylan O'Brien, null}, {2, Ana, /x.jpg}]",
    ],
    ["those of Spark 2", "[[35, Comedy], [878, Science Fiction]]", "[[1, Dylan O'Brien], [2, Ana]]"],
    [
      "Java",
      "[{id=35, name=Comedy}, {id=878, name=Science Fiction}]",
      "[{id=1, name=Dylan O'Brien}, {id=2, name=Ana}]",
    ],
    [
      "DuckDB's structs",
      "[{'id': 35, 'name': Comedy}, {'id': 878, 'name': Science Fiction}]",
      "[{'id': 1, 'name': Dylan O'Brien}, {'id': 2, 'name': Ana}]",
    ],
  ])("%s", async (_, genres, cast) => {
    const { catalog, report } = await readFolder({
      "m.csv": csv(["id", "title", "genres", "cast"], [["219", "Volver", genres, cast]]),
    });
    const film = filmOf(catalog, 219);
    expect(film.genres).toEqual(["Comedy", "Science Fiction"]);
    expect(names(film.cast)).toEqual(["Dylan O'Brien", "Ana"]);
    expect(report.count("bad-nested-cell")).toBe(0);
  });
});
