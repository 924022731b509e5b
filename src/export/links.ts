/** Tidy tables: one fact a row, joined with the films by their id. */
import type { Tables } from "../catalog/catalog.js";
import { eachRow, type FilmRow } from "../catalog/rows.js";
import type { ColumnType, ExportedRow, ExportedTable } from "./table.js";

type Columns = Readonly<Record<string, ColumnType>>;

/** One row for each thing that a film has, with the film's id before it. */
function linkTable(
  { films }: Tables,
  name: string,
  columns: Columns,
  thingsOf: (film: FilmRow) => Iterable<ExportedRow>,
): ExportedTable {
  return {
    name,
    columns: { film_id: "int", ...columns },
    *rows() {
      for (const film of eachRow(films)) {
        for (const thing of thingsOf(film)) yield { film_id: films.id[film], ...thing };
      }
    },
  };
}

export function linkTables(tables: Tables): ExportedTable[] {
  const { films, genres, companies, countries, languages, keywords, people } = tables;
  return [
    linkTable(tables, "film_genres", { genre: "text" }, (film) =>
      [...films.genres.get(film)].map((row) => ({ genre: genres.name.get(row) })),
    ),
    linkTable(tables, "film_companies", { company_id: "int", company: "text" }, (film) =>
      [...films.companies.get(film)].map((row) => ({
        company_id: companies.id[row],
        company: companies.name.get(row),
      })),
    ),
    linkTable(tables, "film_countries", { country_code: "text", country: "text" }, (film) =>
      [...films.countries.get(film)].map((row) => ({
        country_code: countries.code.get(row),
        country: countries.name.get(row),
      })),
    ),
    linkTable(tables, "film_languages", { language_code: "text", language: "text" }, (film) =>
      [...films.spokenLanguages.get(film)].map((row) => ({
        language_code: languages.code.get(row),
        language: languages.name.get(row),
      })),
    ),
    linkTable(tables, "film_keywords", { keyword_id: "int", keyword: "text", keyword_es: "text" }, (film) =>
      [...films.keywords.get(film)].map((row) => ({
        keyword_id: keywords.id[row],
        keyword: keywords.name.get(row),
        keyword_es: keywords.nameEs.get(row),
      })),
    ),
    // Without an order of billing the place in the cast says nothing.
    linkTable(tables, "film_cast", { person_id: "int", person: "text", billing: "int" }, (film) =>
      [...films.cast.get(film)].map((row, place) => ({
        person_id: people.id[row],
        person: people.name.get(row),
        billing: films.castOrdered[film] === 1 ? place + 1 : undefined,
      })),
    ),
    linkTable(tables, "film_crew", { person_id: "int", person: "text", job: "text" }, (film) =>
      (["Director", "Writer"] as const).flatMap((job) =>
        [...(job === "Director" ? films.directors : films.writers).get(film)].map((row) => ({
          person_id: people.id[row],
          person: people.name.get(row),
          job,
        })),
      ),
    ),
    linkTable(tables, "ratings_summary", { ratings: "int", mean_stars: "real" }, (film) =>
      films.ratingCount[film] === 0
        ? []
        : [{ ratings: films.ratingCount[film], mean_stars: films.ratingMean.get(film) }],
    ),
  ];
}

/** Everybody who acts in a film or directs one. */
export function peopleTable({ people }: Tables): ExportedTable {
  return {
    name: "people",
    columns: { person_id: "int", person: "text", films_acted: "int", films_directed: "int" },
    *rows() {
      for (const row of eachRow(people)) {
        yield {
          person_id: people.id[row],
          person: people.name.get(row),
          films_acted: people.acted.size(row),
          films_directed: people.directed.size(row),
        };
      }
    },
  };
}

export function collectionsTable({ collections }: Tables): ExportedTable {
  return {
    name: "collections",
    columns: { collection_id: "int", collection: "text", collection_es: "text", films: "int" },
    *rows() {
      for (const row of eachRow(collections)) {
        yield {
          collection_id: collections.id[row],
          collection: collections.name.get(row),
          collection_es: collections.nameEs.get(row),
          films: collections.films.get(row).length,
        };
      }
    },
  };
}
