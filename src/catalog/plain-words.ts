/** A text as phrases are looked for in it: words between blanks. Shared by the build and the query. */

const MARKS = /\p{Mn}+/gu;

/** Lower case without accents; what is no letter and no figure is a blank, also at both ends. */
export function plainWords(text: string): string {
  const words = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return ` ${words.trim()} `;
}
