/** "Avatar 4", "¿ya salió Shrek 5?": a part of a series that is known, and does not exist or is not known. */
import { isPiece } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";
import { isNumbered, named } from "./named.js";
import type { Reader, Reading } from "./reading.js";

/** log10 of the votes of a film or a series that people ask parts of. */
const KNOWN = 2.5;

/** Undefined where no part is named, or it is known. */
export function lackedPart({ sentence }: Reader): Reading | undefined {
  const isLacked = sentence.withFilms.some(
    (piece) =>
      (isPiece(piece, "film") || isPiece(piece, "collection")) &&
      piece.meaning.known >= KNOWN &&
      isNumbered(sentence, piece.to) &&
      !isKnown(sentence, piece.from, piece.to + 1),
  );
  return isLacked ? { understanding: { kind: "unanswered", about: "unknown" }, score: 0.96 } : undefined;
}

function isKnown(sentence: Sentence, from: number, to: number): boolean {
  // "Apollo 13 …": a title that begins before, or goes on.
  const isTitle = sentence.withFilms.some(
    (piece) => isPiece(piece, "film") && piece.from <= from && piece.to >= to && piece.to - piece.from > 1,
  );
  const { fit } = named(sentence.edition, sentence.textOf(from, to), 0);
  return fit === "exact" || fit === "close" || (isTitle && fit === "several");
}
