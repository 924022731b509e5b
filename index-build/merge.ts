/** What was read → one record a film. */
import { fameOf, VOTES_OF_A_RELEASE } from "../src/catalog/film.js";
import { distinctBy } from "./clean/duplicates.js";
import { mergeRatings } from "./merge-ratings.js";
import type { ReadFilm, SourceParts } from "./read/reader.js";
import type { CrewRef, FilmRecord, NamedRef, PlatformTitle, SourceCatalog } from "./records.js";
import type { BuildReport } from "./report.js";

/**
 * Joins films, credits, keywords, ratings and platform titles. Films, titles and lists come out in an order that
 * hangs on the data alone.
 */
export function mergeParts(parts: SourceParts, report: BuildReport): Omit<SourceCatalog, "files"> {
  const films = mergeFilms(parts, report);
  addLabels(films, parts);
  addCredits(films, parts, report);
  addKeywords(films, parts, report);
  return {
    films,
    platformTitles: mergePlatformTitles(parts, report),
    ...mergeRatings(films, parts, report),
    dataDate: dataDateOf(parts.films),
  };
}

/**
 * One record for each id: of several, the one with most votes (the first of these), filled up from the others. What is
 * told of a film before it is out (a working title, a planned day) gives way to whoever has seen it.
 */
function mergeFilms({ films: read, withdrawn }: SourceParts, report: BuildReport): Map<number, FilmRecord> {
  const byId = new Map<number, ReadFilm[]>();
  for (const one of read) {
    if (withdrawn.has(one.film.id)) {
      report.add("withdrawn-film", { ...one.place, detail: String(one.film.id) });
      continue;
    }
    const same = byId.get(one.film.id);
    if (same === undefined) byId.set(one.film.id, [one]);
    else same.push(one);
  }
  const films = new Map<number, FilmRecord>();
  for (const [id, same] of [...byId].sort(([a], [b]) => a - b)) {
    const [best, ...others] = same.sort(
      (a, b) => Number(b.released) - Number(a.released) || b.film.voteCount - a.film.voteCount,
    );
    if (best === undefined) continue;
    for (const { place } of others) report.add("duplicate-film", { ...place, detail: String(id) });
    films.set(
      id,
      others.reduce((film, other) => fillFilm(film, other.film), best.film),
    );
  }
  return films;
}

/** A label that is the title says nothing new. */
function addLabels(films: ReadonlyMap<number, FilmRecord>, { labels }: SourceParts): void {
  for (const [id, label] of labels) {
    const film = films.get(id);
    if (film && film.titleEs === undefined && film.title !== label) film.titleEs = label;
  }
}

/** `film`, with what it does not know taken from `other`; lists of people, keywords and names are joined. */
export function fillFilm(film: FilmRecord, other: FilmRecord): FilmRecord {
  const ownOr = <T>(own: readonly T[], others: readonly T[]): readonly T[] => (own.length > 0 ? own : others);
  const known = Object.fromEntries(Object.entries(film).filter(([, value]) => value !== undefined));
  return {
    ...other,
    ...(known as Partial<FilmRecord>),
    id: film.id,
    title: film.title,
    // An average belongs to its count.
    voteAverage: film.voteAverage,
    // Who marks a film as adult means it; who does not may just have no such mark.
    adult: film.adult || other.adult,
    aka: [...new Set([...film.aka, ...other.aka])],
    genres: ownOr(film.genres, other.genres),
    companies: ownOr(film.companies, other.companies),
    countries: ownOr(film.countries, other.countries),
    spokenLanguages: ownOr(film.spokenLanguages, other.spokenLanguages),
    keywords: joinRefs(film.keywords, other.keywords),
    ...joinCredits(film, other),
  };
}

type Credits = Pick<FilmRecord, "cast" | "castOrdered" | "crew">;

/** Everyone of both; those of the first come first, in its order, unless only the second one's cast is in order. */
function joinCredits(a: Credits, b: Credits): Credits {
  const [first, second] = !a.castOrdered && b.castOrdered ? [b, a] : [a, b];
  const cast = joinRefs(first.cast, second.cast);
  // A person whose id one source does not know goes by the id of the other.
  const known = new Map(cast.map((person) => [person.name, person]));
  const crew = [...first.crew, ...second.crew];
  for (const { person } of crew) if (person.id > 0) known.set(person.name, person);
  const identified = crew.map(
    (one): CrewRef =>
      one.person.id > 0 ? one : { person: known.get(one.person.name) ?? one.person, job: one.job },
  );
  return {
    cast,
    castOrdered: first.castOrdered,
    crew: distinctBy(identified, ({ person, job }) => `${person.id} ${job}`),
  };
}

/** All of both, each once. One without an id of its source is the same as one with, of the same name. */
function joinRefs(first: readonly NamedRef[], second: readonly NamedRef[]): readonly NamedRef[] {
  if (second.length === 0) return first;
  if (first.length === 0) return second;
  const all = [...first, ...second];
  const withId = new Map(all.filter(({ id }) => id > 0).map((ref) => [ref.name, ref]));
  return distinctBy(
    all.map((ref) => (ref.id > 0 ? ref : (withId.get(ref.name) ?? ref))),
    ({ id }) => id,
  );
}

function addCredits(films: ReadonlyMap<number, FilmRecord>, parts: SourceParts, report: BuildReport): void {
  const seen = new Set<number>();
  for (const { filmId, credits, place } of parts.credits) {
    const film = films.get(filmId);
    if (film === undefined) {
      report.add("credits-without-film", { ...place, detail: String(filmId) });
      continue;
    }
    if (seen.has(filmId)) report.add("duplicate-credits", { ...place, detail: String(filmId) });
    seen.add(filmId);
    Object.assign(film, joinCredits(film, credits));
  }
}

function addKeywords(films: ReadonlyMap<number, FilmRecord>, parts: SourceParts, report: BuildReport): void {
  const seen = new Set<number>();
  for (const { filmId, keywords, place } of parts.keywords) {
    const film = films.get(filmId);
    if (film === undefined) {
      report.add("keywords-without-film", { ...place, detail: String(filmId) });
      continue;
    }
    if (seen.has(filmId)) report.add("duplicate-keywords", { ...place, detail: String(filmId) });
    seen.add(filmId);
    film.keywords = joinRefs(film.keywords, keywords);
  }
}

/** Each title once: of several with one id the first that was read. By platform, then in the platform's order. */
function mergePlatformTitles(parts: SourceParts, report: BuildReport): PlatformTitle[] {
  const byId = new Map<string, PlatformTitle>();
  for (const { title, place } of parts.platformTitles) {
    if (byId.has(title.id)) report.add("duplicate-platform-title", { ...place, detail: title.id });
    else byId.set(title.id, title);
  }
  return [...byId.values()].sort(
    (a, b) => compare(a.platform, b.platform) || a.id.length - b.id.length || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The day up to which the sources tell of films: the newest release date of a film that is out and has at least
 * a hundred votes, for a film may be announced for years to come. Where no film has as many votes, the newest date of a
 * film that is out; where nothing is dated, the first day of the calendar that files use.
 */
export function dataDateOf(read: readonly ReadFilm[]): string {
  const dates = (votes: number): string[] =>
    read
      .filter(({ film, released }) => released && fameOf(film.voteCount, film.prominence ?? 0) >= votes)
      .flatMap(({ film }) => film.releaseDate ?? []);
  const newest = (list: readonly string[]): string | undefined =>
    list.reduce<string | undefined>(
      (best, date) => (best === undefined || date > best ? date : best),
      undefined,
    );
  return newest(dates(VOTES_OF_A_RELEASE)) ?? newest(dates(0)) ?? "1970-01-01";
}
