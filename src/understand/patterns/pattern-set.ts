/** Many patterns, each with what it means, looked for at every place of a sentence. */
import { Automaton } from "./automaton.js";
import { compilePattern, wordsOf } from "./compile.js";

/** Where a pattern fits, and what it means. */
export interface PatternMatch<Meaning> {
  readonly from: number;
  /** Behind its last word. */
  readonly to: number;
  readonly meaning: Meaning;
}

interface Entry<Meaning> {
  readonly meaning: Meaning;
  /** What has to stand somewhere behind it: of a phrase with a gap ("is * any good"). */
  readonly then: Automaton | undefined;
}

type Phrases<Meaning> = Iterable<readonly [meaning: Meaning, phrases: readonly string[]]>;

/** Stands for a gap of one or more words. */
const GAP = " * ";

export class PatternSet<Meaning> {
  readonly #automaton = new Automaton();
  readonly #entries: Entry<Meaning>[] = [];
  readonly #words = new Set<string>();
  #phrases: Phrases<Meaning> | undefined;

  /** Nothing is done yet: thousands of phrases would keep the start of the program waiting. */
  constructor(phrases: Phrases<Meaning>) {
    this.#phrases = phrases;
  }

  /** Every word of every pattern. @throws Error where a phrase is none: a bug of the lexicon */
  get words(): ReadonlySet<string> {
    this.#compile();
    return this.#words;
  }

  /** Does so once. */
  #compile(): void {
    const phrases = this.#phrases;
    if (phrases === undefined) return;
    this.#phrases = undefined;
    for (const [meaning, texts] of phrases) for (const text of texts) this.#add(meaning, text);
  }

  #add(meaning: Meaning, text: string): void {
    const [before = "", behind] = text.split(GAP);
    const steps = compilePattern(before);
    for (const word of wordsOf(steps)) this.#words.add(word);
    let then: Automaton | undefined;
    if (behind !== undefined) {
      const rest = compilePattern(behind);
      for (const word of wordsOf(rest)) this.#words.add(word);
      then = new Automaton();
      then.add(rest, 0);
    }
    this.#automaton.add(steps, this.#entries.length);
    this.#entries.push({ meaning, then });
  }

  /** The longest match of each meaning that begins at a place; of a phrase with a gap its parts, one after the other. */
  at(words: readonly string[], from: number): PatternMatch<Meaning>[] {
    this.#compile();
    const longest = new Map<Meaning, PatternMatch<Meaning>[]>();
    this.#automaton.follow(words, from, (phrase, to) => {
      const entry = this.#entries[phrase];
      if (entry === undefined) return;
      const parts = [{ from, to, meaning: entry.meaning }];
      if (entry.then !== undefined) {
        const second = behind(entry.then, words, to + 1, entry.meaning);
        if (second === undefined) return;
        parts.push(second);
      }
      const known = longest.get(entry.meaning);
      if (known === undefined || length(parts) > length(known)) longest.set(entry.meaning, parts);
    });
    return longest.size === 0 ? NONE : [...longest.values()].flat();
  }

  /** All matches, by where they begin. */
  all(words: readonly string[]): PatternMatch<Meaning>[] {
    return words.flatMap((_, from) => this.at(words, from));
  }
}

const NONE: never[] = [];

/** The first match from a place on. */
function behind<Meaning>(
  automaton: Automaton,
  words: readonly string[],
  least: number,
  meaning: Meaning,
): PatternMatch<Meaning> | undefined {
  for (let from = least; from < words.length; from++) {
    let end = -1;
    automaton.follow(words, from, (_, to) => {
      end = Math.max(end, to);
    });
    if (end > from) return { from, to: end, meaning };
  }
  return undefined;
}

function length(parts: readonly PatternMatch<unknown>[]): number {
  return parts.reduce((sum, { from, to }) => sum + to - from, 0);
}
