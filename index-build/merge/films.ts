/** Films that several files or sources tell of → one record a film. */
import { CountByFile } from "../count-by-file.js";
import type { ReadFilm, SourceParts } from "../read/parts.js";
import type { FilmRecord, SourceFile } from "../records.js";
import type { BuildReport } from "../report.js";
import { FilmTables } from "./film-tables.js";
import { joinCredits, joinRefs } from "./joined.js";

/**
 * One record for each id: of several, the one with most votes (of these, that of the file that knows more), filled up
 * from the others. What is told of a film before it is out (a working title, a planned day) gives way to whoever has
 * seen it.
 */
export function mergeFilms(
  { films: read, withdrawn }: SourceParts,
  files: readonly SourceFile[],
  report: BuildReport,
): Map<number, FilmRecord> {
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
  const tables = new FilmTables(read, files);
  const films = new Map<number, FilmRecord>();
  for (const [id, same] of [...byId].sort(([a], [b]) => a - b)) {
    const [best, ...others] = same.sort(
      (a, b) =>
        Number(b.released) - Number(a.released) ||
        b.film.voteCount - a.film.voteCount ||
        tables.rank(a.place.file) - tables.rank(b.place.file),
    );
    if (best === undefined) continue;
    for (const { place } of others) tables.tellTwice(place, best.place, id);
    films.set(
      id,
      others.reduce((film, other) => fillFilm(film, other.film), best.film),
    );
  }
  tables.report(report);
  return films;
}

/** `film`, with what it does not know taken from `other`; lists of people, keywords and names are joined. */
export function fillFilm(film: FilmRecord, other: FilmRecord): FilmRecord {
  const ownOr = <T>(own: readonly T[], others: readonly T[]): readonly T[] => (own.length > 0 ? own : others);
  const isStale = hasStaleOriginal(film, other);
  const known = Object.fromEntries(Object.entries(film).filter(([, value]) => value !== undefined));
  return {
    ...other,
    ...(known as Partial<FilmRecord>),
    id: film.id,
    title: film.title,
    originalTitle: isStale ? undefined : (film.originalTitle ?? other.originalTitle),
    // An average belongs to its count, and so do the year of the count and the popularity of that day.
    voteAverage: film.voteAverage,
    popularity: film.popularity,
    votesYear: film.votesYear,
    // And it belongs to its date that only the year is known.
    yearOnly: film.releaseDate === undefined ? other.yearOnly : film.yearOnly,
    // Who marks a film as adult means it; who does not may just have no such mark.
    adult: film.adult || other.adult,
    aka: [...new Set([...film.aka, ...other.aka, ...(isStale ? (other.originalTitle ?? []) : [])].flat())],
    genres: ownOr(film.genres, other.genres),
    companies: ownOr(film.companies, other.companies),
    countries: ownOr(film.countries, other.countries),
    spokenLanguages: ownOr(film.spokenLanguages, other.spokenLanguages),
    keywords: joinRefs(film.keywords, other.keywords),
    ...joinCredits(film, other),
  };
}

/** What tables without titles tell, for films that others name; votes where nobody else counted any. */
export function fillUntitled(
  films: Map<number, FilmRecord>,
  { untitledFilms }: SourceParts,
  report: BuildReport,
): void {
  const without = new CountByFile("facts-without-film", report);
  for (const { film: told, place } of untitledFilms) {
    const film = films.get(told.id);
    if (film === undefined) {
      without.count(place.file);
      continue;
    }
    const { voteCount, voteAverage, popularity } = told;
    const counted = film.voteCount === 0 ? { ...film, voteCount, voteAverage, popularity } : film;
    films.set(film.id, fillFilm(counted, told));
  }
  without.tell();
}

/** A film in English whose best source tells no other original title than its title: another's is one it had before. */
function hasStaleOriginal(film: FilmRecord, other: FilmRecord): boolean {
  return (
    film.originalLanguage === "en" && film.originalTitle === undefined && other.originalTitle !== film.title
  );
}
