/** Phrases that tell that films like others are asked for, and where they stand. */
import { ASKING_FOR_LIKE, ASKING_FOR_MORE, LIKE, LIKED, SEEN } from "../../lexicon/questions/similar.js";
import { type PatternMatch, PatternSet } from "../../patterns/pattern-set.js";
import { isPiece, type Piece } from "../../spans/pieces.js";
import { overlaps, type Sentence } from "../../spans/sentence.js";

/**
 * Before a title ("algo como"); beside one that somebody liked; that others like it are asked for ("algo así"), or just
 * others ("qué veo"); that a film is known already.
 */
export type Cue = "like" | "liked" | "asking" | "wanting" | "seen";

const PATTERNS = new PatternSet<Cue>([
  ["like", LIKE],
  ["liked", LIKED],
  ["asking", ASKING_FOR_LIKE],
  ["wanting", ASKING_FOR_MORE],
  ["seen", SEEN],
]);

/** Words that are spelt right. */
export const similarWords = (): Iterable<string> => PATTERNS.words;

/** The cues of a sentence that asks for films like others; none where it does not. */
export function cuesOf(sentence: Sentence): readonly PatternMatch<Cue>[] {
  const cues = PATTERNS.all(sentence.spelt).filter(
    (cue) => !isPartOfAnother(sentence, cue) && !isDenied(sentence, cue),
  );
  const kinds = new Set(cues.map(({ meaning }) => meaning));
  const asks = kinds.has("like") || kinds.has("asking") || (kinds.has("liked") && kinds.has("wanting"));
  return asks ? cues : [];
}

/** "Cómo se llama …", "cómo llego": asks for no likeness. */
const ASKS_HOW = new Set(
  "se estas estan va te llego hago hacemos puedo podemos consigo cocino instalo funciona funcionas arreglo quito era fue".split(
    " ",
  ),
);
/** Before "like" it is a verb: "do you like pizza". */
const WHO_LIKES = new Set(
  "i you we they to t not would d id ill dont didnt doesnt really also still".split(" "),
);

/** "Como agua para chocolate" is a title, and "como director" a role. */
function isPartOfAnother(sentence: Sentence, { from, to, meaning }: PatternMatch<Cue>): boolean {
  if (meaning !== "like") return false;
  const { pieces, withFilms, spelt } = sentence;
  const isCovered = (piece: Piece) =>
    piece.from <= from &&
    to <= piece.to &&
    (isPiece(piece, "role") || (isPiece(piece, "filler") && piece.to > to));
  if (pieces.some(isCovered) || ASKS_HOW.has(spelt[to] ?? "")) return true;
  if (to - from === 1 && (isAccented(sentence, from) || isVerb(spelt, from))) return true;
  return withFilms.some(
    (piece) => isPiece(piece, "film") && piece.to - piece.from > 2 && piece.from <= from && to < piece.to,
  );
}

/** "Cómo" asks how. */
function isAccented({ text, tokens }: Sentence, place: number): boolean {
  const token = tokens[place];
  return token !== undefined && token.word === "como" && /ó/iu.test(text.slice(token.start, token.end));
}

function isVerb(words: readonly string[], place: number): boolean {
  return words[place] === "like" && WHO_LIKES.has(words[place - 1] ?? "");
}

const NOT = new Set(["no", "nunca", "tampoco", "ni", "not", "never"]);

/** "No me gustó Origen" is said of no film that somebody liked. */
function isDenied({ spelt }: Sentence, { from, meaning }: PatternMatch<Cue>): boolean {
  return meaning === "liked" && (NOT.has(spelt[from - 1] ?? "") || NOT.has(spelt[from] ?? ""));
}

/** All cues that do not stand in one another; of "like" cues each alone too, since "como" is part of titles. */
export function* cueChoices(cues: readonly PatternMatch<Cue>[]): Generator<ReadonlySet<number>> {
  const sorted = [...cues].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Set<number>();
  for (const { from, to } of sorted) {
    if (overlaps(taken, from, to)) continue;
    for (let place = from; place < to; place++) taken.add(place);
  }
  yield taken;
  const likes = sorted.filter(({ meaning }) => meaning === "like" || meaning === "liked");
  if (likes.length < 2) return;
  for (const like of likes.sort((a, b) => a.from - b.from).slice(0, 2)) {
    const alone = new Set(taken);
    for (const other of likes)
      if (other !== like && !(other.from < like.to && like.from < other.to)) {
        for (let place = other.from; place < other.to; place++) alone.delete(place);
      }
    yield alone;
  }
}
