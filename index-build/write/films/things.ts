/** What films have in common (people, companies, genres, months…), met one film after the other, in the order of rows. */
import type { CodeRef, FilmRecord, NamedRef } from "../../records.js";
import { dayNumber } from "../encode/days.js";
import { castShares } from "./billing.js";
import { Register } from "./register.js";

/** 1 = Monday … 7 = Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const WRITING_JOBS = new Set(["Screenplay", "Writer", "Author", "Story"]);

/** Distinct people of some jobs, in order. */
function crewOf(film: FilmRecord, isJob: (job: string) => boolean): NamedRef[] {
  return [...new Set(film.crew.filter(({ job }) => isJob(job)).map(({ person }) => person))];
}

export const directorsOf = (film: FilmRecord) => crewOf(film, (job) => job === "Director");
export const writersOf = (film: FilmRecord) => crewOf(film, (job) => WRITING_JOBS.has(job));

/**
 * Each kind of thing in the order of its rows, with its films; and the films of each month and day of the week.
 * @param films in the order of rows
 * @param fame how well known a film is
 * @param universes by TMDB id of a film, the collections of our own that it is in
 */
export function thingsOf(
  films: readonly FilmRecord[],
  fame: (film: FilmRecord) => number,
  universes: ReadonlyMap<number, readonly NamedRef[]>,
) {
  // What somebody wrote only makes a writer known: recommendations compare writers, nobody looks one up by name yet.
  const people = new Register<NamedRef, "acted" | "directed" | "wrote">(["acted", "directed", "wrote"]);
  const collections = new Register<NamedRef>(["films"]);
  const companies = new Register<NamedRef>(["films"]);
  const keywords = new Register<NamedRef>(["films"]);
  const genres = new Register<CodeRef>(["films"]);
  const countries = new Register<CodeRef>(["films"]);
  const languages = new Register<CodeRef, "original" | "spoken">(["original", "spoken"]);
  const months: number[][] = Array.from({ length: 12 }, () => []);
  const weekdays: number[][] = Array.from({ length: 7 }, () => []);

  const languageNames = new Map<string, string>();
  for (const film of films) for (const { code, name } of film.spokenLanguages) languageNames.set(code, name);
  const sharesOf = castShares(films);
  films.forEach((film, row) => {
    const votes = fame(film);
    const shares = sharesOf(film);
    film.cast.forEach((person, place) => {
      people.add(person, "acted", row, votes * (shares[place] ?? 0));
    });
    for (const person of directorsOf(film)) people.add(person, "directed", row, votes);
    for (const person of writersOf(film)) people.add(person, "wrote", row, votes);
    for (const collection of [film.collection, ...(universes.get(film.id) ?? [])])
      if (collection) collections.add(collection, "films", row, votes);
    for (const company of film.companies) companies.add(company, "films", row, votes);
    for (const keyword of film.keywords) keywords.add(keyword, "films", row, votes);
    for (const genre of film.genres) genres.add({ code: genre, name: genre }, "films", row, votes);
    for (const country of film.countries) countries.add(country, "films", row, votes);
    if (film.originalLanguage) {
      const code = film.originalLanguage;
      languages.add({ code, name: languageNames.get(code) ?? code }, "original", row, votes);
    }
    for (const language of film.spokenLanguages) languages.add(language, "spoken", row, votes);
    if (film.releaseDate && film.yearOnly !== true) {
      months[Number(film.releaseDate.slice(5, 7)) - 1]?.push(row);
      weekdays[weekdayOf(dayNumber(film.releaseDate)) - 1]?.push(row);
    }
  });

  return {
    people: people.sorted(),
    collections: collections.sorted(),
    companies: companies.sorted(),
    keywords: keywords.sorted(),
    genres: genres.sorted(),
    countries: countries.sorted(),
    languages: languages.sorted(),
    months,
    weekdays,
  };
}
