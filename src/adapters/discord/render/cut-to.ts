/** Texts cut to a platform's measure without breaking a character. */
import { startOfCharacter } from "../../../chat/text.js";

const ELLIPSIS = "…";

/**
 * `text` as `write` writes it, at most `max` UTF-16 units long (no way of counting gives more), cut between characters as
 * people count them, with an ellipsis where something was cut.
 * @param max may be a fraction: room is shared out
 */
export function cutTo(text: string, max: number, write: (text: string) => string = (same) => same): string {
  if (text.length <= max) {
    const whole = write(text);
    if (whole.length <= max) return whole;
  }
  // Escaping never shortens, so that the longest beginning that fits can be searched by halves.
  let [fits, most] = [0, Math.floor(Math.min(text.length, max))];
  while (fits < most) {
    const middle = (fits + most + 1) >> 1;
    if (cutAt(text, middle, write).length <= max) fits = middle;
    else most = middle - 1;
  }
  // Taking the whole text apart would take longer than all the rest: only the character at the end is looked at.
  return cutAt(text, startOfCharacter(text, fits), write);
}

function cutAt(text: string, end: number, write: (text: string) => string): string {
  return write(text.slice(0, end).trimEnd()) + ELLIPSIS;
}
