/** Taking marks off the ends of a text, in time linear in its length: a pattern with "+$" would not be. */

/**
 * The text without the characters at its ends that the two patterns fit.
 * @param before fits one character at the beginning, `after` one at the end
 */
export function trimmed(text: string, before: RegExp, after: RegExp): string {
  let from = 0;
  let to = text.length;
  while (from < to && before.test(text.charAt(from))) from++;
  while (to > from && after.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/** A value as written, without quotation marks around it. */
export function unquoted(value: string): string {
  return trimmed(value, /["'«“\s]/u, /["'»”\s]/u);
}
