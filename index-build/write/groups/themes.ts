/** Our own themes and the keywords of a catalogue → what people find them by. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow, type KeywordRow } from "../../../src/catalog/rows.js";
import { TABLES } from "../../../src/catalog/schema.js";
import { THEME_LANGUAGES, themeKey, themeWords } from "../../../src/find/encode/text/theme-keys.js";
import type { KeywordTheme } from "../../records.js";
import { encodeTable } from "../encode/arrow.js";
import { encodeWords } from "../search/words.js";

type Keywords = Pick<Tables, "keywords">;

/** The names of a theme or a keyword in each language. */
interface Names {
  readonly es: readonly string[];
  readonly en: readonly string[];
  readonly theme?: number;
  readonly keyword?: number;
}

/** @returns the bytes of each table */
export function encodeThemes(
  themes: readonly KeywordTheme[],
  facts: Keywords,
): Record<"themes" | "themeKeys" | "themeWords" | "themeWordSegments", Uint8Array> {
  const rows = withRows(themes, facts);
  const keys = sortedKeys([
    ...rows.map(({ es, en, said }, theme) => ({ es: [es, ...said.es], en: [en, ...said.en], theme })),
    ...keywordNames(facts),
  ]);
  const words = encodeWords(keys.map(({ words }) => ({ text: words.join(" ") })));
  return {
    themes: encodeTable(TABLES.themes, {
      nameEs: rows.map(({ es }) => es),
      nameEn: rows.map(({ en }) => en),
      saidEs: rows.map(({ said }) => said.es),
      saidEn: rows.map(({ said }) => said.en),
      keywords: rows.map(({ rows: keywords }) => keywords),
    }),
    themeKeys: encodeTable(TABLES.themeKeys, {
      text: keys.map(({ text }) => text),
      theme: keys.map(({ theme }) => theme),
      keyword: keys.map(({ keyword }) => keyword),
    }),
    themeWords: words.words,
    themeWordSegments: words.segments,
  };
}

/** Themes with the rows of those of their keywords that the catalogue has, ascending. */
function withRows(
  themes: readonly KeywordTheme[],
  { keywords }: Keywords,
): (KeywordTheme & { readonly rows: readonly KeywordRow[] })[] {
  const byName = new Map<string, KeywordRow[]>();
  for (const row of eachRow(keywords)) {
    const name = keywords.name.get(row);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return themes.map((theme) => ({
    ...theme,
    rows: [...new Set(theme.keywords.flatMap((name) => byName.get(name) ?? []))].sort((a, b) => a - b),
  }));
}

function keywordNames({ keywords }: Keywords): Names[] {
  return Array.from(eachRow(keywords), (row) => {
    const spanish = keywords.nameEs.get(row);
    return { es: spanish === undefined ? [] : [spanish], en: [keywords.name.get(row)], keyword: row };
  });
}

/** Each key of a name once; of equal ones in the order of the names. */
function sortedKeys(names: readonly Names[]) {
  const keys = names.flatMap(({ theme, keyword, ...name }) => {
    const own = THEME_LANGUAGES.flatMap((language) =>
      name[language].map((text) => {
        const words = themeWords(text, language);
        return { text: themeKey(words, language), words, theme, keyword };
      }),
    ).filter(({ words }) => words.length > 0);
    return own.filter(({ text }, at) => own.findIndex((other) => other.text === text) === at);
  });
  // Stable: equal texts keep their order.
  return keys.sort((a, b) => (a.text === b.text ? 0 : a.text < b.text ? -1 : 1));
}
