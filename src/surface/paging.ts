/** Long lists in pages, the same on every surface that has room for only a few lines. */
import { number } from "../chat/format.js";
import { type Locale, say } from "../chat/locale.js";

export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** Place of the first of its items within the whole, from 0. */
  readonly start: number;
  readonly total: number;
}

/**
 * A page of some items; the last one for an index beyond it: the list may have changed, or somebody made the index up.
 * @param size items on a page
 * @param unbroken a list of at most so many is one page; `size` unless said
 */
export function pageOf<Item>(
  items: readonly Item[],
  index: number,
  size: number,
  unbroken = size,
): Page<Item> {
  const total = items.length;
  if (total <= unbroken) return { items, index: 0, count: 1, start: 0, total };
  const count = Math.ceil(total / size);
  const current = Math.min(Math.max(0, Math.floor(index)), count - 1);
  const start = current * size;
  return { items: items.slice(start, start + size), index: current, count, start, total };
}

/** "11–20 de 40". */
export function rangeWords({ start, items, total }: Page<unknown>, locale: Locale): string {
  const range = `${number(locale, start + 1)}–${number(locale, start + items.length)}`;
  const all = number(locale, total);
  return say(locale, { es: `${range} de ${all}`, en: `${range} of ${all}` });
}
