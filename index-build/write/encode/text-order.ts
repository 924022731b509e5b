/**
 * The order of texts by their UTF-16 units, as `sort` has it: by one unit after the other (multikey quicksort; Bentley,
 * Sedgewick: Fast algorithms for sorting and searching strings, 1997). Comparing whole texts looks again and again at how
 * they begin.
 */

/** So few are put in order by comparing them. */
const FEW = 12;
/** Before any unit. */
const END = -1;

/** @returns places of texts in their order, of equal ones as they came */
export function orderOf(texts: readonly string[]): Int32Array {
  const order = Int32Array.from(texts.keys());
  sortStretch(texts, order, 0, texts.length, 0);
  return order;
}

/** Texts in their order. */
export function inOrder(texts: readonly string[]): string[] {
  return Array.from(orderOf(texts), (place) => texts[place]);
}

/** @param depth so many units are the same in all texts of the stretch */
function sortStretch(
  texts: readonly string[],
  order: Int32Array,
  from: number,
  to: number,
  depth: number,
): void {
  let [begin, end, at] = [from, to, depth];
  while (end - begin > FEW) {
    const pivot = middleOf(texts, order, begin, end, at);
    // What is less goes to the front, what is more to the back; what is between has the pivot's unit.
    let less = begin;
    let more = end;
    for (let i = begin; i < more; ) {
      const unit = unitAt(texts[order[i]], at);
      if (unit < pivot) swap(order, less++, i++);
      else if (unit > pivot) swap(order, i, --more);
      else i++;
    }
    sortStretch(texts, order, begin, less, at);
    sortStretch(texts, order, more, end, at);
    [begin, end] = [less, more];
    if (pivot === END) {
      order.subarray(begin, end).sort();
      return;
    }
    at++;
  }
  insertEach(texts, order, begin, end);
}

function insertEach(texts: readonly string[], order: Int32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const place = order[i];
    const text = texts[place];
    let at = i;
    while (at > from && isBefore(text, place, texts[order[at - 1]], order[at - 1])) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = place;
  }
}

function isBefore(text: string, place: number, other: string, otherPlace: number): boolean {
  return text < other || (text === other && place < otherPlace);
}

/** The middle one of three texts' units. */
function middleOf(texts: readonly string[], order: Int32Array, from: number, to: number, at: number): number {
  const a = unitAt(texts[order[from]], at);
  const b = unitAt(texts[order[(from + to) >> 1]], at);
  const c = unitAt(texts[order[to - 1]], at);
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : END;
}

function swap(order: Int32Array, a: number, b: number): void {
  const held = order[a];
  order[a] = order[b];
  order[b] = held;
}
