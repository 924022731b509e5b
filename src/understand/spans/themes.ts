/** Pieces that are themes, and words of themes as people say them. */
import { fold } from "../../find/encode/fold.js";
import type { Find } from "../../find/port.js";
import { FUNCTION_WORDS } from "../lexicon/talk/plain-words.js";
import type { Piece } from "./pieces.js";

const FUNCTION = new Set(FUNCTION_WORDS);
/** Themes of more words are not looked for. */
const MOST_WORDS = 5;
/** A theme says less than a genre of the same words. */
const WORTH = 0.8;
/** One of several words says more than the words apart. */
const WORTH_OF_SEVERAL = 1.05;
const LONGER = 0.3;
const FUNCTION_WORD = 1.05;
/** What a theme is worth more behind "sobre". */
const ABOUT = 0.5;

/** Runs of words that are known as a theme. */
export function themePieces(
  find: Pick<Find, "themeCalled">,
  words: readonly string[],
  isNoun: (word: string) => boolean,
  isGenre: (word: string) => boolean,
): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < words.length; from++) {
    if (FUNCTION.has(words[from] ?? "")) continue;
    // "Cine negro" is a theme, "películas" none.
    const begins = isNoun(words[from] ?? "");
    for (let to = from + 1; to <= words.length && to - from <= MOST_WORDS; to++) {
      if (to - from > 1 && isNoun(words[to - 1] ?? "")) break;
      if (FUNCTION.has(words[to - 1] ?? "")) continue;
      if (find.themeCalled(words.slice(from, to).join(" ")).kind !== "found") continue;
      if (begins && to - from !== 2 && !isAbout(words, from)) continue;
      const isBesideTheme = pieces.some((piece) => piece.to === from);
      const isMeant =
        isBesideTheme ||
        isIntroduced(words, from, to, isNoun) ||
        isGenre(words[from - 1] ?? "") ||
        isGenre(words[to] ?? "");
      if (to - from === 1 && !isMeant) continue;
      const content = words.slice(from, to).filter((word) => !FUNCTION.has(word)).length;
      const weight =
        content * (content > 1 ? WORTH_OF_SEVERAL : WORTH) +
        (content - 1) * LONGER +
        (to - from - content) * FUNCTION_WORD +
        (isAbout(words, from) ? ABOUT : 0);
      pieces.push({ from, to, weight, meaning: { kind: "theme" } });
    }
  }
  return pieces;
}

/** Before a word that is a theme: many common words are, and only there they are meant so. */
const INTRODUCING = new Set(
  "en in as de del sobre para con sin of about with without tipo acerca van va vaya vayan trate traten y e o u ni and or entre hay salgan salga haya tengan no hablen hable hablan habla involving featuring menos una unas un algo alguna algunas mas mejores mejor peores peor top otra otras todas las mucho mucha muchos muchas harto harta hartos hartas bastante bastantes tanto tanta puro pura puros puras".split(
    " ",
  ),
);

function isIntroduced(
  words: readonly string[],
  from: number,
  to: number,
  isNoun: (word: string) => boolean,
): boolean {
  const before = ARTICLES.has(words[from - 1] ?? "") ? [words[from - 1], words[from - 2]] : [words[from - 1]];
  if (from === 0 || before.some((word) => word !== undefined && (INTRODUCING.has(word) || isNoun(word))))
    return true;
  return isNoun(words[to] ?? "");
}

function isAbout(words: readonly string[], from: number): boolean {
  const before = ARTICLES.has(words[from - 1] ?? "") ? words[from - 2] : words[from - 1];
  return before === "sobre" || before === "about";
}

/**
 * "tiburones" → "tiburón"-like: each word in the singular, in lower case, without articles before them. What a theme is
 * called in the plural stays so: "artes marciales".
 */
export function themeWords(find: Pick<Find, "theme">, text: string): string {
  const words = text
    .toLocaleLowerCase("es")
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .split(/\s+/u)
    .filter(Boolean);
  while (words.length > 1 && ARTICLES.has(words[0] ?? "")) words.shift();
  const own = words.join(" ");
  const singulars = words.map(singular).join(" ");
  return singulars === own || isNameOfTheme(find, own) ? own : singulars;
}

/** Whether a theme is called just so. */
function isNameOfTheme(find: Pick<Find, "theme">, words: string): boolean {
  const found = find.theme(words);
  if (found.kind !== "found") return false;
  const { name } = found.value;
  return [name.es, name.en].some((one) => fold(one) === fold(words));
}

const ARTICLES = new Set(["el", "la", "los", "las", "un", "una", "unos", "unas", "the", "a", "an"]);

/** "tiburones" → "tiburon", "luces" → "luz", "chefs" → "chef". */
function singular(word: string): string {
  if (word.length < 5 || FUNCTION.has(word)) return word;
  if (/ces$/u.test(word)) return `${word.slice(0, -3)}z`;
  if (/[aeiouáéíóú][lrnd]es$/u.test(word)) return word.slice(0, -2);
  return /[^suí]s$/u.test(word) ? word.slice(0, -1) : word;
}
