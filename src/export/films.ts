/** Films and who made them, in the columns of the dataset most courses begin with, so that index-build reads them again. */
import type { Tables } from "../catalog/catalog.js";
import { filmTitles, isoDate, releaseYear, voteCount } from "../catalog/film.js";
import { eachRow, type FilmRow, type PersonRow } from "../catalog/rows.js";
import type { ExportedRow, ExportedTable } from "./table.js";

const THING = { id: "int", name: "text" } as const;

export function filmsTable(tables: Tables): ExportedTable {
  return {
    name: "films",
    columns: {
      id: "int",
      imdb_id: "text",
      title: "text",
      original_title: "text",
      original_title_latin: "text",
      title_es: "text",
      title_es_latam: "text",
      also_known_as: "names",
      release_date: "day",
      release_year: "int",
      only_year_known: "flag",
      runtime: "int",
      budget: "real",
      revenue: "real",
      return: "real",
      popularity: "real",
      vote_average: "real",
      vote_count: "int",
      votes_year: "int",
      prominence: "int",
      adult: "flag",
      original_language: "text",
      belongs_to_collection: { one: THING },
      genres: { list: { name: "text" } },
      production_companies: { list: THING },
      production_countries: { list: { iso_3166_1: "text", name: "text" } },
      spoken_languages: { list: { iso_639_1: "text", name: "text" } },
      overview: "text",
      synopsis_es: "text",
      poster_path: "text",
    },
    *rows() {
      for (const row of eachRow(tables.films)) yield filmRow(tables, row);
    },
  };
}

function filmRow(tables: Tables, row: FilmRow): ExportedRow {
  const { films } = tables;
  const titles = filmTitles(tables, row);
  const imdb = films.imdb.get(row);
  const day = films.releaseDate.get(row);
  const budget = films.budget.get(row);
  const revenue = films.revenue.get(row);
  return {
    id: films.id[row],
    imdb_id: imdb === undefined ? undefined : `tt${String(imdb).padStart(7, "0")}`,
    title: titles.title,
    original_title: titles.originalTitle,
    original_title_latin: films.originalLatin.get(row),
    title_es: titles.titleEs,
    title_es_latam: titles.titleEs419,
    also_known_as: [...films.aka.get(row)],
    release_date: day === undefined ? undefined : isoDate(day),
    release_year: releaseYear(tables, row),
    only_year_known: films.yearOnly[row] === 1,
    runtime: films.runtime.get(row),
    budget,
    revenue,
    return: budget === undefined || revenue === undefined ? undefined : revenue / budget,
    popularity: films.popularity.get(row),
    vote_average: films.voteAverage.get(row),
    vote_count: voteCount(tables, row),
    votes_year: films.votesYear.get(row),
    prominence: films.prominence[row] === 0 ? undefined : films.prominence[row],
    adult: films.adult[row] === 1,
    ...nestedFacts(tables, row),
    overview: films.overview.get(row),
    synopsis_es: films.synopsis.get(row),
    poster_path: films.poster.get(row),
  };
}

function nestedFacts({ films, ...tables }: Tables, row: FilmRow): ExportedRow {
  const collection = films.collection.get(row);
  const language = films.originalLanguage.get(row);
  const companies = [...films.companies.get(row)].map((company) =>
    idAndName(tables.companies.id[company], tables.companies.name.get(company)),
  );
  const languages = [...films.spokenLanguages.get(row)].map((spoken) => ({
    iso_639_1: tables.languages.code.get(spoken),
    name: tables.languages.name.get(spoken),
  }));
  const countries = [...films.countries.get(row)].map((country) => ({
    iso_3166_1: tables.countries.code.get(country),
    name: tables.countries.name.get(country),
  }));
  return {
    original_language: language === undefined ? undefined : tables.languages.code.get(language),
    belongs_to_collection:
      collection === undefined
        ? undefined
        : idAndName(tables.collections.id[collection], tables.collections.name.get(collection)),
    genres: [...films.genres.get(row)].map((genre) => ({ name: tables.genres.name.get(genre) })),
    production_companies: companies,
    production_countries: countries,
    spoken_languages: languages,
  };
}

/** Who made a film: cast and crew of one film a row. */
export function creditsTable({ films, people }: Tables): ExportedTable {
  const person = (row: PersonRow): ExportedRow => idAndName(people.id[row], people.name.get(row));
  const job = (name: string) => (row: PersonRow) => ({ ...person(row), job: name });
  return {
    name: "credits",
    columns: {
      id: "int",
      cast: { list: { ...THING, order: "int" } },
      cast_in_order: "flag",
      crew: { list: { ...THING, job: "text" } },
    },
    *rows() {
      for (const row of eachRow(films)) {
        const ordered = films.castOrdered[row] === 1;
        const cast = [...films.cast.get(row)].map((actor, order) => ({
          ...person(actor),
          order: ordered ? order : undefined,
        }));
        const crew = [
          ...[...films.directors.get(row)].map(job("Director")),
          ...[...films.writers.get(row)].map(job("Writer")),
        ];
        if (cast.length + crew.length > 0) yield { id: films.id[row], cast, cast_in_order: ordered, crew };
      }
    },
  };
}

/** What a film is about: its keywords, one film a row. */
export function keywordsTable({ films, keywords }: Tables): ExportedTable {
  return {
    name: "keywords",
    columns: { id: "int", keywords: { list: THING } },
    *rows() {
      for (const row of eachRow(films)) {
        const told = [...films.keywords.get(row)];
        const named = told.map((one) => idAndName(keywords.id[one], keywords.name.get(one)));
        if (named.length > 0) yield { id: films.id[row], keywords: named };
      }
    },
  };
}

/** Ids below 0 are ours, and mean nothing elsewhere. */
function idAndName(id: number | undefined, name: string): ExportedRow {
  return id === undefined || id < 0 ? { name } : { id, name };
}
