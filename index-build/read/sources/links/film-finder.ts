/** Which film a title and its year mean, for tables that tell no id: one of those that other tables have with one. */
import { titleKey } from "../../../clean/texts/title-key.js";
import type { FilmRecord } from "../../../records.js";
import type { ReadFilm } from "../../parts.js";

/** A film as a table without ids names it. */
export type NamedFilm = Pick<FilmRecord, "title" | "originalTitle" | "releaseDate">;

/** TMDB's id; "ambiguous" where several films are called so, undefined where none is. */
export type Found = number | "ambiguous" | undefined;

interface Known {
  readonly id: number;
  /** Undefined where nobody tells it. */
  readonly year: number | undefined;
}

/** Release dates differ by a year between countries. */
const YEARS_APART = 1;

export class FilmFinder {
  readonly #byTitle = new Map<string, Known[]>();
  readonly #ids = new Set<number>();

  /** @param films all that are told with an id */
  constructor(films: readonly ReadFilm[]) {
    for (const { film } of films) {
      this.#ids.add(film.id);
      const known = { id: film.id, year: yearOf(film) };
      for (const key of new Set(titlesOf(film).map(titleKey))) {
        const same = this.#byTitle.get(key);
        if (same === undefined) this.#byTitle.set(key, [known]);
        else same.push(known);
      }
    }
  }

  has(id: number): boolean {
    return this.#ids.has(id);
  }

  get size(): number {
    return this.#ids.size;
  }

  /**
   * By title, and by year where it is told: that very year, else the only film of a year beside it. Without a year only a
   * title that one film has.
   * @param further other titles under which it may be known
   */
  find(film: NamedFilm, further: readonly string[] = []): Found {
    const keys = new Set([...titlesOf(film), ...further].map(titleKey).filter((key) => key !== ""));
    const known = [...keys].flatMap((key) => this.#byTitle.get(key) ?? []);
    const year = yearOf(film);
    if (year === undefined) return onlyOne(known);
    return (
      onlyOne(known.filter((one) => one.year === year)) ??
      onlyOne(known.filter((one) => one.year !== undefined && Math.abs(one.year - year) <= YEARS_APART))
    );
  }
}

function onlyOne(known: readonly Known[]): Found {
  const [first, ...others] = known;
  return others.every(({ id }) => id === first?.id) ? first?.id : "ambiguous";
}

function titlesOf({
  title,
  originalTitle,
  titleEs,
  titleEs419,
  aka = [],
}: NamedFilm & Partial<Pick<FilmRecord, "titleEs" | "titleEs419" | "aka">>): string[] {
  return [title, originalTitle, titleEs, titleEs419, ...aka].flatMap((one) => one ?? []);
}

function yearOf({ releaseDate }: Pick<FilmRecord, "releaseDate">): number | undefined {
  return releaseDate === undefined ? undefined : Number(releaseDate.slice(0, 4));
}
