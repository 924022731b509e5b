/** Texts cut to a platform's measure without breaking a character. */
import { characters } from "../../../chat/text.js";

const ELLIPSIS = "…";

/**
 * `text` as `write` writes it, at most `max` UTF-16 units long (no way of counting gives more), cut between characters as
 * people count them, with an ellipsis where something was cut.
 */
export function cutTo(text: string, max: number, write: (text: string) => string = (same) => same): string {
  if (text.length <= max) {
    const whole = write(text);
    if (whole.length <= max) return whole;
  }
  const ends = endsOfCharacters(text, max);
  // Escaping never shortens, so that the longest beginning that fits can be searched by halves.
  let [fits, tooLong] = [0, ends.length];
  let best = "";
  while (fits < tooLong) {
    const middle = (fits + tooLong) >> 1;
    const shown = write(text.slice(0, ends[middle]).trimEnd()) + ELLIPSIS;
    if (shown.length <= max) [fits, best] = [middle + 1, shown];
    else tooLong = middle;
  }
  return best || ELLIPSIS;
}

/** Where each character ends, as far as `max` units. */
function endsOfCharacters(text: string, max: number): readonly number[] {
  const ends: number[] = [];
  let end = 0;
  for (const character of characters(text)) {
    end += character.length;
    if (end > max) break;
    ends.push(end);
  }
  return ends;
}
