/**
 * One closed vocabulary (the months, the countries…): an exact name wins, then the only name that begins so
 * ("sept"), then Fuse.js for typos.
 */
import Fuse, { type FuseResult } from "fuse.js";
import { fold } from "../encode/fold.js";
import type { Resolution, Term } from "../port.js";

/** A term with every folded name it goes by. */
export interface Entry {
  readonly term: Term;
  readonly names: readonly string[];
}

/** Shorter prefixes mean too many things. */
const SHORTEST_PREFIX = 3;
const MOST_SUGGESTIONS = 3;
/** Fuse's threshold: 0 is exact, 1 is anything; one typo in a word of five or more letters. */
const TYPO_THRESHOLD = 0.3;

interface NamedTerm {
  readonly name: string;
  readonly term: Term;
  /** The name's characters in order of the alphabet. */
  readonly letters: string;
}

const FUSE = { keys: ["name"], threshold: TYPO_THRESHOLD, includeScore: true, distance: 30 };

export class ClosedVocabulary {
  readonly #terms: readonly Term[];
  readonly #byName = new Map<string, Term>();
  readonly #names: readonly NamedTerm[];
  readonly #absent = new Map<string, Term>();

  /** @param absent what there is beside the terms, and is none of them: its names are no slips of others */
  constructor(entries: readonly Entry[], absent: readonly Entry[] = []) {
    for (const { term, names } of absent) for (const name of names) this.#absent.set(name, term);
    this.#terms = entries.map(({ term }) => term);
    // What a term is shown as means it, whatever else goes by that name: "Congo" is a name of both.
    const shown = entries.map(({ term }) => {
      const { es, es419, en } = term.label;
      return { term, names: [es, es419 ?? es, en].map(fold) };
    });
    for (const { term, names } of [...shown, ...entries]) {
      for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, term);
    }
    this.#names = [...this.#byName].map(([name, term]) => ({ name, term, letters: sorted(name) }));
  }

  resolve(text: string): Resolution<Term> {
    const folded = fold(text);
    const exact = this.#byName.get(folded);
    if (exact) return found(exact, "exact");
    const absent = this.#absent.get(folded);
    if (absent) return { kind: "none", suggestions: [], absent };
    if (folded === "") return { kind: "none", suggestions: [] };
    const begun = folded.length >= SHORTEST_PREFIX ? this.#beginningWith(folded) : [];
    const [only, ...others] = begun;
    if (only !== undefined && others.length === 0) return found(only, "exact");
    if (only !== undefined) return { kind: "choices", values: begun };
    return this.#resolveTypo(folded);
  }

  #resolveTypo(folded: string): Resolution<Term> {
    if (folded.length < SHORTEST_PREFIX) return { kind: "none", suggestions: [] };
    const hits = this.#near(folded);
    const [best, ...others] = distinct(hits.map(({ item }) => item.term));
    if (best === undefined) return { kind: "none", suggestions: [] };
    const rival = hits.find(({ item }) => item.term === others[0]);
    if (rival === undefined || rival.score !== hits[0]?.score) return found(best, "close");
    return { kind: "none", suggestions: [best, ...others].slice(0, MOST_SUGGESTIONS) };
  }

  /** Terms a half-typed name may become, at most `limit`; for no text all of them. */
  complete(text: string, limit: number): Term[] {
    const folded = fold(text);
    const begun = folded === "" ? [...this.#terms] : this.#beginningWith(folded);
    const close = begun.length > 0 ? [] : distinct(this.#near(folded).map(({ item }) => item.term));
    return [...begun, ...close].slice(0, limit);
  }

  /**
   * Names with a typo, best first. Fuse compares a text of 200 letters with every name for up to 0.2 s: it is handed only
   * those that have enough of the text's letters to pass at all.
   */
  #near(folded: string): FuseResult<NamedTerm>[] {
    const letters = sorted(folded);
    const most = Math.floor(letters.length * TYPO_THRESHOLD);
    const names = this.#names.filter((named) => isWithin(most, letters, named.letters));
    return names.length === 0 ? [] : new Fuse(names, FUSE).search(folded);
  }

  /** Terms with a name that begins so, in the vocabulary's order. */
  #beginningWith(folded: string): Term[] {
    const terms = new Set(this.#names.filter(({ name }) => name.startsWith(folded)).map(({ term }) => term));
    return this.#terms.filter((term) => terms.has(term));
  }
}

function found(value: Term, fit: "exact" | "close"): Resolution<Term> {
  return { kind: "found", value, fit, namesakes: [] };
}

function sorted(text: string): string {
  return [...text].sort().join("");
}

/** Whether at most so many characters of one text are missing in another; both are in order of the alphabet. */
function isWithin(most: number, text: string, other: string): boolean {
  if (text.length - other.length > most) return false;
  let missing = 0;
  let place = 0;
  for (const letter of text) {
    while (place < other.length && other.charAt(place) < letter) place++;
    if (other.charAt(place) === letter) place++;
    else if (++missing > most) return false;
  }
  return true;
}

export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
