/** Texts in which commands are mentioned, as markdown cut to a measure. */
import { firstCharacters, harmless } from "../../../chat/text.js";
import { cutTo } from "./cut-to.js";
import { escapeMarkdown } from "./markdown.js";

/** Plain text, or markdown of our own that stands as it is or not at all. */
export type Piece = string | { readonly markdown: string };

const ELLIPSIS = "…";
/** Invisible characters at the beginning of a text that are let go of. */
const LEEWAY = 500;

/**
 * The pieces one after the other, at most `max` UTF-16 units long: plain text is made harmless and escaped, and cut with
 * an ellipsis where there is no more room.
 */
export function written(pieces: readonly Piece[], max: number): string {
  let text = "";
  // Nothing that is escaped becomes shorter, so that no more than this can be shown.
  for (const [at, piece] of tidied(pieces, 2 * Math.max(0, max) + LEEWAY).entries()) {
    const room = max - text.length;
    const whole = typeof piece === "string" ? escapeMarkdown(piece) : piece.markdown;
    if (whole.length <= room) {
      text += whole;
      continue;
    }
    if (typeof piece === "string" && room > 0) return (text + cutTo(piece, room, escapeMarkdown)).trimEnd();
    return at === 0 || room < 1 ? text.trimEnd() : text.trimEnd() + ELLIPSIS;
  }
  return text;
}

/** `written` on one line. */
export function writtenLine(pieces: readonly Piece[], max: number): string {
  return written(
    pieces.map((piece) => (typeof piece === "string" ? spaced(piece, max) : piece)),
    max,
  );
}

function spaced(text: string, max: number): string {
  return harmless(firstCharacters(text, 4 * Math.max(0, max) + LEEWAY)).replace(/\s+/gu, " ");
}

/** Harmless, and without white space at the ends. */
function tidied(pieces: readonly Piece[], longest: number): readonly Piece[] {
  const last = pieces.length - 1;
  return pieces
    .map((piece, at) => {
      if (typeof piece !== "string") return piece;
      const shown = harmless(firstCharacters(piece, longest));
      const text = at === 0 ? shown.trimStart() : shown;
      return at === last ? text.trimEnd() : text;
    })
    .filter((piece) => piece !== "");
}
