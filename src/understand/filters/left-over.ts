/** Words of a sentence that no piece explains: misspelt names, parts of themes, themes that nobody listed. */
import type { PersonRow } from "../../catalog/rows.js";
import type { Steps } from "../../steps.js";
import { isPiece, type Piece, type PieceOf } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";
import { knownOf } from "./roles.js";

/** A theme has no more words than this. */
const MOST_THEME_WORDS = 5;
/** Nor more characters, whatever it is: options take no endless texts. */
const LONGEST_THEME = 80;

/**
 * What words mean that are left over: somebody whose name is misspelt ("con jim carey", "cristopher nolan"); part of a
 * theme beside it ("robots asesinos"); behind "de" or "sobre" a theme that nobody listed.
 */
export function* withLeftOver(
  sentence: Sentence,
  pieces: readonly Piece[],
  left: readonly number[],
): Steps<Piece[]> {
  const taken = new Set<Piece>();
  const further: Piece[] = [];
  for (const run of runsOf(sentence, pieces, left)) {
    const person = personIn(sentence, pieces, run);
    yield;
    if (person) {
      further.push(person.piece);
      if (person.instead) taken.add(person.instead);
      continue;
    }
    const before = pieces.find((piece) => isPiece(piece, "theme") && isBefore(sentence, piece.to, run.from));
    const behind = pieces.find((piece) => isPiece(piece, "theme") && isBefore(sentence, run.to, piece.from));
    const from = before?.from ?? run.from;
    const to = behind?.to ?? run.to;
    if (to - from > MOST_THEME_WORDS || (!before && !behind && !isIntroduced(sentence, from, pieces)))
      continue;
    if (overlapsOther(pieces, [before, behind], from, to)) continue;
    if (sentence.textOf(from, to).length > LONGEST_THEME) continue;
    for (const piece of [before, behind]) if (piece) taken.add(piece);
    further.push({ from, to, weight: 0, meaning: { kind: "theme" } });
  }
  return [...pieces.filter((piece) => !taken.has(piece)), ...further].sort((a, b) => a.from - b.from);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function* runsOf(sentence: Sentence, pieces: readonly Piece[], left: readonly number[]): Generator<Run> {
  for (let at = 0; at < left.length; ) {
    const from = left[at] ?? 0;
    let to = from + 1;
    at++;
    // Everyday words are part of no theme that nobody listed.
    if (sentence.isEveryday(from)) continue;
    while (left[at] !== undefined && canGoOn(sentence, to, left[at] ?? 0, pieces)) to = (left[at++] ?? 0) + 1;
    yield { from, to };
  }
}

function canGoOn(sentence: Sentence, end: number, next: number, pieces: readonly Piece[]): boolean {
  if (next - end > 2 || sentence.opensClause(next) || sentence.isEveryday(next)) return false;
  if (pieces.some(({ from, to }) => from < next && to > end)) return false;
  return sentence.spelt.slice(end, next).every((word) => LINKING.has(word));
}

/** What may stand within a theme: "carreras de carros". */
const LINKING = new Set(["de", "del", "la", "el", "los", "las", "a", "the", "of", "en"]);

/** Whether only what may stand within a theme stands between two places, in one clause. */
function isBefore(sentence: Sentence, end: number, from: number): boolean {
  if (end > from || from - end > 1) return false;
  if (sentence.opensClause(from) || (from > end && sentence.opensClause(end))) return false;
  return sentence.spelt.slice(end, from).every((word) => LINKING.has(word));
}

function overlapsOther(
  pieces: readonly Piece[],
  own: readonly (Piece | undefined)[],
  from: number,
  to: number,
): boolean {
  return pieces.some((piece) => !own.includes(piece) && piece.from < to && piece.to > from);
}

/** What part of a misspelt name may be taken for: "sofi" + the house of "Coppola". */
const PART_OF_NAME: ReadonlySet<string> = new Set(["person", "company", "collection", "theme"]);
const MOST_NAME_WORDS = 3;
const SHORTEST_NAME = 4;
/** log10 of the votes of somebody whose name is misspelt; and of who is meant before a theme that is misspelt too. */
const LEAST_KNOWN = 2;
const WELL_KNOWN = 3.5;
/** The same of somebody whose last name stands alone as it is written. */
const LEAST_KNOWN_BY_LAST_NAME = 1.4;
const LAST_NAME = 0.35;
/** One word beside "películas" or "en cuáles sale" has as many letters at least to be a misspelt name. */
const LONG_NAME = 6;
const INTRODUCING_PEOPLE = new Set([
  "con",
  "with",
  "starring",
  "de",
  "del",
  "by",
  "y",
  "e",
  "and",
  "sale",
  "salga",
  "actua",
]);
/** Behind these it is somebody before it is a theme that nobody knows. */
const WITH_PEOPLE = new Set(["con", "with", "starring"]);

/** Somebody whose name is nearly the words, alone or with the name beside them. */
function personIn(
  sentence: Sentence,
  pieces: readonly Piece[],
  { from, to }: Run,
): { readonly piece: Piece; readonly instead?: Piece } | undefined {
  if (to - from > MOST_NAME_WORDS || (to - from === 1 && (sentence.words[from] ?? "").length < SHORTEST_NAME))
    return undefined;
  const { find, catalog } = sentence.edition;
  const lookUp = (begin: number, end: number): PieceOf<"person"> | undefined => {
    const [lastName] = find
      .namesIn("person", sentence.words.slice(begin, end))
      .filter((span) => span.from === 0 && span.to === end - begin && span.part <= LAST_NAME);
    if (lastName && lastName.known >= LEAST_KNOWN_BY_LAST_NAME)
      return personPiece(begin, end, lastName.row, lastName.known);
    const found = find.person(sentence.textOf(begin, end));
    if (found.kind !== "found") return undefined;
    const known = knownOf(catalog, found.value);
    return known < LEAST_KNOWN ? undefined : personPiece(begin, end, found.value, known);
  };
  const beside = pieces.find(
    (piece) =>
      PART_OF_NAME.has(piece.meaning.kind) &&
      piece.to - piece.from === 1 &&
      (piece.from === to || piece.to === from),
  );
  if (beside) {
    const piece = lookUp(Math.min(from, beside.from), Math.max(to, beside.to));
    if (piece) return { piece, instead: beside };
    if (isPiece(beside, "person")) return undefined;
  }
  const article = ["la", "el", "los", "the"].includes(sentence.spelt[from - 1] ?? "");
  const before = sentence.spelt[article ? from - 2 : from - 1] ?? "";
  // Two words that are nearly a whole name need nothing before them.
  const isFullName = to - from > 1;
  if (!isFullName && !INTRODUCING_PEOPLE.has(before) && !isAskedFor(sentence, pieces, { from, to }))
    return undefined;
  const theme = WITH_PEOPLE.has(before) ? undefined : find.theme(sentence.textOf(from, to));
  if (theme?.kind === "found" && theme.fit === "exact") return undefined;
  const piece = lookUp(from, to);
  const isTheme = theme !== undefined && theme.kind !== "none";
  if (piece === undefined || (isTheme && piece.meaning.known < WELL_KNOWN)) return undefined;
  return { piece };
}

function personPiece(from: number, to: number, row: PersonRow, known: number): PieceOf<"person"> {
  return { from, to, weight: 0, meaning: { kind: "person", row, known } };
}

/** Whether a role or a word for films stands just beside some words: "matthew maconahey en qué sale". */
function isAskedFor(sentence: Sentence, pieces: readonly Piece[], { from, to }: Run): boolean {
  const isLong = (sentence.words[from] ?? "").length >= LONG_NAME;
  return pieces.some(
    (piece) =>
      (isPiece(piece, "role") && (piece.to === from || (piece.from === to && isLong))) ||
      (isPiece(piece, "noun") && isLong && (piece.to === from || piece.from === to)),
  );
}

/** What unknown words need before them to be a theme: "una de …", "sobre …", "pelis de …". */
function isIntroduced(sentence: Sentence, from: number, pieces: readonly Piece[]): boolean {
  if (pieces.some((piece) => isPiece(piece, "not") && piece.to === from)) return true;
  let at = from - 1;
  while (
    at >= 0 &&
    ["el", "la", "los", "las", "un", "una", "unos", "unas", "the", "a", "an"].includes(
      sentence.spelt[at] ?? "",
    )
  )
    at--;
  const before = sentence.spelt[at] ?? "";
  if (["sobre", "about", "acerca"].includes(before)) return true;
  if (pieces.some((piece) => piece.to === from && isPiece(piece, "noun"))) return true;
  if (!["de", "del", "of", "vaya", "vayan", "va", "van", "trate", "traten"].includes(before)) return false;
  const introducing = sentence.spelt[at - 1] ?? "";
  return (
    at <= 0 ||
    [
      "una",
      "unas",
      "algo",
      "alguna",
      "algunas",
      "otra",
      "las",
      "la",
      "que",
      "acerca",
      "algun",
      "uno",
    ].includes(introducing) ||
    pieces.some((piece) => piece.to === at && (isPiece(piece, "noun") || isPiece(piece, "filler")))
  );
}
