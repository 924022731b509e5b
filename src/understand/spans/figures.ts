/** Figures with what they count: minutes, notes, votes, films. */
import { foldNumbers } from "../../find/encode/fold.js";
import { PatternSet } from "../patterns/pattern-set.js";
import type { Token } from "../text/tokens.js";
import { isPiece, type Meaning, type Piece } from "./pieces.js";

type Bound = "min" | "max";

/** Before a figure: from there on, or up to there. */
const BOUNDS = new PatternSet<Bound>([
  [
    "max",
    [
      "[de] [que|q] [dure[n]] (menos|menor[es]) (de|a|que)",
      "menos (de|que)",
      "menor[es] (a|de|que)",
      "under",
      "(less|shorter|fewer|lower) than",
      "below",
      "por debajo (de|del)",
      "inferior[es] (a|al)",
      "[de|un] maximo [de]",
      "como (mucho|maximo)",
      "a lo (sumo|mucho)",
      "no [dure[n]] mas de",
      "[que|q] no (dure[n]|pase[n]|supere[n]|exceda[n]|llegue[n]|tenga[n]|sea[n]) [mas] [de|a|los|las]",
      "[que|q] no [me] dure[n] mas (de|que)",
      "hasta",
      "up to",
      "at most",
      "max",
      "[que|q] no (dure|duren|pase|pasen|llegue|lleguen) [a|de] (como|tipo|unas|casi|mas de)",
      "no (longer|more) than",
      "not (longer|more) than",
    ],
  ],
  [
    "min",
    [
      "[que|q] [dure[n]] mas (de|que)",
      "mayor[es] (a|de|que|al)",
      "over",
      "(more|longer|higher|better|greater) than",
      "above",
      "por encima (de|del)",
      "[de] arriba (de|del)",
      "superior[es] (a|al)",
      "[de|un] minimo [de]",
      "como minimo",
      "(al|por lo) menos",
      "at least",
      "encima (de|del)",
      "(que|q) (pase[n]|supere[n]) [de|los|las|el]",
      "(pasan|pasa|superan|supera) (del|de|el|los)",
      "mejor que",
      "min",
      "no menos de",
      "not less than",
      "a partir (de|del)",
      "desde",
      "(que|q) no (dure[n]|baje[n]) [menos] (de|del)",
      "que tenga[n] [mas de]",
      "rated",
    ],
  ],
]);

/** Behind a figure: that it is no exact one. */
const OR_MORE = new PatternSet<Bound>([
  [
    "min",
    [
      "o mas",
      "or (more|higher|above)",
      "para arriba",
      "(pa|hacia) arriba",
      "plus",
      "en adelante",
      "y pico",
      "[o] mayor",
    ],
  ],
  [
    "max",
    [
      "o menos",
      "or less",
      "para abajo",
      "pa abajo",
      "como (mucho|maximo)",
      "tops",
      "max",
      "maximo",
      "a lo sumo",
    ],
  ],
]);

const NOTE = new Set(
  "nota notas calificacion calificaciones puntuacion puntaje valoracion rating rated estrellas media score puntos puntuadas valoradas calificadas puntua promedio imdb stars ranking".split(
    " ",
  ),
);
const VOTES = new Set(["votos", "votes", "voto", "valoraciones", "votaciones"]);
/** Words that are spelt right. */
export const figureWords = (): Iterable<string> => [
  ...BOUNDS.words,
  ...OR_MORE.words,
  ...NOTE,
  ...VOTES,
  "minutos",
  "horas",
  "minutes",
  "hours",
];

const ARTICLES = new Set(["un", "una", "el", "la", "los", "las", "a", "an", "de"]);
/** "Tengo una hora", "de hora y media": no longer than that. */
const HAVING = new Set(["tengo", "tenemos", "have", "de", "dure", "duren", "solo"]);
const HIGHEST_NOTE = 10;
const MOST_MINUTES = 900;
const YEARS = new Set(["años", "anos", "years"]);
/** Of a film, in years. */
const MOST_AGE = 100;

interface Quantity {
  readonly value: number;
  readonly end: number;
}

/** @param newest the year of the newest fact, from which ages are counted */
export function figurePieces(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  newest: number,
): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < words.length; from++) {
    for (const { to, meaning: bound } of BOUNDS.at(words, from)) {
      const piece = bounded(text, tokens, words, { from, to, bound, newest });
      if (piece) pieces.push(piece);
    }
    const piece = between(words, from) ?? unbounded(text, tokens, words, from);
    if (piece && !(isPiece(piece, "rating") && isBelow(words, from))) pieces.push(piece);
  }
  return pieces;
}

const LESS = new Set(["menos", "under", "below", "less", "inferior", "bajo", "debajo"]);

/** "Menos de 6 de nota": no film is asked for by how bad it may be. */
function isBelow(words: readonly string[], from: number): boolean {
  return words.slice(Math.max(0, from - 2), from).some((word) => LESS.has(word));
}

/** "menos de hora y media", "nota mayor que 8", "más de 5000 votos", "menos de 20 años". */
function bounded(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  { from, to, bound, newest }: { from: number; to: number; bound: Bound; newest: number },
): Piece | undefined {
  const minutes = minutesAt(words, to);
  if (minutes) return piece(from, minutes.end, { kind: "minutes", [bound]: minutes.value });
  const figure = numberAt(text, tokens, words, to);
  if (figure === undefined) return undefined;
  const age = unitBehind(words, figure.end, YEARS);
  if (age !== undefined && figure.value <= MOST_AGE)
    return piece(from, age, { kind: "years", [bound === "max" ? "from" : "to"]: newest - figure.value });
  const votes = unitBehind(words, figure.end, VOTES);
  if (votes !== undefined && bound === "min") return piece(from, votes, { kind: "votes", min: figure.value });
  if (figure.value > HIGHEST_NOTE || bound === "max") return undefined;
  const unit = unitBehind(words, figure.end, NOTE) ?? figure.end;
  const begin = NOTE.has(words[from - 1] ?? "") ? noteBefore(words, from) : from;
  // "más de 3" alone counts nothing; "más de 8" is a note.
  const isNote = unit > figure.end || begin < from || figure.value >= 5;
  return isNote ? piece(begin, unit, { kind: "rating", min: figure.value }) : undefined;
}

/** "entre 90 y 110 minutos". */
function between(words: readonly string[], from: number): Piece | undefined {
  if (!["entre", "between", "de", "from"].includes(words[from] ?? "")) return undefined;
  const [first, joined] = [minutesAt(words, from + 1), words[from + 1]];
  if (first && joined !== undefined && ["y", "and", "a"].includes(words[first.end] ?? "")) {
    const second = minutesAt(words, first.end + 1);
    if (second) return piece(from, second.end, { kind: "minutes", min: first.value, max: second.value });
  }
  const [low, join, high] = [words[from + 1], words[from + 2], words[from + 3]].map((word) =>
    foldNumbers(word ?? ""),
  );
  if (
    !/^\d{1,3}$/u.test(low ?? "") ||
    !/^\d{1,3}$/u.test(high ?? "") ||
    !["y", "a", "and", "to"].includes(join ?? "")
  )
    return undefined;
  const unit = words[from + 4] ?? "";
  const factor = isMinute(unit) ? 1 : isHour(unit) ? 60 : 0;
  if (factor === 0) return undefined;
  return piece(from, from + 5, { kind: "minutes", min: Number(low) * factor, max: Number(high) * factor });
}

/** "nota 8 o más", "un 7 para arriba", "dos horas o menos", "top 10", "las 5 mejores". */
function unbounded(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  from: number,
): Piece | undefined {
  const minutes = minutesAt(words, from);
  if (minutes) {
    const [more] = OR_MORE.at(words, minutes.end);
    const bound = more?.meaning ?? "max";
    if (more) return piece(from, more.to, { kind: "minutes", [bound]: minutes.value });
    return HAVING.has(words[from - 1] ?? "") && !["menos", "mas"].includes(words[from - 2] ?? "")
      ? piece(from, minutes.end, { kind: "minutes", max: minutes.value })
      : undefined;
  }
  if (words[from] === "top") {
    const top = numberAt(text, tokens, words, from + 1);
    return top && top.value <= 50 ? piece(from, top.end, { kind: "count", count: top.value }) : undefined;
  }
  const figure = numberAt(text, tokens, words, from);
  if (figure === undefined || figure.value > HIGHEST_NOTE || figure.value < 1) return undefined;
  const [more] = OR_MORE.at(words, figure.end);
  const begin = noteBefore(words, from);
  if (begin < from) {
    return piece(begin, more?.to ?? figure.end, { kind: "rating", min: figure.value });
  }
  const unit = unitBehind(words, more?.to ?? figure.end, NOTE);
  if (unit !== undefined) return piece(from, unit, { kind: "rating", min: figure.value });
  return more?.meaning === "min" && figure.value >= 5
    ? piece(from, more.to, { kind: "rating", min: figure.value })
    : undefined;
}

/** Where a word such as "nota" begins what stands before a place; the place where there is none. */
function noteBefore(words: readonly string[], from: number): number {
  let at = from - 1;
  while (
    at >= 0 &&
    (ARTICLES.has(words[at] ?? "") ||
      ["sobre", "mayor", "minima", "minimo", "alta", "con", "que", "tenga", "tengan"].includes(
        words[at] ?? "",
      ))
  )
    at--;
  return NOTE.has(words[at] ?? "") ? at : from;
}

function unitBehind(words: readonly string[], from: number, units: ReadonlySet<string>): number | undefined {
  let at = from;
  while (
    at < from + 3 &&
    ["de", "en", "como", "la", "estrellas", "on", "in", "sobre", "10"].includes(words[at] ?? "")
  )
    at++;
  return units.has(words[at] ?? "") ? at + 1 : undefined;
}

/** A number as digits or a word; "7.5", "5 mil". */
function numberAt(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  place: number,
): Quantity | undefined {
  let at = place;
  if (
    ["un", "una", "el", "los", "a", "de"].includes(words[at] ?? "") &&
    /^\d/u.test(foldNumbers(words[at + 1] ?? ""))
  )
    at++;
  const thousand = /^(\d{1,3})k$/u.exec(words[at] ?? "");
  if (thousand) return { value: Number(thousand[1]) * 1000, end: at + 1 };
  const digits = foldNumbers(words[at] ?? "");
  if (!/^\d{1,7}$/u.test(digits)) return undefined;
  const [token, next] = [tokens[at], tokens[at + 1]];
  const isFraction = token !== undefined && next?.start === token.start && /^\d{1,2}$/u.test(next.word);
  const written = isFraction ? /(\d+)[.,](\d+)/u.exec(text.slice(token.start, token.end)) : null;
  if (written) return { value: Number(`${written[1]}.${written[2]}`), end: at + 2 };
  const thousands = ["mil", "k", "thousand"].includes(words[at + 1] ?? "");
  return { value: Number(digits) * (thousands ? 1000 : 1), end: at + (thousands ? 2 : 1) };
}

/** "hora y media", "dos horas", "1h30", "100 minutos", "hora y cuarto". */
function minutesAt(words: readonly string[], place: number): Quantity | undefined {
  let at = place;
  if (
    ["las", "los", "una", "an", "un", "la", "the", "unos", "unas", "a"].includes(words[at] ?? "") &&
    at + 1 < words.length
  )
    at++;
  const word = words[at] ?? "";
  const written = /^(\d)h(\d{2})?(?:min|m)?$/u.exec(word);
  if (written) return { value: Number(written[1]) * 60 + Number(written[2] ?? 0), end: at + 1 };
  const glued = /^(\d{2,3})(?:min|mins|m|minutos)$/u.exec(word);
  if (glued) return { value: Number(glued[1]), end: at + 1 };
  if (isHour(word)) return withRest(words, at + 1, 60);
  if (word === "media" && isHour(words[at + 1] ?? "")) return { value: 30, end: at + 2 };
  const figure = foldNumbers(word);
  const count = /^\d{1,3}$/u.test(figure) ? Number(figure) : Number.NaN;
  if (Number.isNaN(count)) return undefined;
  const unit = words[at + 1] ?? "";
  if (isMinute(unit) && count <= MOST_MINUTES) return { value: count, end: at + 2 };
  if (isHour(unit)) return count <= MOST_HOURS ? withRest(words, at + 2, count * 60) : undefined;
  // "2.5 hours".
  if (unit === "5" && count <= MOST_HOURS && isHour(words[at + 2] ?? ""))
    return { value: count * 60 + 30, end: at + 3 };
  // "2 and a half hours".
  const half = words.indexOf("half", at + 1);
  const isHalf = half > at && half - at <= 3 && ["and", "y"].includes(unit) && isHour(words[half + 1] ?? "");
  return isHalf && count <= MOST_HOURS ? { value: count * 60 + 30, end: half + 2 } : undefined;
}

const MOST_HOURS = 12;

/** "… y media", "… y 20 minutos". */
function withRest(words: readonly string[], at: number, minutes: number): Quantity {
  const joined = ["y", "and"].includes(words[at] ?? "") ? at + 1 : at;
  const rest = words[joined] === "a" ? joined + 1 : joined;
  if (joined > at && ["media", "half"].includes(words[rest] ?? ""))
    return { value: minutes + 30, end: rest + 1 };
  if (joined > at && ["cuarto"].includes(words[rest] ?? "")) return { value: minutes + 15, end: rest + 1 };
  const figure = foldNumbers(words[joined] ?? "");
  if (joined > at && /^\d{1,2}$/u.test(figure)) {
    const end = isMinute(words[joined + 1] ?? "") ? joined + 2 : joined + 1;
    return { value: minutes + Number(figure), end };
  }
  return { value: minutes, end: at };
}

function isHour(word: string): boolean {
  return ["hora", "horas", "h", "hs", "hrs", "hour", "hours", "hr"].includes(word);
}

function isMinute(word: string): boolean {
  return ["minuto", "minutos", "min", "mins", "minutes", "minute", "minutitos"].includes(word);
}

function piece(from: number, to: number, meaning: Meaning): Piece {
  return { from, to, weight: to - from + 0.4, meaning };
}

const COUNTED: ReadonlySet<string> = new Set(["noun", "order", "genre", "country"]);
const MOST_FILMS = 50;
const BEFORE_COUNT = new Set([
  "las",
  "los",
  "the",
  "dame",
  "unas",
  "unos",
  "give",
  "me",
  "mis",
  "tus",
  "ponme",
  "dime",
  "de",
  "decime",
  "recomiendame",
  "tirame",
  "pasame",
]);

/** The number at a place, in figures or written out, where it may be how many films are wanted. */
export function countAt(words: readonly string[], place: number): number | undefined {
  const digits = foldNumbers(words[place] ?? "");
  const count = /^\d{1,2}$/u.test(digits) ? Number(digits) : 0;
  return count < 2 || count > MOST_FILMS ? undefined : count;
}

/** "las 5 mejores", "dame 3 pelis", "cinco comedias": how many are wanted. @param lexical what the words say else */
export function countPieces(words: readonly string[], lexical: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (let place = 0; place < words.length; place++) {
    const count = countAt(words, place);
    if (count === undefined) continue;
    if (place > 0 && !BEFORE_COUNT.has(words[place - 1] ?? "")) continue;
    const next = words[place + 1] === "de" ? place + 2 : place + 1;
    const behindFiller = lexical.find(({ from, meaning }) => from === next && meaning.kind === "filler")?.to;
    const counted = lexical.some(
      ({ from, meaning }) =>
        (from === next || from === behindFiller || from === place + 1) && COUNTED.has(meaning.kind),
    );
    if (counted) pieces.push({ from: place, to: place + 1, weight: 1.3, meaning: { kind: "count", count } });
  }
  return pieces;
}
