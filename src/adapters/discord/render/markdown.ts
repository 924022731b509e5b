/** Plain text as Discord must write it so that it shows as that text. */

/** Emphasis, code, spoilers, quotes, links, mentions, times, and backslashes themselves. */
const MARKS = /[\\*_~`|<[\]]/gu;
const EVERYONE = /@(?=everyone|here)/giu;
/** "http://" would become a link, ":smile:" a picture. */
const COLON = /:(?=\/\/|[\w+-]+:)/gu;
/** Headings, lists, quotes and small print begin a line. */
const LINE_MARK = /^([^\S\n]*)([#>+-])/gmu;
const NUMBERED = /^([^\S\n]*\d+)\.(?=\s|$)/gmu;

/** `text` with a backslash before everything that Discord would not show as it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKS, "\\$&")
    .replace(EVERYONE, "\\@")
    .replace(COLON, "\\:")
    .replace(LINE_MARK, "$1\\$2")
    .replace(NUMBERED, "$1\\.");
}
