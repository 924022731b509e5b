/** Numbers in words, English and Spanish, as digits: titles and questions meet in one form. */

/** What a number word adds to a number, and which words may follow it: none, units, or less than a hundred. */
interface NumberWord {
  readonly value: number;
  readonly kind: "unit" | "teen" | "ten" | "hundred" | "thousand";
  /** Said of an order, and added to nothing. */
  readonly ordinal?: true;
}

const UNITS = [
  "two dos",
  "three tres",
  "four cuatro",
  "five cinco",
  "six seis",
  "seven siete",
  "eight ocho",
  "nine nueve",
];
const TEENS = [
  "ten diez",
  "eleven once",
  "twelve doce",
  "thirteen trece",
  "fourteen catorce",
  "fifteen quince",
  "sixteen dieciseis",
  "seventeen diecisiete",
  "eighteen dieciocho",
  "nineteen diecinueve",
];
/** Spanish writes them in one word. */
const TWENTIES = [
  "veintiuno veintiun veintiuna",
  "veintidos",
  "veintitres",
  "veinticuatro",
  "veinticinco",
  "veintiseis",
  "veintisiete",
  "veintiocho",
  "veintinueve",
];
const TENS = [
  "twenty veinte",
  "thirty treinta",
  "forty cuarenta",
  "fifty cincuenta",
  "sixty sesenta",
  "seventy setenta",
  "eighty ochenta",
  "ninety noventa",
];
const HUNDREDS = [
  "cien ciento hundred",
  "doscientos doscientas",
  "trescientos trescientas",
  "cuatrocientos cuatrocientas",
  "quinientos quinientas",
  "seiscientos seiscientas",
  "setecientos setecientas",
  "ochocientos ochocientas",
  "novecientos novecientas",
];
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
  "eleventh undecimo undecima",
  "twelfth duodecimo duodecima",
  "thirteenth decimotercero decimotercera decimotercer",
  "fourteenth decimocuarto decimocuarta",
  "fifteenth decimoquinto decimoquinta",
  "sixteenth decimosexto decimosexta",
  "seventeenth decimoseptimo decimoseptima",
  "eighteenth decimoctavo decimoctava",
  "nineteenth decimonoveno decimonovena",
];
const TENTHS = [
  "twentieth vigesimo vigesima",
  "thirtieth trigesimo trigesima",
  "fortieth cuadragesimo cuadragesima",
  "fiftieth quincuagesimo quincuagesima",
];

const WORDS: ReadonlyMap<string, NumberWord> = new Map([
  ...counted(UNITS, 2, 1, "unit"),
  ...counted(TEENS, 10, 1, "teen"),
  ...counted(TWENTIES, 21, 1, "teen"),
  ...counted(TENS, 20, 10, "ten"),
  ...counted(HUNDREDS, 100, 100, "hundred"),
  ...counted(["mil thousand"], 1000, 1000, "thousand"),
  ...counted(ORDINALS.slice(0, 9), 1, 1, "unit", true),
  ...counted(ORDINALS.slice(9), 10, 1, "teen", true),
  ...counted(TENTHS, 20, 10, "ten", true),
]);
/** They are numbers only beside one: "treinta y uno", "one hundred"; else they are words. */
const ONE = new Set(["one", "uno", "un", "una"]);
/** Between the parts of a number. */
const JOINS = new Set(["y", "and"]);

function counted(
  words: readonly string[],
  first: number,
  step: number,
  kind: NumberWord["kind"],
  ordinal?: true,
): (readonly [string, NumberWord])[] {
  return words.flatMap((same, i) =>
    same.split(" ").map((word) => [word, { value: first + step * i, kind, ordinal }] as const),
  );
}

/** Most texts hold no number word: one look at each word is all they cost. */
function holdsNumber(words: readonly string[]): boolean {
  return words.some((word) => WORDS.has(word));
}

/**
 * A folded text with number words as digits: "rocky dos" is "rocky 2", "ciento veintisiete horas" "127 horas",
 * "nineteen eighty four" "1984", "ocho y medio" "8 1 2".
 */
export function foldNumbers(folded: string): string {
  const words = folded.split(" ");
  if (!holdsNumber(words)) return folded;
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const number = numberAt(words, at);
    if (number === undefined) {
      out.push(...words.slice(at, at + 1));
      at++;
    } else {
      out.push(String(number.value));
      at = number.end;
      const half = halfAt(words, at);
      if (half > at) out.push("1", "2");
      at = half;
    }
  }
  return out.join(" ");
}

interface ReadNumber {
  readonly value: number;
  /** The word after it. */
  readonly end: number;
}

function numberAt(words: readonly string[], at: number): ReadNumber | undefined {
  const read = belowThousand(words, at);
  const thousand = WORDS.get(words[read?.end ?? at] ?? "");
  if (thousand?.kind !== "thousand") return read === undefined ? undefined : (yearFrom(words, read) ?? read);
  if (read !== undefined && read.value >= 1000) return read;
  const end = (read?.end ?? at) + 1;
  const rest = belowThousand(words, afterJoin(words, end), true);
  const whole = 1000 * (read?.value ?? 1);
  return rest === undefined || rest.value === 0
    ? { value: whole, end }
    : { value: whole + rest.value, end: rest.end };
}

/** "nineteen eighty four": English says years in two halves. */
function yearFrom(words: readonly string[], { value, end }: ReadNumber): ReadNumber | undefined {
  if (value < 13 || value > 20) return undefined;
  const unit = words[end] === "oh" ? WORDS.get(words[end + 1] ?? "") : undefined;
  if (unit?.kind === "unit") return { value: 100 * value + unit.value, end: end + 2 };
  const rest = belowThousand(words, end);
  return rest !== undefined && rest.value >= 10 && rest.value < 100
    ? { value: 100 * value + rest.value, end: rest.end }
    : undefined;
}

/** @param inside a larger number, where "uno" counts */
function belowThousand(words: readonly string[], at: number, inside = false): ReadNumber | undefined {
  const first = WORDS.get(words[at] ?? "");
  const next = WORDS.get(words[at + 1] ?? "");
  if (ONE.has(words[at] ?? "")) {
    // "one hundred", "one two three"; "un mil" and "una docena" are words.
    if (next?.value === 100) return withRest(words, 100, at + 2);
    if (next?.kind === "thousand" || (next?.kind === "unit" && !next.ordinal && words[at] !== "un"))
      return { value: 1, end: at + 1 };
    return inside ? { value: 1, end: at + 1 } : undefined;
  }
  if (first === undefined || first.kind === "thousand") return undefined;
  if (first.kind === "hundred") return withRest(words, first.value, at + 1);
  // "three hundred", but not "dos cien".
  if (first.kind === "unit" && words[at + 1] === "hundred") return withRest(words, 100 * first.value, at + 2);
  return belowHundred(words, at);
}

function withRest(words: readonly string[], hundreds: number, at: number): ReadNumber {
  const rest = belowHundred(words, afterJoin(words, at), true);
  return rest === undefined ? { value: hundreds, end: at } : { value: hundreds + rest.value, end: rest.end };
}

function belowHundred(words: readonly string[], at: number, inside = false): ReadNumber | undefined {
  const word = WORDS.get(words[at] ?? "");
  if (word === undefined) return inside && ONE.has(words[at] ?? "") ? { value: 1, end: at + 1 } : undefined;
  if (word.kind === "hundred" || word.kind === "thousand") return undefined;
  if (word.kind !== "ten" || word.ordinal) return { value: word.value, end: at + 1 };
  const next = afterJoin(words, at + 1);
  if (ONE.has(words[next] ?? "")) return { value: word.value + 1, end: next + 1 };
  const unit = WORDS.get(words[next] ?? "");
  // "50 First Dates" is no 51.
  return unit?.kind === "unit" && !unit.ordinal
    ? { value: word.value + unit.value, end: next + 1 }
    : { value: word.value, end: at + 1 };
}

function afterJoin(words: readonly string[], at: number): number {
  return JOINS.has(words[at] ?? "") ? at + 1 : at;
}

/** Where "y medio" or "and a half" ends, or `at` where there is none. */
function halfAt(words: readonly string[], at: number): number {
  if (words[at] === "y" && (words[at + 1] === "medio" || words[at + 1] === "media")) return at + 2;
  if (words[at] === "and" && words[at + 1] === "a" && words[at + 2] === "half") return at + 3;
  return at;
}

/** English number words by their number, for what is written with digits in it. */
const ENGLISH = new Map(
  [...WORDS].filter(([, { ordinal }]) => !ordinal).map(([word, { value }]) => [word, value]),
);
const LIKE_LETTERS: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };
const DIGITS_INSIDE = /^([a-z]+)(\d+)([a-z]+)$/;
const DIGITS_FOR_LETTERS = /^(?=(?:.*[a-z]){3})[a-z]+(?:[0-57][a-z]+)+$/;

/**
 * A folded text with digits inside words read as what they stand for: "se7en" is "seven", "s1m0ne" "simone",
 * "fant4stic" "fantastic".
 */
export function spelledOut(folded: string): string {
  return /[a-z]\d+[a-z]/.test(folded) ? folded.split(" ").map(wordSpelledOut).join(" ") : folded;
}

function wordSpelledOut(word: string): string {
  const [, before = "", digits = "", after = ""] = DIGITS_INSIDE.exec(word) ?? [];
  for (const [name, value] of digits === "" ? [] : ENGLISH) {
    if (value === Number(digits) && name.startsWith(before) && name.endsWith(after)) return name;
  }
  if (!DIGITS_FOR_LETTERS.test(word)) return word;
  return word.replace(/\d/g, (digit) => LIKE_LETTERS[digit] ?? digit);
}
