/** Years, decades and spans of them: "de los 80", "entre 1950 y 1970", "del 99", "de 2018 para acá". */
import { foldNumbers } from "../../find/encode/fold.js";
import { PatternSet } from "../patterns/pattern-set.js";
import type { Piece } from "./pieces.js";

interface Period {
  readonly from: number;
  readonly to: number;
  /** Behind its last word. */
  readonly end: number;
  /** Whether the words alone tell that it is a time: "los 80", and not "80". */
  readonly sure: boolean;
}

interface Years {
  readonly from?: number;
  readonly to?: number;
}

type Change = (period: Period) => Years;

/** What stands before a period, and what it makes of it. */
const BEFORE = new PatternSet<Change>([
  [({ from }) => ({ from }), ["desde [el|los|la] [año|años]", "a partir de[l] [los|el] [año|años]", "since"]],
  [
    ({ to }) => ({ from: to + 1 }),
    [
      "(despues|posterior[es]) (de|del|a|al) [los|el|la] [año|años]",
      "after [the]",
      "mas alla del",
      "newer than",
      "mas nuevas que [las] [de[l]] [el|los]",
    ],
  ],
  [({ to }) => ({ to }), ["hasta [el|los|la] [año|años]", "until [the]", "up to"]],
  [
    ({ from }) => ({ to: from - 1 }),
    [
      "[de] antes (de|del) [los|el|la] [año|años]",
      "anterior[es] (a|al) [los|el|la] [año|años]",
      "before [the]",
      "previ(a|o)s (a|al) [los]",
      "[de] pre",
      "older than",
      "mas viejas que [las] [de[l]]",
    ],
  ],
]);
/** What stands before a decade, and which part of it is meant. */
const PART = new PatternSet<Change>([
  [({ from }) => ({ from, to: from + 3 }), ["[a|de|en] (principios|comienzos|inicios) de [los]", "early"]],
  [({ from }) => ({ from: from + 3, to: from + 6 }), ["[a|de|en] mediados de [los]", "mid"]],
  [({ from, to }) => ({ from: from + 7, to }), ["[a|de|en] (fines|finales) de [los]", "late"]],
]);
/** What stands behind one. */
const BEHIND = new PatternSet<Change>([
  [
    ({ from }) => ({ from }),
    [
      "(para|pa|hacia|hasta) (aca|ca|adelante|delante|alante|lante|arriba|hoy|ahora|aqui|la fecha|aka)",
      "palante",
      "parriba",
      "pa arriba",
      "y de ahi (para|pa) (arriba|adelante)",
      "en adelante",
      "onward[s]",
      "or later",
      "o posterior[es]",
      "o mas (nueva|nuevas|reciente|recientes)",
      "up",
      "p aca",
      "and later",
      "y posteriores",
    ],
  ],
  [
    ({ to }) => ({ to }),
    ["(para|pa|hacia) atras", "o antes", "o anterior[es]", "or (earlier|before)", "and earlier"],
  ],
]);

/** Words that are spelt right. */
export const periodWords = (): Iterable<string> => [...BEFORE.words, ...BEHIND.words, ...PART.words];

const INTRODUCTION = new Set(
  "de del en los las el la año ano años anos the of in from decada para a al by circa por".split(" "),
);
const JOINING = new Set(["a", "al", "hasta", "y", "to", "and", "until", "e", "o", "u", "or"]);
const MOST_LAST_YEARS = 100;

/** @param newest the year of the newest fact; a year far beyond it is none */
export function periodPieces(words: readonly string[], newest: number): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < words.length; from++) {
    const found =
      spanAt(words, from, newest) ?? changedAt(words, from, newest) ?? plainAt(words, from, newest);
    if (found === undefined) continue;
    const { years, end } = found;
    pieces.push({ from, to: end, weight: (end - from) * 1.1 + 0.3, meaning: { kind: "years", ...years } });
  }
  return pieces;
}

interface Found {
  readonly years: Years;
  readonly end: number;
}

/** "entre 1950 y 1970", "del 2000 al 2010", "1950-1970", "últimos 10 años". */
function spanAt(words: readonly string[], from: number, newest: number): Found | undefined {
  const begun = words[from] === "entre" || words[from] === "between" ? from + 1 : from;
  const first = periodAt(words, begun, newest);
  if (first !== undefined) {
    const joined = JOINING.has(words[first.end] ?? "") ? first.end + 1 : first.end;
    const again = periodAt(words, joined, newest);
    // "De los 40 o 50": two decades.
    const second =
      again && first.to - first.from === 9 && again.to === again.from && again.from % 10 === 0
        ? { ...again, to: again.to + 9 }
        : again;
    const may = begun > from || joined > first.end || joined === first.end;
    if (second !== undefined && may && second.from > first.from && (first.sure || second.sure)) {
      return { years: { from: first.from, to: second.to }, end: second.end };
    }
  }
  return lastYearsAt(words, from, newest);
}

/** "los últimos 10 años", "the last five years". */
function lastYearsAt(words: readonly string[], from: number, newest: number): Found | undefined {
  let at = from;
  while (["de", "en", "los", "the", "in", "from", "las"].includes(words[at] ?? "")) at++;
  if (!["ultimos", "ultimas", "last", "past"].includes(words[at] ?? "")) return undefined;
  const count = Number(foldNumbers(words[at + 1] ?? ""));
  const unit = words[at + 2] ?? "";
  if (!Number.isInteger(count) || count < 1) return undefined;
  const years = ["años", "anos", "years"].includes(unit)
    ? count
    : ["decadas", "decades"].includes(unit)
      ? 10 * count
      : 0;
  return years === 0 || years > MOST_LAST_YEARS
    ? undefined
    : { years: { from: newest - years }, end: at + 3 };
}

/** "antes de los 60", "de 2018 para acá". */
function changedAt(words: readonly string[], from: number, newest: number): Found | undefined {
  for (const { to, meaning } of PART.at(words, from)) {
    const period = periodAt(["los", ...words.slice(to)], 0, newest);
    if (period !== undefined && period.to - period.from === 9)
      return { years: meaning(period), end: to + period.end - 1 };
  }
  for (const { to, meaning } of BEFORE.at(words, from)) {
    const period = periodAt(words, to, newest);
    if (period !== undefined) return { years: meaning({ ...period }), end: period.end };
  }
  const period = periodAt(words, from, newest);
  if (period === undefined) return undefined;
  for (const { to, meaning } of BEHIND.at(words, period.end)) return { years: meaning(period), end: to };
  return undefined;
}

function plainAt(words: readonly string[], from: number, newest: number): Found | undefined {
  const period = periodAt(words, from, newest);
  if (period === undefined || !period.sure) return undefined;
  return { years: { from: period.from, to: period.to }, end: period.end };
}

/** A year or a decade, with what introduces it. */
function periodAt(words: readonly string[], from: number, newest: number): Period | undefined {
  let at = from;
  while (at - from < 5 && INTRODUCTION.has(words[at] ?? "")) at++;
  const introduced = words.slice(from, at);
  const word = words[at] ?? "";
  const spoken = spokenYear(words, at);
  const year = spoken?.year ?? Number(/^\d{4}$/u.test(word) ? word : "0");
  const many =
    introduced.some((one) => ["los", "años", "anos", "the", "decada"].includes(one)) &&
    !introduced.includes("ano");
  if (year >= 1874 && year <= newest + 5) {
    const decade = year % 10 === 0 && introduced.includes("los");
    return { from: year, to: decade ? year + 9 : year, end: spoken?.end ?? at + 1, sure: true };
  }
  const decade = /^(?:(19|20|18)?(\d)0)(?:s|nta|s?')$/u.exec(word) ?? /^(?:(19|20|18)?(\d)0)s$/u.exec(word);
  if (decade) {
    const begins =
      decade[1] === undefined ? short(Number(decade[2]) * 10, newest) : Number(`${decade[1]}${decade[2]}0`);
    return { from: begins, to: begins + 9, end: at + 1, sure: true };
  }
  const digits = /^\d{2}$/u.test(word) ? Number(word) : Number.NaN;
  if (Number.isNaN(digits)) return undefined;
  const begins = short(digits, newest);
  if (many && digits % 10 === 0) {
    const end = words[at + 1] === "s" ? at + 2 : at + 1;
    return { from: begins, to: begins + 9, end, sure: true };
  }
  const isYear = ["del", "año", "ano"].includes(introduced.at(-1) ?? "");
  return { from: begins, to: begins, end: at + 1, sure: isYear };
}

/** What figures are in words, up to 99: "noventa y cuatro". */
const TENS: readonly string[] =
  "cero diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const UNITS: readonly string[] =
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve".split(
    " ",
  );

/** "Dos mil diez", "mil novecientos noventa y cuatro": as it is said to a phone. */
function spokenYear(words: readonly string[], at: number): { year: number; end: number } | undefined {
  const [first = "", second = ""] = words.slice(at, at + 2);
  const century =
    first === "dos" && second === "mil"
      ? 2000
      : first === "mil" && second === "novecientos"
        ? 1900
        : undefined;
  if (century === undefined) return undefined;
  const ten = TENS.indexOf(words[at + 2] ?? "");
  if (ten >= 3) {
    const unit = words[at + 3] === "y" ? UNITS.indexOf(words[at + 4] ?? "") : -1;
    return unit > 0 && unit < 10
      ? { year: century + 10 * ten + unit, end: at + 5 }
      : { year: century + 10 * ten, end: at + 3 };
  }
  const unit = UNITS.indexOf(words[at + 2] ?? "");
  return unit > 0 ? { year: century + unit, end: at + 3 } : { year: century, end: at + 2 };
}

/** "85" is 1985, "05" 2005. */
function short(digits: number, newest: number): number {
  return (digits > newest % 100 ? 1900 : 2000) + digits;
}
