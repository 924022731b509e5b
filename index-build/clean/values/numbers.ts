/** Cells that hold a number. Unknown, unreadable and out of range are all `undefined`. */

/** Ids are kept in 32-bit columns. */
const MAX_ID = 0x7fff_ffff;

const WHOLE = /^\d+(?:\.0+)?$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** "862" or "862.0" → 862; ids start at 1. */
export function parseId(cell: string): number | undefined {
  const text = cell.trim();
  if (!WHOLE.test(text)) return undefined;
  const id = Number(text);
  return id >= 1 && id <= MAX_ID ? id : undefined;
}

/** Any finite number: "7.7", "1e-06", "5415.0". */
export function parseNumber(cell: string): number | undefined {
  const text = cell.trim();
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A number above 0; in money and minutes 0 means unknown. */
export function parsePositive(cell: string): number | undefined {
  const value = parseNumber(cell);
  return value !== undefined && value > 0 ? value : undefined;
}

/** A whole number from 0 on: "5415.0" → 5415. */
export function parseCount(cell: string): number | undefined {
  const value = parseNumber(cell);
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A number from `low` to `high`, both included. */
export function parseWithin(cell: string, low: number, high: number): number | undefined {
  const value = parseNumber(cell);
  return value !== undefined && value >= low && value <= high ? value : undefined;
}
