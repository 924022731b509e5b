/** Tables as programs show them: columns below one another, told by places that are blank in all lines. */
import { describe, expect, test } from "vitest";
import { filmOf, placesOf, readFolder } from "../../../support/source-files.js";

const VOLVER = {
  title: "Volver: The 🎬",
  genres: ["Comedy", "Drama"],
  voteCount: 400,
  releaseDate: "2006-03-16",
};

test.each([
  [
    "pandas, to_string()",
    `                title         genres  vote_count release_date   id
0      Volver: The 🎬  Comedy, Drama         400   2006-03-16  219
1  Hable con ella  X5          Drama        1200   2002-03-15   64
10              Ágora            NaN          12   2009-10-09  222
`,
  ],
  [
    "pandas, whose index has a name",
    `               title         genres  vote_count release_date
id                                                          
219   Volver: The 🎬  Comedy, Drama         400   2006-03-16
64   Hable con ella           Drama        1200   2002-03-15
222            Ágora            NaN          12   2009-10-09
`,
  ],
  [
    "pandas, in blocks",
    `     id           title         genres  \\
0   219  Volver: The 🎬  Comedy, Drama   
1    64  Hable con ella          Drama   
2   222           Ágora            NaN   

    vote_count release_date  
0          400   2006-03-16  
1         1200   2002-03-15  
2           12   2009-10-09  

[3 rows x 5 columns]
`,
  ],
  [
    "fixed widths",
    `id    title              genres              votes release date
219   Volver: The 🎬      Comedy, Drama         400 2006-03-16
64    Hable con ella     Drama                1200 2002-03-15
222   Ágora                                     12 2009-10-09
`,
  ],
  [
    "sqlite3 -column, and SQL Server",
    `id   title           genres         vote_count  release_date
---  --------------  -------------  ----------  ------------
219  Volver: The 🎬   Comedy, Drama  400         2006-03-16  
64   Hable con ella  Drama          1200        2002-03-15  
222  Ágora                          12          2009-10-09  
`,
  ],
  [
    "a frame, as Polars and DuckDB draw it",
    `shape: (3, 5)
┌─────┬────────────────┬───────────────┬────────────┬──────────────┐
│ id  ┆ title          ┆ genres        ┆ vote_count ┆ release_date │
│ --- ┆ ---            ┆ ---           ┆ ---        ┆ ---          │
│ i64 ┆ str            ┆ str           ┆ i64        ┆ date         │
╞═════╪════════════════╪═══════════════╪════════════╪══════════════╡
│ 219 ┆ Volver: The 🎬 ┆ Comedy, Drama ┆ 400        ┆ 2006-03-16   │
│ 64  ┆ Hable con ella ┆ Drama         ┆ 1200       ┆ 2002-03-15   │
│ 222 ┆ Ágora          ┆ null          ┆ 12         ┆ 2009-10-09   │
└─────┴────────────────┴───────────────┴────────────┴──────────────┘
`,
  ],
])("%s", async (_, text) => {
  const { catalog, report } = await readFolder({ "films.txt": text });
  expect([...catalog.films.keys()].sort()).toEqual([219, 222, 64]);
  expect(filmOf(catalog, 219)).toMatchObject(VOLVER);
  expect(filmOf(catalog, 222)).toMatchObject({ title: "Ágora", genres: [], voteCount: 12 });
  expect(report.codes()).toEqual([]);
});

describe("what was left out to show the rest", () => {
  const shown = `      id                                              title  vote_count
0    219                                             Volver         400
1    220  Pirates of the Caribbean: The Curse of the Bla...         500
2    221                                            Wait...          10
..   ...                                                ...         ...
99  9999                                                Más           3

[100 rows x 3 columns]
`;

  test("is told, and no value", async () => {
    const { catalog, report } = await readFolder({ "films.txt": shown });
    expect([...catalog.films.values()].map(({ title }) => title)).toEqual(["Volver", "Wait...", "Más"]);
    expect(placesOf(report, "cut-cell")).toEqual(["films.txt:3 title"]);
    expect(placesOf(report, "left-out")).toEqual(["films.txt:5"]);
  });
});
