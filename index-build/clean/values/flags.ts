/** Cells that say yes or no. */

const YES = new Set(["true", "1", "1.0", "1,0", "t", "y", "yes", "s", "si", "sí", "verdadero", "v", "x"]);
const NO = new Set(["false", "0", "0.0", "0,0", "f", "n", "no", "falso"]);
/** Flags in Spanish are a sign of a Spanish spreadsheet. */
const SPANISH = new Set(["s", "si", "sí", "verdadero", "v", "falso"]);

/** Undefined where it is neither. */
export function parseFlag(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

export function isSpanishFlag(cell: string): boolean {
  return SPANISH.has(cell.trim().toLowerCase());
}
