/** The themes of films: groups of keywords that mean about the same ("vampire", "dracula"), each once a film. */
import type { Tables } from "../../catalog/catalog.js";
import { eachRow } from "../../catalog/rows.js";
import type { FilmLists } from "./learned.js";

export function themesOf({
  films,
  keywords,
  themes,
}: Pick<Tables, "films" | "keywords" | "themes">): FilmLists {
  const ofKeyword: number[][] = Array.from({ length: keywords.rowCount }, () => []);
  for (const theme of eachRow(themes)) {
    for (const keyword of themes.keywords.get(theme)) ofKeyword[keyword]?.push(theme);
  }
  const offsets = new Int32Array(films.rowCount + 1);
  const values: number[] = [];
  /** The film that each theme was counted for last. */
  const counted = new Int32Array(themes.rowCount).fill(-1);
  for (const film of eachRow(films)) {
    for (const keyword of films.keywords.get(film)) {
      for (const theme of ofKeyword[keyword] ?? []) {
        if (counted[theme] === film) continue;
        counted[theme] = film;
        values.push(theme);
      }
    }
    offsets[film + 1] = values.length;
  }
  return { offsets, values: Int32Array.from(values) };
}
