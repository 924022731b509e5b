/**
 * Folding: what is left of a text when how it is written no longer matters. Shared by the build and the
 * query.
 */

export { foldNumbers } from "./numbers.js";

/** Letters that Unicode does not decompose, as Latin readers type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/** "8½" is eight and a half, not 81 over 2. */
const FRACTION = /[¼-¾⅐-⅞]/g;
const COMBINING = /\p{Mn}+/gu;
const SPECIAL = /[ßæœøđðłþı]/g;
/**
 * Inside a word they are dropped ("don't" = "dont", "S.W.A.T." = "swat"), so that a word stays one word;
 * in a number too ("20,000").
 */
const JOINING = /['’‘ʼ`´]|(?<=\b\p{L})\.(?=\p{L}\b)|(?<=\d)[.,](?=\d{3}(?!\d))/gu;
const SEPARATING = /[^\p{L}\p{N}]+/gu;
/** A Greek letter that stands alone is named. */
const PI = /(?<=^| )π(?= |$)/g;
const PLAIN = /^[a-z0-9 ]*$/;

/**
 * Lower case, without accents, punctuation or repeated spaces; `&` and `+` as "and".
 * Letters of other scripts are kept. Idempotent.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(/ +/g, " ").trim();
  return lower
    .replace(FRACTION, " $&")
    .normalize("NFKD")
    .replace(COMBINING, "")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(/[&+]/g, " and ")
    .replace(JOINING, "")
    .replace(SEPARATING, " ")
    .trim()
    .replace(PI, "pi");
}

/**
 * Words that are written in two ways: roman numerals as digits ("I", "V" and "X" are left alone: they are
 * words), and what is said in full or in short.
 */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ..."ii iii iv _ vi vii viii ix _ xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
    .split(" ")
    .map((roman, i) => [roman, String(i + 2)] as const),
  ...["parte", "pt"].map((word) => [word, "part"] as const),
  ...["episodio", "ep"].map((word) => [word, "episode"] as const),
  ...["volumen", "vol"].map((word) => [word, "volume"] as const),
  ["capitulo", "chapter"],
  ["versus", "vs"],
  ["dr", "doctor"],
  ["mr", "mister"],
]);

/** "6th", "6to", "2ª": the ending says nothing that the digits do not. */
const ORDINAL = /\b(\d+)(?:st|nd|rd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|o|a)\b/g;

/** After such a word "I", "V", "X" and "one" are numbers too. */
const COUNTED = /\b(part|episode|volume|chapter) (i|v|x|one|uno)\b/g;
const COUNTS: Readonly<Record<string, string>> = { i: "1", v: "5", x: "10", one: "1", uno: "1" };

/**
 * A folded text with each word in one of its forms: "rocky ii" is "rocky 2", "freddy versus jason" "freddy vs
 * jason".
 */
export function foldForms(folded: string): string {
  return replaceWords(folded, SAME_WORDS)
    .replace(ORDINAL, "$1")
    .replace(COUNTED, (_, word: string, number: string) => `${word} ${COUNTS[number] ?? number}`);
}

function replaceWords(folded: string, replacements: ReadonlyMap<string, string>): string {
  const words = folded.split(" ");
  return words.some((word) => replacements.has(word))
    ? words.map((word) => replacements.get(word) ?? word).join(" ")
    : folded;
}

const ARTICLE = /^(?:the|an?|el|la|los|las|una?|lo) (?=.)/;

/** A folded text without its leading English or Spanish article. */
export function withoutArticle(folded: string): string {
  return folded.replace(ARTICLE, "");
}
