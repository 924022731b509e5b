/** What several repositories do alike. */
import type { Page } from "../port.js";

/** Rows of one statement: engines bound how many values it may have. */
const ROWS = 1_000;

export function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let from = 0; from < items.length; from += ROWS) parts.push(items.slice(from, from + ROWS));
  return parts;
}

/** What a query gives of each part, one after the other. */
export async function ofParts<Item, Found>(
  items: readonly Item[],
  query: (part: readonly Item[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const part of inParts(items)) for (const item of await query(part)) found.push(item);
  return found;
}

/** A page of rows, each as it is told. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  counted: { readonly total: number },
  told: (row: Row) => Item,
): Page<Item> {
  return { items: rows.map(told), total: Number(counted.total) };
}

/** A column that may be empty, as it is told. */
export function given<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

export function givenDate(value: number | null): Date | undefined {
  return value === null ? undefined : new Date(value);
}
