/** Which films are about a theme. */
import type { Tables } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { Theme } from "../port.js";

/** @returns the films that bear any of the theme's keywords, ascending: better known ones first */
export function filmsOfTheme(
  { keywords }: Pick<Tables, "keywords">,
  theme: Pick<Theme, "keywords">,
): FilmRow[] {
  const films = theme.keywords.flatMap((keyword) => [...keywords.films.get(keyword)]);
  return [...new Set(films)].sort((a, b) => a - b);
}
