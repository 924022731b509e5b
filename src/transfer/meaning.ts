/** Which film of the catalogue an entry of a list is. Nothing is guessed: what is in doubt is asked back. */
import { type Catalog, filmById, filmByImdb } from "../catalog/catalog.js";
import { isAdult, releaseYear } from "../catalog/film.js";
import type { FilmRow } from "../catalog/rows.js";
import type { Find, TitledFilm } from "../find/port.js";
import type { Entry } from "./entries.js";

/** No film is called so; none of that year is; its number and title are known to no film. */
export type UnmatchedReason = "unknown-title" | "other-year" | "unknown-id";

export type Meaning =
  | { readonly kind: "film"; readonly row: FilmRow }
  /** Several fit, or one that is called a little otherwise; likeliest first. */
  | { readonly kind: "doubt"; readonly rows: readonly FilmRow[] }
  | { readonly kind: "none"; readonly why: UnmatchedReason };

/** By its number; else by its title and year. A film of another number is another film. */
export function filmMeant(entry: Entry, find: Pick<Find, "titled">, catalog: Catalog): Meaning {
  const { tmdb, imdb, title, originalTitle, year } = entry;
  const numbered =
    (tmdb === undefined ? undefined : filmById(catalog, tmdb)) ??
    (imdb === undefined ? undefined : filmByImdb(catalog, imdb));
  if (numbered !== undefined)
    return isAdult(catalog, numbered) ? none("unknown-id") : { kind: "film", row: numbered };
  // Whatever has a number of TMDB's is here by it, or not at all.
  const mayBe = ({ row }: TitledFilm) =>
    tmdb === undefined && (imdb === undefined || catalog.films.imdb.get(row) === undefined);
  const titles = originalTitle === undefined ? [title] : [title, originalTitle];
  const titled = titles.flatMap((one) => find.titled(one)).filter(mayBe);
  const likely = likeliest(catalog, titled, year);
  if (likely !== undefined) return likely;
  if (tmdb !== undefined || imdb !== undefined) return none("unknown-id");
  const shorter = ofVeryYear(catalog, find.titled(withoutSecond(title)), year);
  if (shorter.length > 0) return decided(shorter);
  return none(titled.some(isWhole) ? "other-year" : "unknown-title");
}

/** What is called almost so, of the very year: worth asking whether it is meant. */
export function almost({ title, year }: Entry, find: Pick<Find, "film">, catalog: Catalog): FilmRow[] {
  if (year === undefined || title === "") return [];
  const near = find.film(`${title} (${year})`);
  return near.kind === "found" && apartBy(catalog, near.value, year) === 0 ? [near.value] : [];
}

function none(why: UnmatchedReason): Meaning {
  return { kind: "none", why };
}

/** Films premiere in one year and open in the next: lists differ by one. */
const YEARS_APART = 1;
/** What it costs to be called so by a further name: a title all the same. */
const WHOLE = 0.25;
/** Without its article or its subtitle. What costs more is a word of a title. */
const PART = 0.5;

interface Candidate {
  readonly row: FilmRow;
  readonly part: number;
  readonly apart: number;
}

function isWhole({ part }: TitledFilm): boolean {
  return part <= WHOLE;
}

/** Undefined where no film of the title is of the year or next to it. */
function likeliest(
  catalog: Catalog,
  titled: readonly TitledFilm[],
  year: number | undefined,
): Meaning | undefined {
  const candidates = titled
    .map(
      ({ row, part }): Candidate => ({
        row,
        part,
        apart: year === undefined ? 0 : apartBy(catalog, row, year),
      }),
    )
    .filter(({ part, apart }) => part <= PART && apart <= YEARS_APART);
  const best = candidates.filter((one) => !candidates.some((other) => isBetter(other, one)));
  const [first] = best;
  if (first === undefined) return undefined;
  // "Alvin and the Chipmunks" of another year is another film, not the sequel of this one.
  const isOnlyPart = first.part > WHOLE && titled.some(isWhole);
  const rows = [...new Set(best.map(({ row }) => row))];
  return isOnlyPart ? { kind: "doubt", rows } : decided(rows);
}

/** Fits better in one thing, and worse in none. */
function isBetter(one: Candidate, other: Candidate): boolean {
  return (
    one.part <= other.part && one.apart <= other.apart && (one.part < other.part || one.apart < other.apart)
  );
}

function decided(rows: readonly FilmRow[]): Meaning {
  const [row, ...others] = rows;
  return row === undefined || others.length > 0 ? { kind: "doubt", rows } : { kind: "film", row };
}

function ofVeryYear(
  catalog: Catalog,
  titled: readonly TitledFilm[],
  year: number | undefined,
): readonly FilmRow[] {
  if (year === undefined) return [];
  return titled.filter((one) => isWhole(one) && apartBy(catalog, one.row, year) === 0).map(({ row }) => row);
}

function apartBy(catalog: Catalog, row: FilmRow, year: number): number {
  const own = releaseYear(catalog, row);
  return own === undefined ? Number.POSITIVE_INFINITY : Math.abs(own - year);
}

/** "Birdman or (The Unexpected Virtue of Ignorance)". What a colon divides are films of one series. */
const SECOND_TITLE = /\s+(?:(?:or|o)\s+)?\(.*$/su;

function withoutSecond(title: string): string {
  return title.replace(SECOND_TITLE, "");
}
