import { describe, expect, test } from "vitest";
import { readCatalog } from "../../../../index-build/build.js";
import { splitNameAndId } from "../../../../index-build/read/sources/starter/reader.js";
import { BuildReport } from "../../../../index-build/report.js";
import { csv, filmOf, folderWith, moviesCsv, readFolder } from "../../../support/source-files.js";

const film = {
  id: 219,
  imdb: "tt0441909",
  title: "Volver",
  titleEs: "Volver",
  titleEs419: "Volver (Latinoamérica)",
  aka: ["Volver 2006"],
  released: "2006-03-16",
  runtime: 121,
  genres: ["Comedy"],
  keywords: ["sister", "ghost"],
  directors: ["Pedro Almodóvar"],
  writers: ["Pedro Almodóvar"],
  cast: ["Penélope Cruz", "Lola #77", "Lola"],
  countries: ["ES"],
  originalLanguage: "es",
  spokenLanguages: ["es"],
  companies: ["El Deseo"],
  collection: "One Collection",
  voteCount: 400,
  voteAverage: 7.3,
  votesAsOf: "2023-06",
  popularity: 9.5,
  synopsis: "Raimunda vuelve.",
};
const films = (...list: unknown[]): string => JSON.stringify({ format: "claqueta-films/1", films: list });
const ids = JSON.stringify({
  format: "claqueta-ids/1",
  people: { "Penélope Cruz": 955, "Pedro Almodóvar": 309 },
  companies: { "El Deseo": 49 },
});

describe("our own catalogue", () => {
  test("films with the ids of their names, in whichever order the files come", async () => {
    const { catalog, report } = await readFolder({ "a-films.json": films(film), "ids.json": ids });
    const { cast, crew, companies, countries, spokenLanguages, collection, keywords, ...rest } = filmOf(
      catalog,
      219,
    );
    expect(rest).toMatchObject({
      title: "Volver",
      titleEs: "Volver",
      titleEs419: "Volver (Latinoamérica)",
      aka: ["Volver 2006"],
      releaseDate: "2006-03-16",
      castOrdered: true,
      votesYear: 2023,
      adult: false,
      synopsis: "Raimunda vuelve.",
    });
    expect(cast.slice(0, 2)).toEqual([
      { id: 955, name: "Penélope Cruz" },
      { id: 77, name: "Lola" },
    ]);
    expect(cast[2]).toEqual({ id: expect.any(Number), name: "Lola" });
    expect(cast[2]?.id).toBeLessThan(0);
    expect(crew.map(({ person, job }) => [person.id, job])).toEqual([
      [309, "Director"],
      [309, "Writer"],
    ]);
    expect(companies).toEqual([{ id: 49, name: "El Deseo" }]);
    expect(countries).toEqual([{ code: "ES", name: "Spain" }]);
    expect(spokenLanguages).toEqual([{ code: "es", name: "Spanish" }]);
    expect(collection?.id).toBeLessThan(0);
    expect(keywords).toHaveLength(2);
    expect(report.files()).toMatchObject([
      { kind: "starter-films", rows: 1, kept: 1 },
      { kind: "starter-ids", rows: 3, kept: 3 },
    ]);
  });

  test("a wrong film is refused by id and field, the others are kept", async () => {
    const { catalog, report } = await readFolder({
      "films.json": films(
        film,
        { ...film, id: 2, released: "2006-02-30" },
        { ...film, id: 3, colour: "red" },
        { ...film, id: "4" },
        null,
      ),
    });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(report.entries("bad-film").map(({ file, detail }) => `${file} ${detail}`)).toEqual([
      'films.json film 2: released: "2006-02-30"',
      "films.json film 3: colour",
      'films.json films[3]: id: "4"',
      "films.json films[4]: null",
    ]);
  });

  test("a release of which only the year is known", async () => {
    const { catalog } = await readFolder({ "films.json": films({ ...film, released: "2006" }) });
    expect(filmOf(catalog, 219)).toMatchObject({ releaseDate: "2006-01-01", yearOnly: true });
  });

  test("a cast in no order is a set", async () => {
    const { catalog } = await readFolder({ "films.json": films({ ...film, castOrdered: false }) });
    expect(filmOf(catalog, 219).castOrdered).toBe(false);
  });

  test("a wrong file is refused", async () => {
    const { report } = await readFolder({
      "films.json": '{ "format": "claqueta-films/1", "films": {} }',
      "ids.json": '{ "format": "claqueta-ids/1", "people": { "Ana": -1 } }',
    });
    expect(report.entries("bad-json").map(({ detail }) => detail)).toEqual(["films: {}", "people.Ana: -1"]);
  });

  test("over a dataset: its Spanish comes along, its names find their ids", async () => {
    const raw = folderWith({
      "movies.csv": moviesCsv({
        id: "219",
        title: "To Return",
        vote_count: "900",
        production_companies: "[{'id': 5, 'name': 'Other'}]",
      }),
      "credits.csv": csv(
        ["cast", "crew", "id"],
        [["[{'id': 9, 'name': 'Extra', 'order': 0}, {'id': 78, 'name': 'Lola', 'order': 1}]", "[]", "219"]],
      ),
      "keywords.csv": csv(["id", "keywords"], [["219", "[{'id': 1, 'name': 'sister'}]"]]),
    });
    const report = new BuildReport();
    const catalog = await readCatalog([raw, folderWith({ "films.json": films(film), "ids.json": ids })], {
      report,
    });
    const merged = filmOf(catalog, 219);
    expect(merged).toMatchObject({
      title: "To Return",
      voteCount: 900,
      // The year of other votes is not theirs.
      votesYear: undefined,
      titleEs: "Volver",
      runtime: 121,
      companies: [{ id: 5, name: "Other" }],
    });
    // The dataset's Lola (78) is the one that our catalogue gives no id; the other is told apart by hers.
    expect(merged.cast.map(({ id, name }) => `${name} ${id}`)).toEqual([
      "Penélope Cruz 955",
      "Lola 77",
      "Lola 78",
      "Extra 9",
    ]);
    expect(merged.keywords.map(({ id }) => id > 0)).toEqual([true, false]);
    expect(report.count("duplicate-film")).toBe(1);
  });
});

test.each([
  ["Lola #77", { name: "Lola", id: 77 }],
  ["Lola", { name: "Lola", id: undefined }],
  ["#77", { name: "#77", id: undefined }],
  ["Canal+ #0", { name: "Canal+ #0", id: undefined }],
])("splitNameAndId(%j)", (written, parts) => expect(splitNameAndId(written)).toEqual(parts));
