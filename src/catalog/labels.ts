/** How a thing is written in completions and choices, so that namesakes can be told apart. */
import type { Catalog } from "./catalog.js";
import { filmTitles, releaseYear, shownTitle } from "./film.js";
import type { FilmRow } from "./rows.js";

/** "Título (año)"; the year is left out where it is unknown. */
export function filmText(catalog: Pick<Catalog, "films">, row: FilmRow, tag: string): string {
  const title = shownTitle(filmTitles(catalog, row), tag);
  const year = releaseYear(catalog, row);
  return year === undefined ? title : `${title} (${year})`;
}

/** "Título (año) · director". */
export function filmLabel(catalog: Pick<Catalog, "films" | "people">, row: FilmRow, tag: string): string {
  const [director] = catalog.films.directors.get(row);
  const text = filmText(catalog, row, tag);
  return director === undefined ? text : `${text} · ${catalog.people.name.get(director)}`;
}
