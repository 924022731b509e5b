/** "¿cuál es mejor, Alien o Aliens?": two films beside each other. */
import { COMPARE } from "../lexicon/questions.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { isPiece, type Piece } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";
import { likeliest, type NamedTitle, named } from "./named.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { slotOf } from "./titles.js";

const CUES = new PatternSet<"compare">([["compare", COMPARE]]);

export const COMPARE_WORDS = CUES.words;

/** What stands between the two. */
const BETWEEN = new Set(["o", "u", "vs", "versus", "or", "contra", "y", "e", "con", "and"]);
/** The same where nothing else tells that two are compared. */
const CHOOSING = new Set(["o", "u", "or", "vs", "versus"]);

const BETWEEN_CUES = new Set(["vs", "versus", "contra", "better", "mejor"]);

export function compare(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const cues = CUES.all(sentence.spelt);
  const places = new Set(
    cues.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  // What stands between the two is no end of either.
  for (const { from, to } of cues) {
    const isBetween = from > 0 && to < sentence.words.length && to - from <= 2;
    if (isBetween && BETWEEN_CUES.has(sentence.spelt[from] ?? ""))
      for (let at = from; at < to; at++) places.delete(at);
  }
  const slot = slotOf(sentence, places);
  if (slot === undefined) return undefined;
  let best: Reading | undefined;
  for (const { from, to } of cues) {
    const isBetween = sentence.spelt.slice(from, to).some((word) => BETWEEN_CUES.has(word));
    if (!isBetween || from <= slot.from || to >= slot.to) continue;
    // "Mi hermano dice que El pianista es mejor que La lista de Schindler": the titles on either side.
    const [first, second] = [
      titleAt(sentence, (piece) => piece.to === from),
      titleAt(sentence, (piece) => piece.from === to),
    ];
    if (first && second) best = asks(reader, "comparar", { titulos: [first, second] }, 0.96) ?? best;
  }
  for (let place = slot.from + 1; place < slot.to - 1; place++) {
    const join = sentence.words[place] ?? "";
    if (!(cues.length > 0 ? BETWEEN : CHOOSING).has(join)) continue;
    const begin = clauseBegin(sentence, slot.from, place);
    const first = named(sentence.edition, sentence.textOf(begin, place), 0);
    const cue = cues.find(({ from }) => from > place + 1)?.from ?? slot.to;
    const end = Math.min(cue, clauseEnd(sentence, place + 1, slot.to));
    const second = named(sentence.edition, sentence.textOf(place + 1, end), 0);
    const score = worth(first, second, cues.length > 0);
    const values = [first, second].map((title) => likeliest(sentence, title));
    if (score > (best?.score ?? 0) && values[0] !== values[1])
      best = asks(reader, "comparar", { titulos: values }, score);
  }
  return best;
}

/** The exact value of the longest title at a place. */
function titleAt(sentence: Sentence, isThere: (piece: Piece) => boolean): string | undefined {
  const [best] = sentence.withFilms
    .filter((piece) => isPiece(piece, "film") && isThere(piece))
    .sort((a, b) => b.weight - a.weight);
  return best && likeliest(sentence, named(sentence.edition, sentence.textOf(best.from, best.to), 0));
}

/** What stands in the clauses before and behind is said of something else. */
function clauseBegin(sentence: Sentence, from: number, place: number): number {
  for (let at = place - 1; at > from; at--) if (sentence.opensClause(at)) return at;
  return from;
}

function clauseEnd(sentence: Sentence, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (sentence.opensClause(at)) return at;
  return to;
}

function worth(first: NamedTitle, second: NamedTitle, cued: boolean): number {
  const fits = [first.fit, second.fit];
  if (fits.every((fit) => fit === "exact")) return cued ? 0.98 : 0.9;
  if (fits.every((fit) => fit === "exact" || fit === "several")) return cued ? 0.95 : 0.8;
  if (!cued || fits.includes("none")) return 0;
  return fits.includes("exact") ? 0.8 : 0.6;
}
