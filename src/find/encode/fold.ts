/** Folding: what is left of a text when how it is written no longer matters. Shared by the build and the query. */

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

const COMBINING = /\p{Mn}+/gu;
const SPECIAL = /[ßæœøđðłþı]/g;
/** Inside a word they are dropped ("don't" = "dont", "S.W.A.T." = "swat"), so that a word stays one word. */
const JOINING = /['’‘ʼ`´]|(?<=\b\p{L})\.(?=\p{L}\b)/gu;
const SEPARATING = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9 ]*$/;

/**
 * Lower case, without accents, punctuation or repeated spaces; `&` and `+` as "and".
 * Letters of other scripts are kept. Idempotent.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(/ +/g, " ").trim();
  return lower
    .normalize("NFKD")
    .replace(COMBINING, "")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter])
    .replace(/[&+]/g, " and ")
    .replace(JOINING, "")
    .replace(SEPARATING, " ")
    .trim();
}

/** By digits: roman numerals that are no words. "I", "V" and "X" are left alone: they are. */
const ROMAN: ReadonlyMap<string, string> = new Map(
  "ii iii iv _ vi vii viii ix _ xi xii xiii".split(" ").map((roman, i) => [roman, String(i + 2)]),
);

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["2", "two dos"],
      ["3", "three tres"],
      ["4", "four cuatro"],
      ["5", "five cinco"],
      ["6", "six seis"],
      ["7", "seven siete"],
      ["8", "eight ocho"],
      ["9", "nine nueve"],
      ["10", "ten diez"],
      ["11", "eleven once"],
      ["12", "twelve doce"],
      ["13", "thirteen trece"],
    ] as const
  ).flatMap(([digits, words]) => words.split(" ").map((word) => [word, digits] as const)),
);

/** A folded text with roman numerals as digits: "rocky ii" is "rocky 2". */
export function foldRoman(folded: string): string {
  return replaceWords(folded, ROMAN);
}

/** A folded text with number words as digits: "rocky dos" is "rocky 2". */
export function foldNumbers(folded: string): string {
  return replaceWords(folded, NUMBER_WORDS);
}

function replaceWords(folded: string, replacements: ReadonlyMap<string, string>): string {
  return folded
    .split(" ")
    .map((word) => replacements.get(word) ?? word)
    .join(" ");
}

const ARTICLE = /^(?:the|an?|el|la|los|las|una?|lo) (?=.)/;

/** A folded text without its leading English or Spanish article. */
export function withoutArticle(folded: string): string {
  return folded.replace(ARTICLE, "");
}
