/** What films are about and called: clouds of their themes, titles and plots. */
import { capitalised, number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { fold } from "../../../find/encode/fold.js";
import { isStopWord } from "../../../find/encode/text/stop-words.js";
import { countThemes, countWords, plotLanguage, type WordCounts } from "../../../queries/counts/words.js";
import type { Words } from "../../../words.js";
import type { Chart } from "../../chart.js";
import { drawable } from "../../specs/shortened.js";
import type { Charting, Topic } from "../../topic.js";
import { filmCount, ofThese, titled } from "../../words.js";

const SHOWN = 70;
/** Letters of a word that says anything. */
const SHORTEST = 3;
/** Longer names find no place among others. */
const LONGEST = 22;

interface Cloud {
  readonly topic: string;
  readonly title: Words;
  readonly what: Words;
  readonly note: Words;
  readonly ask: (word: string) => string;
}

function cloudChart(
  charting: Charting,
  { topic, title, what, note, ask }: Cloud,
  counted: WordCounts,
): Chart | undefined {
  const { locale } = charting;
  const words = counted.words.map(({ word, count }) => ({ word: drawable(word), count }));
  const [first, second, third] = words;
  if (first === undefined) return undefined;
  const told = [first, second, third].flatMap((one) =>
    one === undefined ? [] : `«${one.word}» (${number(locale, one.count)})`,
  );
  const list = told
    .map((text) => (locale.language === "en" ? text.replace("«", "“").replace("»", "”") : text))
    .join(", ");
  return {
    topic,
    title: titled(say(locale, title), charting),
    sentence: capitalised(
      locale,
      say(locale, {
        es: `${ofThese(charting)}en ${what.es} de ${filmCount(locale, counted.films)}, lo que más sale es ${list}. ${note.es}`,
        en: `${ofThese(charting)}in ${what.en} of ${filmCount(locale, counted.films)} most frequent are ${list}. ${note.en}`,
      }),
    ).trim(),
    columns: [
      { name: say(locale, { es: "Palabra", en: "Word" }), kind: "text" },
      { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
    ],
    rows: words.map(({ word, count }) => [word, count]),
    drawing: {
      kind: "cloud",
      words: words
        .filter(({ word }) => word.length <= LONGEST)
        .map(({ word, count }) => ({ text: word, weight: count })),
    },
    asks: [ask(first.word)],
  };
}

export const themes: Topic = {
  name: "temas",
  summary: { es: "Nube de los temas", en: "Cloud of themes" },
  filtered: true,
  async chart(charting) {
    const { catalog, locale, filter } = charting;
    const { keywords, words, films } = await countThemes(catalog, filter, SHOWN);
    const named = words.map(({ word, count }, at) => {
      const row = keywords[at];
      const spanish = row === undefined ? undefined : catalog.keywords.nameEs.get(row);
      return { word: locale.language === "es" ? (spanish ?? word) : word, count };
    });
    return cloudChart(
      charting,
      {
        topic: "temas",
        title: { es: "De qué tratan", en: "What they are about" },
        what: { es: "los temas", en: "the themes" },
        note: { es: "", en: "" },
        ask: (word) => `/descubrir tema=${word}`,
      },
      { words: merged(named), films },
    );
  },
};

/** Keywords that have one name in a language are one word of it. */
function merged(words: WordCounts["words"]): WordCounts["words"] {
  const counts = new Map<string, number>();
  for (const { word, count } of words) counts.set(word, Math.max(count, counts.get(word) ?? 0));
  return [...counts].map(([word, count]) => ({ word, count }));
}

/** Words of plots and titles that no list of stop words has, and that tell nothing of a film. */
const EMPTY = new Set(
  "one two three four five first new old ii iii iv part must may might get gets got take takes taken make makes made go goes come comes set while however when become becomes begins begin finds find also even back way still upon among away around another along film movie story based dos tres".split(
    " ",
  ),
);

function says(word: string, languages: readonly ("es" | "en")[]): boolean {
  if (word.length < SHORTEST || /^\d+$/u.test(word) || /['’]/u.test(word)) return false;
  const folded = fold(word);
  if (EMPTY.has(folded)) return false;
  return !languages.some((language) => isStopWord(folded, language));
}

export const titleWords: Topic = {
  name: "titulos",
  summary: { es: "Nube de las palabras de los títulos", en: "Cloud of the words of titles" },
  filtered: true,
  async chart(charting) {
    const { catalog, locale, filter } = charting;
    const counted = await countWords(
      catalog,
      filter,
      { kind: "titles", tag: locale.tag },
      { counts: memoised((word) => says(word, ["es", "en"])), most: SHOWN },
    );
    return cloudChart(
      charting,
      {
        topic: "titulos",
        title: { es: "Palabras de los títulos", en: "Words of titles" },
        what: { es: "los títulos", en: "the titles" },
        note: { es: "", en: "" },
        ask: (word) => `/pelicula ${word}`,
      },
      counted,
    );
  },
};

export const plotWords: Topic = {
  name: "argumentos",
  summary: { es: "Nube de las palabras de los argumentos", en: "Cloud of the words of plots" },
  filtered: true,
  async chart(charting) {
    const { catalog, filter } = charting;
    const language = await plotLanguage(catalog);
    const counted = await countWords(
      catalog,
      filter,
      { kind: "plots", language },
      { counts: memoised((word) => says(word, [language])), most: SHOWN },
    );
    return cloudChart(
      charting,
      {
        topic: "argumentos",
        title: { es: "Palabras de los argumentos", en: "Words of plots" },
        what: { es: "los argumentos", en: "the plots" },
        note:
          language === "en"
            ? { es: "Los argumentos están en inglés, como vienen de la fuente.", en: "" }
            : { es: "", en: "The plots are told in Spanish." },
        ask: (word) => `/buscar ${word}`,
      },
      counted,
    );
  },
};

/** Words come again and again. */
function memoised(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = test(word);
    known.set(word, now);
    return now;
  };
}
