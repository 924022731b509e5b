/**
 * Look-ups that are remembered while the index lasts. One question is looked up several times (to see what its words are,
 * to answer it, to write it on its buttons), and many ask for what others just asked.
 */

/** Texts that are remembered at least; twice as many at most. */
const KEPT = 1000;

/**
 * The same look-up; whatever it gives is not to be changed. What was not asked for while `KEPT` others were is forgotten:
 * two generations.
 */
export function kept<Value>(look: (text: string) => Value): (text: string) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const value = old.get(text) ?? look(text);
    if (young.size >= KEPT) [young, old] = [new Map(), young];
    young.set(text, value);
    return value;
  };
}
