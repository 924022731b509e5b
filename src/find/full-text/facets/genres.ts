/** Genres as they stand in a sentence: "terror", "comedias", "policíaco", "románticas". */
import type { Catalog } from "../../../catalog/catalog.js";
import { eachRow, type GenreRow } from "../../../catalog/rows.js";
import { GENRE_LABELS } from "../../encode/genre-names.js";
import { themeWords, withoutNumber } from "../../encode/text/theme-keys.js";

/** Spanish adjectives end as what they stand beside does. */
const GENDER = /[ao]$/;
/** Further forms of the labels, folded, by TMDB's English name. */
const FURTHER_WORDS: Readonly<Record<string, string>> = {
  Action: "acción",
  Comedy: "cómica humorística",
  Family: "familiares infantiles",
  Horror: "terrorífica miedo scary",
  Romance: "amorosa romantic",
  Drama: "dramática",
  "Science Fiction": "scifi",
  Thriller: "thrillers suspense",
};

/** What the words of a genre are compared by. */
function formOf(words: readonly string[]): string {
  return words.map((word) => withoutNumber([word]).replace(GENDER, "")).join(" ");
}

/** @returns the genre that a run of folded words names, without function words; undefined where it names none */
export function createGenres({
  genres,
}: Pick<Catalog, "genres">): (words: readonly string[]) => GenreRow | undefined {
  const byForm = new Map<string, GenreRow>();
  for (const row of eachRow(genres)) {
    const name = genres.name.get(row);
    const names = [name, ...(GENRE_LABELS[name] ?? []), ...(FURTHER_WORDS[name]?.split(" ") ?? [])];
    for (const language of ["es", "en"] as const) {
      for (const text of names) {
        const form = formOf(themeWords(text, language));
        if (!byForm.has(form)) byForm.set(form, row);
      }
    }
  }
  return (words) => byForm.get(formOf(words));
}
