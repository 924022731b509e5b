/**
 * What sets films apart, of each film in one record: very many pairs are judged by it, of films that lie anywhere, and a
 * record is read from memory at once where a column each would be waited for five times.
 */
import { type FilmFacts, FORMS } from "./facts.js";
import { sharedFloats } from "./shared-memory.js";

/** Numbers of a record, by place: average vote, log of the budget, minutes, and FORMS, a bit each. */
export const APART_FACTS = 4;
export const RATING_AT = 0;
export const BUDGET_AT = 1;
export const RUNTIME_AT = 2;
export const FORMS_AT = 3;

/** The bit above all forms: an adult film. */
export const ADULT_BIT = 1 << FORMS.length;

/** @param facts by place */
export function apartFacts({ count, rating, logBudgets, runtimes, forms, adult }: FilmFacts): Float32Array {
  const records = sharedFloats(APART_FACTS * count);
  for (let place = 0; place < count; place++) {
    const at = APART_FACTS * place;
    records[at + RATING_AT] = rating[place];
    records[at + BUDGET_AT] = logBudgets[place];
    records[at + RUNTIME_AT] = runtimes[place];
    records[at + FORMS_AT] = forms[place] + (adult[place] === 0 ? 0 : ADULT_BIT);
  }
  return records;
}
