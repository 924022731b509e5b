/** The themes of films: groups of keywords that mean about the same ("vampire", "dracula"), each once a film. */
import type { Tables } from "../../catalog/catalog.js";
import type { FilmLists } from "./learned.js";

/** Without a view of any list: the first recommendation of a process waits for this. */
export function themesOf({
  films: { keywords, rowCount },
  themes,
}: Pick<Tables, "films" | "themes">): FilmLists {
  const ofKeyword = themesByKeyword(themes.keywords);
  const offsets = new Int32Array(rowCount + 1);
  const values: number[] = [];
  /** The film that each theme was counted for last. */
  const counted = new Int32Array(themes.rowCount).fill(-1);
  for (let film = 0; film < rowCount; film++) {
    for (let i = keywords.offsets[film]; i < keywords.offsets[film + 1]; i++) {
      const keyword = keywords.values[i];
      if (keyword + 1 >= ofKeyword.offsets.length) continue;
      for (let j = ofKeyword.offsets[keyword]; j < ofKeyword.offsets[keyword + 1]; j++) {
        const theme = ofKeyword.values[j];
        if (counted[theme] === film) continue;
        counted[theme] = film;
        values.push(theme);
      }
    }
    offsets[film + 1] = values.length;
  }
  return { offsets, values: Int32Array.from(values) };
}

/** Keywords after the last one that a theme has are left out. */
function themesByKeyword({ offsets, values }: FilmLists): FilmLists {
  let count = 0;
  for (let i = 0; i < values.length; i++) count = Math.max(count, values[i] + 1);
  const ends = new Int32Array(count + 1);
  for (let i = 0; i < values.length; i++) ends[values[i] + 1]++;
  for (let keyword = 0; keyword < count; keyword++) ends[keyword + 1] += ends[keyword];
  const themes = new Int32Array(values.length);
  const next = ends.slice();
  for (let theme = 0; theme + 1 < offsets.length; theme++)
    for (let i = offsets[theme]; i < offsets[theme + 1]; i++) themes[next[values[i]]++] = theme;
  return { offsets: ends, values: themes };
}
