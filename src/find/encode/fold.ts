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

/**
 * Words that are written in two ways: roman numerals as digits ("I", "V" and "X" are left alone: they are words), and
 * what is said in full or in short.
 */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ..."ii iii iv _ vi vii viii ix _ xi xii xiii".split(" ").map((roman, i) => [roman, String(i + 2)] as const),
  ...["parte", "pt"].map((word) => [word, "part"] as const),
  ...["episodio", "ep"].map((word) => [word, "episode"] as const),
  ...["volumen", "vol"].map((word) => [word, "volume"] as const),
  ["capitulo", "chapter"],
  ["versus", "vs"],
  ["dr", "doctor"],
  ["mr", "mister"],
]);

/** Digits by the words for them, in English and Spanish, cardinal and ordinal. */
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["1", "first primero primera primer"],
      ["2", "two dos second segundo segunda"],
      ["3", "three tres third tercero tercera tercer"],
      ["4", "four cuatro fourth cuarto cuarta"],
      ["5", "five cinco fifth quinto quinta"],
      ["6", "six seis sixth sexto sexta"],
      ["7", "seven siete seventh septimo septima"],
      ["8", "eight ocho eighth octavo octava"],
      ["9", "nine nueve ninth noveno novena"],
      ["10", "ten diez tenth decimo decima"],
      ["11", "eleven once eleventh"],
      ["12", "twelve doce twelfth"],
      ["13", "thirteen trece thirteenth"],
    ] as const
  ).flatMap(([digits, words]) => words.split(" ").map((word) => [word, digits] as const)),
);

/** "6th", "6to": the ending says nothing that the digits do not. */
const ORDINAL = /\b(\d+)(?:st|nd|rd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)\b/g;

/** After such a word "I", "V", "X" and "one" are numbers too. */
const COUNTED = /\b(part|episode|volume|chapter) (i|v|x|one|uno)\b/g;
const COUNTS: Readonly<Record<string, string>> = { i: "1", v: "5", x: "10", one: "1", uno: "1" };

/** A folded text with each word in one of its forms: "rocky ii" is "rocky 2", "freddy versus jason" "freddy vs jason". */
export function foldForms(folded: string): string {
  return replaceWords(folded, SAME_WORDS)
    .replace(ORDINAL, "$1")
    .replace(COUNTED, (_, word: string, number: string) => `${word} ${COUNTS[number]}`);
}

const TENS: ReadonlyMap<string, number> = new Map(
  (
    [
      [20, "twenty veinte"],
      [30, "thirty treinta"],
      [40, "forty cuarenta"],
      [50, "fifty cincuenta"],
      [60, "sixty sesenta"],
      [70, "seventy setenta"],
      [80, "eighty ochenta"],
      [90, "ninety noventa"],
    ] as const
  ).flatMap(([value, words]) => words.split(" ").map((word) => [word, value] as const)),
);
const UNITS: ReadonlyMap<string, number> = new Map(
  [
    "one uno un una",
    "two dos",
    "three tres",
    "four cuatro",
    "five cinco",
    "six seis",
    "seven siete",
    "eight ocho",
    "nine nueve",
  ].flatMap((words, i) => words.split(" ").map((word) => [word, i + 1] as const)),
);
const TEN_AND_UNIT = new RegExp(
  `\\b(${[...TENS.keys()].join("|")})(?: (?:y )?(${[...UNITS.keys()].join("|")}))?\\b`,
  "g",
);

/** A folded text with number words as digits: "rocky dos" is "rocky 2", "twenty eight days" "28 days". */
export function foldNumbers(folded: string): string {
  const tens = folded.replace(TEN_AND_UNIT, (_, ten: string, unit: string | undefined) =>
    String((TENS.get(ten) ?? 0) + (unit === undefined ? 0 : (UNITS.get(unit) ?? 0))),
  );
  return replaceWords(tens, NUMBER_WORDS);
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
