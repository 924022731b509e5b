/** Cells that hold names with commas between them. */
import { cleanName } from "./text.js";

/** What follows a name and is nobody's name: generations and degrees. */
const SUFFIX =
  /^(?:jr|sr|jnr|snr|ii|iii|iv|esq|ph\.? ?d|m\.?d|d\.?d\.?s|d\.?m\.?d|d\.?v\.?m|d\.?o|ed\.?d|psy\.?d|j\.?d|m\.?b\.?a|r\.?n)\.?$/i;

const LETTER = /\p{L}/u;

/** Each name once, in order; what holds no letter ("1") is no name. */
export function parseNameList(cell: string): string[] {
  const names: string[] = [];
  for (const part of cell.split(",")) {
    const name = cleanName(part);
    if (name === undefined || !LETTER.test(name)) continue;
    const before = names.at(-1);
    if (SUFFIX.test(name) && before !== undefined) names[names.length - 1] = `${before} ${name}`;
    else if (!SUFFIX.test(name)) names.push(name);
  }
  return [...new Set(names)];
}
