/** What a film is called and when it came out. */
import type { Catalog } from "./catalog.js";

export interface FilmTitles {
  /** The source's (English) title. */
  readonly title: string;
  readonly originalTitle?: string;
  /** Title in Spain. */
  readonly titleEs?: string;
  /** Title in Latin America, where it differs from Spain's. */
  readonly titleEs419?: string;
}

type Films = Pick<Catalog, "films">;

export function filmTitles({ films }: Films, row: number): FilmTitles {
  return {
    title: films.title.get(row),
    originalTitle: films.originalTitle.get(row),
    titleEs: films.titleEs.get(row),
    titleEs419: films.titleEs419.get(row),
  };
}

/**
 * The title a reader knows the film by.
 * @param tag BCP 47: "es" and "es-ES" read Spain's title, any other Spanish Latin America's, the rest the English one
 */
export function shownTitle(film: FilmTitles, tag: string): string {
  const [language, region] = tag.split("-");
  if (language !== "es") return film.title;
  const spain = region === undefined || region === "ES";
  return (spain ? film.titleEs : (film.titleEs419 ?? film.titleEs)) ?? film.title;
}

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 → YYYY-MM-DD. */
export function isoDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** YYYY-MM-DD, or undefined where the film has no date. */
export function releaseDate({ films }: Films, row: number): string | undefined {
  const day = films.releaseDate.get(row);
  return day === undefined ? undefined : isoDate(day);
}

export function releaseYear({ films }: Films, row: number): number | undefined {
  const day = films.releaseDate.get(row);
  return day === undefined ? undefined : new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** Adult films are counted, but named in no answer. */
export function isAdult({ films }: Films, row: number): boolean {
  return films.adult[row] === 1;
}
