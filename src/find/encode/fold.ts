/**
 * Folding: what is left of a text when how it is written no longer matters. Shared by the build and the
 * query.
 */

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
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(/[&+]/g, " and ")
    .replace(JOINING, "")
    .replace(SEPARATING, " ")
    .trim();
}

/**
 * Words that are written in two ways: roman numerals as digits ("I", "V" and "X" are left alone: they are
 * words), and what is said in full or in short.
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

/** The words for each number from 2 on, in English and Spanish. */
const CARDINALS = [
  "two dos",
  "three tres",
  "four cuatro",
  "five cinco",
  "six seis",
  "seven siete",
  "eight ocho",
  "nine nueve",
  "ten diez",
  "eleven once",
  "twelve doce",
  "thirteen trece",
];
/** The same from 1 on. */
const ORDINALS = [
  "first primero primera primer",
  "second segundo segunda",
  "third tercero tercera tercer",
  "fourth cuarto cuarta",
  "fifth quinto quinta",
  "sixth sexto sexta",
  "seventh septimo septima",
  "eighth octavo octava",
  "ninth noveno novena",
  "tenth decimo decima",
  "eleventh",
  "twelfth",
  "thirteenth",
];

/** Each word with its number, counted from `first`. */
function counted(words: readonly string[], first: number): (readonly [word: string, number: number])[] {
  return words.flatMap((same, i) => same.split(" ").map((word) => [word, first + i] as const));
}

/** Digits by the words for them; "one" and "uno" are left alone: they are words. */
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [...counted(ORDINALS, 1), ...counted(CARDINALS, 2)].map(([word, number]) => [word, String(number)]),
);

/** "6th", "6to": the ending says nothing that the digits do not. */
const ORDINAL = /\b(\d+)(?:st|nd|rd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)\b/g;

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

const TENS: ReadonlyMap<string, number> = new Map(
  counted(
    [
      "twenty veinte",
      "thirty treinta",
      "forty cuarenta",
      "fifty cincuenta",
      "sixty sesenta",
      "seventy setenta",
      "eighty ochenta",
      "ninety noventa",
    ],
    2,
  ).map(([word, tens]) => [word, 10 * tens]),
);
const UNITS: ReadonlyMap<string, number> = new Map([
  ...counted(["one uno un una"], 1),
  ...counted(CARDINALS.slice(0, 8), 2),
]);
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
