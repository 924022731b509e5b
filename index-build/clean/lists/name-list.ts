/** Cells that hold names with something between them. */
import { cleanName } from "../texts/text.js";

/** What follows a name and is nobody's name: generations and degrees. */
const SUFFIX =
  /^(?:jr|sr|jnr|snr|ii|iii|iv|esq|ph\.? ?d|m\.?d|d\.?d\.?s|d\.?m\.?d|d\.?v\.?m|d\.?o|ed\.?d|psy\.?d|j\.?d|m\.?b\.?a|r\.?n)\.?$/i;

/** What follows a company's name: its legal form. */
const LEGAL_FORM =
  /^(?:inc|ltd|llc|l\.?l\.?c|l\.?p|corp|co|company|limited|incorporated|gmbh|plc|s\.?a|s\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|a\.?g|k\.?k|pty|pvt)\.?(?: ltd\.?| llc| inc\.?)?$/i;

const LETTER = /\p{L}/u;
const QUOTED = /^(?:'(.*)'|"(.*)"|“(.*)”)$/su;

/** Each name once, in order; what holds no letter ("1") is no name. */
export function parseNameList(cell: string): string[] {
  return withNameSuffixes(namesBetween(cell, ",").filter((name) => LETTER.test(name)));
}

/** Names that were parted at every comma: "Robert Downey", "Jr." → "Robert Downey Jr." */
export function withNameSuffixes(parts: readonly string[]): string[] {
  return withSuffixes(parts, SUFFIX);
}

/** The same for companies: "Pixar", "Inc." → "Pixar Inc.", and "Zanuck Company", "The" → "Zanuck Company, The". */
export function withLegalForms(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const name of withSuffixes(parts, LEGAL_FORM)) {
    const last = names.at(-1);
    if (last === undefined || !/^the$/iu.test(name)) names.push(name);
    else names[names.length - 1] = `${last}, ${name}`;
  }
  return names;
}

/** Names of companies: "Pixar, Inc., Disney". */
export function parseCompanyList(cell: string): string[] {
  return withLegalForms(namesBetween(cell, ","));
}

/** Each name once, in order. */
export function parseSeparated(cell: string, separator: string): string[] {
  return [...new Set(namesBetween(cell, separator))];
}

function namesBetween(cell: string, separator: string): string[] {
  return cell.split(separator).flatMap((part) => {
    const [, single, double, curly] = QUOTED.exec(part.trim()) ?? [];
    return cleanName(single ?? double ?? curly ?? part) ?? [];
  });
}

/** What only follows a name belongs to the one before it. */
function withSuffixes(parts: readonly string[], suffix: RegExp): string[] {
  const names: string[] = [];
  for (const name of parts) {
    const before = names.at(-1);
    if (suffix.test(name) && before !== undefined) names[names.length - 1] = `${before} ${name}`;
    else if (!suffix.test(name)) names.push(name);
  }
  return [...new Set(names)];
}
