/** The full-text table as it is built: the same bytes twice, sorted, without adult films, names and keywords whole. */
import { beforeAll, describe, expect, it } from "vitest";
import { readKeywordNames } from "../../../index-build/read/sources/tables/spanish-names.js";
import { encodeFacts } from "../../../index-build/write/films/facts.js";
import { encodeFullText } from "../../../index-build/write/full-text/full-text.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import type { Tables } from "../../../src/catalog/catalog.js";
import type { TableOf } from "../../../src/catalog/columns.js";
import { LATER_TABLES, TABLES, type TableName } from "../../../src/catalog/schema.js";
import { type Places, placesOfByte } from "../../../src/find/encode/text/weights.js";
import { moviesCsv, readFolder } from "../../support/source-files.js";

const LONG_PLOT = Array.from({ length: 300 }, (_, i) => `word${i}x`).join(" ");

let facts: Tables;
let bytes: Uint8Array;
let table: TableOf<(typeof LATER_TABLES)["fullText"]>;

beforeAll(async () => {
  const { catalog } = await readFolder({
    "movies.csv": moviesCsv(
      {
        id: "1",
        title: "Big Fish",
        vote_count: "50",
        adult: "False",
        overview: "A robotic boy meets sharks. Sharks!",
        genres: "[{'id': 27, 'name': 'Horror'}]",
        original_language: "en",
      },
      { id: "2", title: "Adult Sharks", vote_count: "40", adult: "True", overview: "Sharks." },
      { id: "3", title: "Long", vote_count: "30", adult: "False", overview: LONG_PLOT },
      {
        id: "4",
        title: "Dead Calm",
        original_title: "Los tiburones",
        original_language: "es",
        vote_count: "20",
        adult: "False",
      },
    ),
    "keywords.csv": `id,keywords\n4,"[{'id': 7, 'name': 'time travel'}]"\n3,"[{'id': 8, 'name': 'shark'}, {'id': 9, 'name': 'robot'}, {'id': 10, 'name': 'boy'}]"\n`,
    "credits.csv": `cast,crew,id\n"[{'id': 31, 'name': 'Samuel L. Jackson', 'order': 0}]","[{'id': 5, 'name': 'Guillermo del Toro', 'job': 'Director', 'department': 'Directing'}]",4\n`,
  });
  facts = Object.fromEntries(
    Array.from(encodeFacts(catalog, await readKeywordNames()), ([name, encoded]) => [
      name,
      readTable(encoded, TABLES[name as TableName]),
    ]),
  ) as unknown as Tables;
  bytes = encodeFullText(facts);
  table = readTable(bytes, LATER_TABLES.fullText);
});

const terms = () => Array.from({ length: table.rowCount }, (_, row) => table.term.get(row));

/** TMDB ids of a term's films with where it stands in each. */
function filmsOf(term: string): Record<number, Places> {
  const row = terms().indexOf(term);
  if (row < 0) return {};
  const bytes = table.places.get(row);
  return Object.fromEntries(
    [...table.films.get(row)].map((film, i) => [facts.films.id[film], placesOfByte(bytes[i] ?? 0)]),
  );
}

const placesOf = (term: string, film: number) => filmsOf(term)[film];
const idsOf = (term: string) => Object.keys(filmsOf(term)).map(Number);

describe("the full-text table", () => {
  it("is the same, byte for byte, for the same facts", () => {
    expect(Buffer.compare(encodeFullText(facts), bytes)).toBe(0);
  });

  it("is sorted by term, and each term's films by row", () => {
    expect(terms()).toEqual([...new Set(terms())].sort());
    for (let row = 0; row < table.rowCount; row++) {
      const films = [...table.films.get(row)];
      expect(films.length).toBeGreaterThan(0);
      expect(films).toEqual([...new Set(films)].sort((a, b) => a - b));
      expect(table.places.size(row)).toBe(films.length);
    }
  });

  it("knows plots, titles, keywords and people", () => {
    expect(idsOf("en:shark")).toEqual([1, 3, 4]);
    expect(idsOf("es:tiburon")).toEqual([1, 3, 4]);
    expect(idsOf("en:time travel")).toEqual([4]);
    expect(idsOf("es:tiemp viaj")).toEqual([4]);
    expect(idsOf("name:jackson samuel")).toEqual([4]);
    expect(idsOf("name:jackson l samuel")).toEqual([4]);
    expect(idsOf("name:guillermo toro")).toEqual([4]);
  });

  it("knows a Spanish pair that an English plot tells of", () => {
    expect(idsOf("en:boy robot")).toEqual([1]);
    expect(idsOf("es:nin robot")).toEqual([1]);
  });

  it("tells title, keywords and plot apart, and says more of directors than of the cast", () => {
    expect(placesOf("es:tiburon", 4)).toEqual({ title: true, keywords: 0, plot: 0 });
    expect(placesOf("en:shark", 3)).toEqual({ title: false, keywords: 1, plot: 0 });
    expect(placesOf("en:shark", 1)).toMatchObject({ title: false, keywords: 0 });
    expect(placesOf("en:shark", 1)?.plot).toBeGreaterThan(1);
    expect(placesOf("name:toro", 4)?.plot).toBeGreaterThan(placesOf("name:jackson", 4)?.plot ?? 9);
  });

  it("holds no adult film", () => {
    for (const term of terms()) expect(idsOf(term), term).not.toContain(2);
  });

  it("prunes long plots", () => {
    expect(terms().filter((term) => term.startsWith("en:word")).length).toBe(60);
  });
});
