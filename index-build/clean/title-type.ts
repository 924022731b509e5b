/** Whether a title is a film or a series, as files in English and Spanish write it. */

export type TitleType = "movie" | "series";

const TYPES: ReadonlyMap<string, TitleType> = new Map([
  ["movie", "movie"],
  ["movies", "movie"],
  ["film", "movie"],
  ["films", "movie"],
  ["pelicula", "movie"],
  ["peliculas", "movie"],
  ["tv show", "series"],
  ["tv shows", "series"],
  ["tvshow", "series"],
  ["tv_show", "series"],
  ["tv series", "series"],
  ["tvseries", "series"],
  ["tv mini series", "series"],
  ["tvminiseries", "series"],
  ["tv", "series"],
  ["show", "series"],
  ["series", "series"],
  ["serie", "series"],
  ["serie de tv", "series"],
  ["programa de tv", "series"],
]);

/** Undefined for any other word. */
export function titleTypeOf(written: string): TitleType | undefined {
  return TYPES.get(
    written
      .trim()
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mark}/gu, ""),
  );
}
