/** What is wrong in our own themes, as far as a catalogue can tell: it costs nothing but the theme. */
import { THEME_LANGUAGES, themeKey, themeWords } from "../../src/find/encode/text/theme-keys.js";
import type { FilmRecord, KeywordTheme } from "../records.js";
import type { BuildReport } from "../report.js";

/** Of fewer of the keywords than this share, the sources are small, and what they lack says nothing of our table. */
const KNOWN_SHARE = 0.8;

/**
 * Reports names that two themes share, and keywords that no film bears where the sources have most of them.
 * @param file the table's name
 */
export function reportThemes(
  themes: readonly KeywordTheme[],
  films: ReadonlyMap<number, FilmRecord>,
  file: string,
  report: BuildReport,
): void {
  for (const { name, themes: sharing } of sharedNames(themes))
    report.add("theme-name-shared", { file, detail: `${name}: ${sharing.join(", ")}` });
  const known = new Set([...films.values()].flatMap(({ keywords }) => keywords.map(({ name }) => name)));
  const keywords = [...new Set(themes.flatMap((theme) => theme.keywords))];
  const unknown = keywords.filter((keyword) => !known.has(keyword));
  if (unknown.length > keywords.length * (1 - KNOWN_SHARE)) return;
  for (const keyword of unknown) report.add("unknown-theme-keyword", { file, detail: keyword });
}

interface Named {
  readonly theme: string;
  /** Whether this is what it is called first of all. */
  readonly isMain: boolean;
}

/** Names that lead to no theme more than to another, with those themes. */
function sharedNames(
  themes: readonly KeywordTheme[],
): { readonly name: string; readonly themes: readonly string[] }[] {
  const byKey = new Map<string, { readonly name: string; readonly named: Named[] }>();
  for (const theme of themes) {
    for (const language of THEME_LANGUAGES) {
      [theme[language], ...theme.said[language]].forEach((name, place) => {
        const key = themeKey(themeWords(name, language), language);
        const entry = byKey.get(key) ?? { name, named: [] };
        byKey.set(key, entry);
        entry.named.push({ theme: theme.es, isMain: place === 0 });
      });
    }
  }
  return [...byKey.values()].flatMap(({ name, named }) => {
    const main = named.filter(({ isMain }) => isMain);
    const meant = new Set((main.length > 0 ? main : named).map(({ theme }) => theme));
    return meant.size > 1 ? [{ name, themes: [...meant] }] : [];
  });
}
