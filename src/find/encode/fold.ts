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

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["2", "ii two dos"],
      ["3", "iii three tres"],
      ["4", "iv four cuatro"],
      ["5", "five cinco"],
      ["6", "vi six seis"],
      ["7", "vii seven siete"],
      ["8", "viii eight ocho"],
      ["9", "ix nine nueve"],
      ["10", "ten diez"],
      ["11", "xi eleven once"],
      ["12", "xii twelve doce"],
      ["13", "xiii thirteen trece"],
    ] as const
  ).flatMap(([digits, words]) => words.split(" ").map((word) => [word, digits] as const)),
);

/** A folded text with roman numerals and number words as digits: "rocky ii" and "rocky dos" are "rocky 2". */
export function foldNumbers(folded: string): string {
  return folded
    .split(" ")
    .map((word) => NUMBER_WORDS.get(word) ?? word)
    .join(" ");
}

const ARTICLE = /^(?:the|an?|el|la|los|las|una?|lo) (?=.)/;

/** A folded text without its leading English or Spanish article. */
export function withoutArticle(folded: string): string {
  return folded.replace(ARTICLE, "");
}

/**
 * How a folded text sounds to a Spanish speaker who writes an English name by ear: letters that sound alike become
 * one, doubled letters single, silent h disappears. "filips" and "phillips" meet.
 */
export function phonetic(folded: string): string {
  return folded
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/sh|ch/g, "x")
    .replace(/ck|q|c(?![eiy])/g, "k")
    .replace(/c/g, "s")
    .replace(/v/g, "b")
    .replace(/z/g, "s")
    .replace(/y|ee|ea/g, "i")
    .replace(/oo|ou|w/g, "u")
    .replace(/j|ge|gi/g, "g")
    .replace(/h/g, "")
    .replace(/(\p{L})\1+/gu, "$1");
}
