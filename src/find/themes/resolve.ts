/** From what people call a theme to its keywords. */
import type { Catalog } from "../../catalog/catalog.js";
import type { KeywordRow, ThemeRow } from "../../catalog/rows.js";
import { firstPlace } from "../../catalog/sorted.js";
import { rootOf, THEME_LANGUAGES, themeKey, themeWords, withoutNumber } from "../encode/text/theme-keys.js";
import { kept } from "../kept.js";
import { editDistance } from "../names/distance/edit-distance.js";
import { WordIndex } from "../names/index/word-index.js";
import type { Resolution, Theme } from "../port.js";
import { KnownKeys } from "./known-keys.js";

type Language = (typeof THEME_LANGUAGES)[number];
type Facts = Pick<Catalog, "keywords" | "themes" | "themeKeys" | "themeWords" | "themeWordSegments">;

/** A theme with all it is called. */
export interface NamedTheme extends Theme {
  readonly names: Readonly<Record<Language, readonly string[]>>;
}

/** A theme or keyword whose name has the stems of what was typed, and how far its letters are from it. */
interface Candidate {
  readonly theme: ThemeRow | undefined;
  readonly keyword: KeywordRow | undefined;
  /** 0 where these are its words, 1 where they are but for number, else by how many edits more. */
  readonly distance: number;
  /** Whether this is what it is called first of all. */
  readonly isMain: boolean;
}

/** Shorter words mean another one after a slip. */
const SHORTEST_MISSPELT = 5;
/** Words that differ in number: "mars" is nearer to Mars than "mar" is. */
const BUT_FOR_NUMBER = 1;
/** Names this far apart have nothing but their stems in common. */
const FURTHEST = 8;
/** No theme's name has more. */
const MOST_WORDS = 10;
/** Ways to read misspelt words that are tried for one text. */
const MOST_SPELLINGS = 8;
const NONE: Resolution<never> = { kind: "none", suggestions: [] };

/** The look-ups of `Find.theme` and `Find.themeCalled`. */
export interface ThemeLookUps {
  theme(text: string): Resolution<NamedTheme>;
  themeCalled(text: string): Resolution<NamedTheme>;
}

export function createThemes(catalog: Facts): ThemeLookUps {
  const themes = new Themes(catalog);
  return { theme: (text) => themes.resolve(text), themeCalled: (text) => themes.called(text) };
}

class Themes {
  readonly #catalog: Facts;
  readonly #words: WordIndex;
  readonly #roots = { es: kept(rootOf.es), en: kept(rootOf.en) };
  #keys: KnownKeys | undefined;

  constructor(catalog: Facts) {
    this.#catalog = catalog;
    this.#words = new WordIndex(catalog.themeWords, catalog.themeWordSegments);
  }

  resolve(text: string): Resolution<NamedTheme> {
    const words = wordsOf(text);
    if (words === undefined) return NONE;
    const found = THEME_LANGUAGES.flatMap((language) => this.#named(words[language], language));
    if (found.length > 0) return this.#best(found, "exact");
    for (const spelt of this.#respelt(words)) {
      const near = THEME_LANGUAGES.flatMap((language) => this.#named(spelt[language], language));
      if (near.length > 0) return this.#best(near, "close");
    }
    return NONE;
  }

  /** What is called so, without a look for misspelt words: a sentence has many runs, and few are themes. */
  called(text: string): Resolution<NamedTheme> {
    const words = wordsOf(text);
    if (words === undefined) return NONE;
    const found = THEME_LANGUAGES.flatMap((language) => this.#named(words[language], language));
    const best = this.#best(found, "exact");
    return best.kind === "found" && best.fit === "exact" ? best : NONE;
  }

  /** Everything whose name has the stems of these words. */
  #named(words: readonly string[], language: Language): Candidate[] {
    const { text, theme, keyword, rowCount } = this.#catalog.themeKeys;
    const key = themeKey(words, language, this.#roots[language]);
    this.#keys ??= new KnownKeys(rowCount, (place) => text.get(place));
    if (!this.#keys.mayHave(key)) return [];
    const asTyped = words.join(" ");
    const typed = withoutNumber(words);
    const distanceTo = (name: readonly string[]) =>
      name.join(" ") === asTyped ? 0 : BUT_FOR_NUMBER + editDistance(typed, withoutNumber(name), FURTHEST);
    const candidates: Candidate[] = [];
    for (
      let row = firstPlace(0, rowCount, (place) => text.get(place) < key);
      row < rowCount && text.get(row) === key;
      row++
    ) {
      const named = { theme: theme.get(row), keyword: keyword.get(row) };
      const distances = this.#namesOf(named, language).map((name) => distanceTo(themeWords(name, language)));
      const distance = Math.min(...distances);
      candidates.push({ ...named, distance, isMain: distances[0] === distance });
    }
    return candidates;
  }

  #namesOf({ theme, keyword }: Partial<Candidate>, language: Language): string[] {
    const { themes, keywords } = this.#catalog;
    if (theme !== undefined)
      return language === "es"
        ? [themes.nameEs.get(theme), ...themes.saidEs.get(theme)]
        : [themes.nameEn.get(theme), ...themes.saidEn.get(theme)];
    if (keyword === undefined) return [];
    const name = language === "es" ? keywords.nameEs.get(keyword) : keywords.name.get(keyword);
    return name === undefined ? [] : [name];
  }

  /**
   * Those that are called so but for number, else the nearest. Of these the themes, first by how near they are, then
   * those that are called so first of all; keywords that are equally near are one theme.
   */
  #best(candidates: readonly Candidate[], best: "exact" | "close"): Resolution<NamedTheme> {
    const least = Math.min(...candidates.map(({ distance }) => distance));
    const fit = least <= BUT_FOR_NUMBER ? best : "close";
    const themes = candidates
      .filter(({ distance }) => distance <= Math.max(least, BUT_FOR_NUMBER))
      .sort((a, b) => a.distance - b.distance || Number(b.isMain) - Number(a.isMain));
    const [theme, ...others] = distinct(themes.flatMap((candidate) => candidate.theme ?? []));
    if (theme !== undefined) {
      const namesakes = others.map((row) => this.#theme(row));
      return { kind: "found", value: this.#theme(theme), fit, namesakes };
    }
    const nearest = candidates.filter(({ distance }) => distance === least);
    const keywords = distinct(nearest.flatMap(({ keyword }) => keyword ?? [])).sort((a, b) => a - b);
    const [bestKnown] = keywords;
    if (bestKnown === undefined) return NONE;
    return { kind: "found", value: this.#ofKeywords(bestKnown, keywords), fit, namesakes: [] };
  }

  #theme(row: ThemeRow): NamedTheme {
    const { nameEs, nameEn, keywords } = this.#catalog.themes;
    return {
      name: { es: nameEs.get(row), en: nameEn.get(row) },
      names: { es: this.#namesOf({ theme: row }, "es"), en: this.#namesOf({ theme: row }, "en") },
      keywords: [...keywords.get(row)],
    };
  }

  /** Called what the best known of them is called. */
  #ofKeywords(bestKnown: KeywordRow, keywords: readonly KeywordRow[]): NamedTheme {
    const { name, nameEs } = this.#catalog.keywords;
    const en = name.get(bestKnown);
    const names = (language: Language) =>
      distinct(keywords.flatMap((keyword) => this.#namesOf({ keyword }, language)));
    return {
      name: { es: nameEs.get(bestKnown) ?? en, en },
      names: { es: names("es"), en: names("en") },
      keywords,
    };
  }

  /** The same words with those that stand in no name spelt as one that does, one slip away. */
  *#respelt(words: Readonly<Record<Language, readonly string[]>>): Generator<typeof words> {
    const all = distinct(THEME_LANGUAGES.flatMap((language) => words[language]));
    let readings: ReadonlyMap<string, string>[] = [new Map()];
    for (const word of all) {
      if (word.length < SHORTEST_MISSPELT || this.#words.keyCount(word) > 0) continue;
      const spellings = this.#spellings(word);
      if (spellings.length === 0) continue;
      readings = readings.flatMap((known) => spellings.map((spelt) => new Map([...known, [word, spelt]])));
      readings = readings.slice(0, MOST_SPELLINGS);
    }
    for (const reading of readings) {
      if (reading.size === 0) continue;
      const spell = (word: string) => reading.get(word) ?? word;
      yield { es: words.es.map(spell), en: words.en.map(spell) };
    }
  }

  /** A plural is also looked for as the singular that names have. */
  #spellings(word: string): string[] {
    const forms = distinct([word, word.replace(/s$/, ""), word.replace(/es$/, "")]);
    return distinct(
      forms
        .filter(({ length }) => length >= SHORTEST_MISSPELT)
        .flatMap((form) => this.#words.spellings(form, 1)),
    );
  }
}

/** The words that a name would have; undefined where none has so many. */
function wordsOf(text: string): Readonly<Record<Language, readonly string[]>> | undefined {
  const words = { es: themeWords(text, "es"), en: themeWords(text, "en") };
  return Math.min(words.es.length, words.en.length) > MOST_WORDS ? undefined : words;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
