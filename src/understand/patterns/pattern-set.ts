/** Many patterns, each with what it means, looked for at every place of a sentence. */
import { compilePattern, endOf, type Pattern } from "./compile.js";

/** Where a pattern fits, and what it means. */
export interface PatternMatch<Meaning> {
  readonly from: number;
  /** Behind its last word. */
  readonly to: number;
  readonly meaning: Meaning;
}

interface Entry<Meaning> {
  readonly pattern: Pattern;
  /** What has to stand somewhere behind it: of a phrase with a gap ("is * any good"). */
  readonly then: Pattern | undefined;
  readonly meaning: Meaning;
}

/** Stands for a gap of one or more words. */
const GAP = " * ";

export class PatternSet<Meaning> {
  readonly #byFirst = new Map<string, Entry<Meaning>[]>();
  readonly #words = new Set<string>();

  /** @throws Error where a phrase is none: a bug of the lexicon */
  constructor(phrases: Iterable<readonly [meaning: Meaning, phrases: readonly string[]]>) {
    for (const [meaning, texts] of phrases) for (const text of texts) this.#add(meaning, text);
  }

  /** Every word of every pattern. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }

  #add(meaning: Meaning, text: string): void {
    const [before = "", behind] = text.split(GAP);
    const pattern = compilePattern(before);
    const then = behind === undefined ? undefined : compilePattern(behind);
    for (const word of [...pattern.words, ...(then?.words ?? [])]) this.#words.add(word);
    for (const word of pattern.first) {
      const entries = this.#byFirst.get(word) ?? [];
      entries.push({ pattern, then, meaning });
      this.#byFirst.set(word, entries);
    }
  }

  /** The longest match of each meaning that begins at a place; of a phrase with a gap its parts, one after the other. */
  at(words: readonly string[], from: number): PatternMatch<Meaning>[] {
    const entries = this.#byFirst.get(words[from] ?? "");
    if (entries === undefined) return [];
    const longest = new Map<Meaning, PatternMatch<Meaning>[]>();
    for (const { pattern, then, meaning } of entries) {
      const to = endOf(pattern, from, (place) => words[place]);
      if (to < 0) continue;
      const parts = [{ from, to, meaning }];
      if (then !== undefined) {
        const second = this.#behind(then, words, to + 1, meaning);
        if (second === undefined) continue;
        parts.push(second);
      }
      const known = longest.get(meaning);
      if (known === undefined || length(parts) > length(known)) longest.set(meaning, parts);
    }
    return [...longest.values()].flat();
  }

  #behind(
    pattern: Pattern,
    words: readonly string[],
    least: number,
    meaning: Meaning,
  ): PatternMatch<Meaning> | undefined {
    for (let from = least; from < words.length; from++) {
      const to = endOf(pattern, from, (place) => words[place]);
      if (to > from) return { from, to, meaning };
    }
    return undefined;
  }

  /** All matches, by where they begin. */
  all(words: readonly string[]): PatternMatch<Meaning>[] {
    return words.flatMap((_, from) => this.at(words, from));
  }
}

function length(parts: readonly PatternMatch<unknown>[]): number {
  return parts.reduce((sum, { from, to }) => sum + to - from, 0);
}
