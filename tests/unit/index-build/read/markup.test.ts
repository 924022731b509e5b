/** Tables that are marked up: pages, spreadsheets that are pages, and XML. */
import { describe, expect, test } from "vitest";
import { type Files, filmOf, moviesCsv, placesOf, readFolder } from "../../../support/source-files.js";

const names = (refs: readonly { readonly name: string }[]): string[] => refs.map(({ name }) => name);

const HEAD = "<tr><th>id</th><th>title</th><th>genres</th><th>vote_count</th><th>release_date</th></tr>";
const ROW =
  "<tr><td>219</td><td>Volver &amp; m&aacute;s</td><td>Comedy, Drama</td><td>400</td><td>2006-03-16</td></tr>";
const VOLVER = {
  title: "Volver & más",
  genres: ["Comedy", "Drama"],
  voteCount: 400,
  releaseDate: "2006-03-16",
};

describe("a page", () => {
  test.each<[string, string, string]>([
    [
      "as a browser saves it",
      "films.html",
      `<!DOCTYPE html>\n<html><head><title>Films</title></head><body><p>x</p><table class="a"><thead>${HEAD}</thead><tbody>${ROW}</tbody></table></body></html>`,
    ],
    ["that calls itself a spreadsheet", "films.xls", `<table>${HEAD}${ROW}</table>`],
    ["without what may be left out", "films.htm", `<TABLE>${HEAD}${ROW}</TABLE>`.replace(/<\/t[dhr]>/gu, "")],
    [
      "as Excel saves it",
      "films.xls",
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head><meta charset=windows-1252></head><body><table>${HEAD}${ROW.replace("<td>400<", '<td x:num="400">4 hundred<')}</table></body></html>`,
    ],
    [
      "as pandas writes it, with its index",
      "films.html",
      `<table border="1" class="dataframe"><thead><tr><th></th><th>title</th><th>genres</th><th>vote_count</th><th>release_date</th></tr><tr><th>id</th><th></th><th></th><th></th><th></th></tr></thead><tbody>${ROW.replace("<td>219</td>", "<th>219</th>")}</tbody></table>`,
    ],
    [
      "with notes, lists and hidden text in its cells",
      "films.html",
      `<table>${HEAD}${ROW.replace("Volver", 'Volver<sup class="reference">[1]</sup><span style="display:none">x</span>').replace("Comedy, Drama", "<ul><li>Comedy</li><li>Drama</li></ul>")}</table>`,
    ],
  ])("%s", async (_, name, page) => {
    const { catalog } = await readFolder({ [name]: page });
    expect(filmOf(catalog, 219)).toMatchObject(VOLVER);
  });

  test("with several tables: those that are known, in the order of the page", async () => {
    const menu = "<table><tr><td>Home</td><td>About</td></tr><tr><td>1</td><td>2</td></tr></table>";
    const { catalog, report } = await readFolder({
      "p.html": `<html>${menu}<table id="films">${HEAD}${ROW}</table></html>`,
    });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(report.files()).toMatchObject([{ file: "p.html!/films", rows: 1 }]);
    expect(placesOf(report, "unknown-header")[0]).toMatch(/^p\.html!\/1:/u);
  });

  test("films of which only their links say which they are", async () => {
    const row = (id: number, title: string): string =>
      `<tr><td><a href="https://www.themoviedb.org/movie/${id}-x?language=es">${title}</a></td><td>2006</td><td>Drama</td></tr>`;
    const page = `<table><tr><th>Título</th><th>Año</th><th>Género</th></tr>${row(219, "Volver")}${row(220, "Otra")}</table>`;
    const { catalog } = await readFolder({ "p.html": page });
    expect(filmOf(catalog, 219)).toMatchObject({
      title: "Volver",
      genres: ["Drama"],
      releaseDate: "2006-01-01",
    });
  });

  test("cells over several rows", async () => {
    const page = `<table><tr><th>id</th><th>title</th><th>genres</th></tr><tr><td rowspan=2>219</td><td rowspan=2>Volver</td><td>Comedy</td></tr><tr><td>Drama</td></tr></table>`;
    const { catalog } = await readFolder({ "p.html": page });
    expect(filmOf(catalog, 219).genres).toEqual(["Comedy", "Drama"]);
  });

  test("that is cut: its whole rows, and the report says so", async () => {
    const page = `<table>${HEAD}${ROW}<tr><td>220</td><td>Cut sho`;
    const { catalog, report } = await readFolder({ "p.html": page });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(report.count("truncated")).toBe(1);
  });

  test("without a table is none of data", async () => {
    const { report } = await readFolder({
      "m.csv": moviesCsv({ id: "219", title: "Volver" }),
      "about.html": "<html><body><p>About</p></body></html>",
      "pom.xml": "<project><name>x</name></project>",
    });
    expect(placesOf(report, "other-file")).toEqual(["about.html:", "pom.xml:"]);
  });
});

describe("XML", () => {
  const film = `<id>219</id><title>Volver &amp; más</title><vote_count>400</vote_count><release_date>2006-03-16</release_date>`;
  const other = film.replace("219", "220");
  const genres = "<genres><genre>Comedy</genre><genre>Drama</genre></genres>";

  test.each<[string, string]>([
    [
      "a list of records",
      `<?xml version="1.0" encoding="UTF-8"?>\n<movies><movie>${film}${genres}</movie><movie>${other}${genres}</movie></movies>`,
    ],
    [
      "as pandas writes it",
      `<?xml version='1.0'?>\n<data>\n  <row>\n${film}<genres>Comedy, Drama</genres></row><row>${other}</row></data>`,
    ],
    [
      "with facts in attributes",
      `<films xmlns="urn:x"><film id="219" title="Volver &amp; más" vote_count="400" release_date="2006-03-16"><genre>Comedy</genre><genre>Drama</genre></film><film id="220" title="Otra" vote_count="1" release_date=""/></films>`,
    ],
    [
      "records inside an answer",
      `<r><status>ok</status><page><n>1</n></page><results><item>${film}${genres}</item><item>${other}</item></results></r>`,
    ],
    [
      "as mysqldump writes it",
      `<mysqldump><database name="d"><table_data name="movies"><row><field name="id">219</field><field name="title">Volver &amp; más</field><field name="vote_count">400</field><field name="release_date">2006-03-16</field><field name="genres">Comedy, Drama</field></row><row><field name="id">220</field><field name="title">Otra</field></row></table_data></database></mysqldump>`,
    ],
    [
      "a spreadsheet of Excel 2003",
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="urn:s"><Worksheet ss:Name="Hoja1"><Table><Row>${["id", "title", "x", "genres", "vote_count", "release_date"].map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join("")}</Row><Row><Cell><Data ss:Type="Number">219</Data></Cell><Cell><Data>Volver &amp; más</Data></Cell><Cell ss:Index="4"><Data>Comedy, Drama</Data></Cell><Cell><Data>400</Data></Cell><Cell><Data>2006-03-16T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>`,
    ],
  ])("%s", async (_, text) => {
    expect(filmOf((await readFolder({ "films.xml": text })).catalog, 219)).toMatchObject(VOLVER);
  });

  test("Kodi's file of a film", async () => {
    const nfo = `<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<movie>
  <title>Volver</title><originaltitle>Volver</originaltitle>
  <ratings><rating name="imdb" max="10"><value>7.6</value><votes>100000</votes></rating><rating name="themoviedb" max="10" default="true"><value>7.3</value><votes>400</votes></rating></ratings>
  <plot>Raimunda works.</plot><runtime>121</runtime><id>tt0441909</id>
  <uniqueid type="imdb">tt0441909</uniqueid><uniqueid type="tmdb" default="true">219</uniqueid>
  <genre>Comedy</genre><genre>Drama</genre><country>Spain</country><studio>El Deseo</studio>
  <set><name>Una saga</name><overview></overview></set>
  <director>Pedro Almodóvar</director><premiered>2006-03-16</premiered><year>2006</year>
  <actor><name>Penélope Cruz</name><role>Raimunda</role><order>0</order></actor>
  <actor><name>Lola Dueñas</name><role>Sole</role><order>1</order></actor>
</movie>
`;
    const film = filmOf((await readFolder({ "Volver (2006)/movie.nfo": nfo })).catalog, 219);
    expect(film).toMatchObject({
      title: "Volver",
      imdbId: "tt0441909",
      runtime: 121,
      genres: ["Comedy", "Drama"],
      releaseDate: "2006-03-16",
      voteCount: 400,
      voteAverage: 7.3,
      collection: { name: "Una saga" },
    });
    expect(names(film.cast)).toEqual(["Penélope Cruz", "Lola Dueñas"]);
    expect(film.crew).toMatchObject([{ person: { name: "Pedro Almodóvar" }, job: "Director" }]);
  });

  test("that is cut: its whole records, and the report says so", async () => {
    const files: Files = {
      "films.xml": `<movies><movie>${film}</movie><movie>${other}</movie><movie><id>221</id><title>Cut`,
    };
    const { catalog, report } = await readFolder(files);
    expect([...catalog.films.keys()]).toEqual([219, 220]);
    expect(report.count("truncated")).toBe(1);
  });
});

describe("JSON as services answer it", () => {
  test.each<[string, object]>([
    [
      "TMDB's details with all that was asked for besides",
      {
        id: 219,
        title: "Volver",
        vote_count: 400,
        genres: [{ id: 18, name: "Drama" }],
        credits: {
          cast: [{ id: 955, name: "Penélope Cruz", order: 0, character: "Raimunda" }],
          crew: [{ id: 309, name: "Pedro Almodóvar", job: "Director" }],
        },
        keywords: { keywords: [{ id: 1, name: "sister" }] },
        external_ids: { imdb_id: "tt0441909" },
      },
    ],
  ])("%s", async (_, record) => {
    for (const text of [JSON.stringify(record), JSON.stringify([record]), `${JSON.stringify(record)}\n`]) {
      const film = filmOf((await readFolder({ "films.json": text })).catalog, 219);
      expect(film).toMatchObject({ title: "Volver", genres: ["Drama"], imdbId: "tt0441909" });
      expect(names(film.cast)).toEqual(["Penélope Cruz"]);
      expect(names(film.keywords)).toEqual(["sister"]);
      expect(film.crew).toHaveLength(1);
    }
  });

  test("Trakt's list: the film of each entry, whose score is somebody's own", async () => {
    const { catalog } = await readFolder({
      "ratings.json": JSON.stringify([
        {
          rated_at: "2024-01-01",
          rating: 9,
          type: "movie",
          movie: {
            title: "Volver",
            year: 2006,
            ids: { trakt: 1, slug: "volver", imdb: "tt0441909", tmdb: 219 },
          },
        },
      ]),
    });
    expect(filmOf(catalog, 219)).toMatchObject({
      title: "Volver",
      imdbId: "tt0441909",
      releaseDate: "2006-01-01",
      voteAverage: undefined,
    });
  });
});
