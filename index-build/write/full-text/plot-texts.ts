/** The terms of very many texts: numbers in arrays, since an object a text would be most of what the build holds. */
import { GrowingNumbers } from "../encode/growing-numbers.js";

/** Two terms of one language, side by side. */
export type Pair = readonly [string, string];

/** A term in a text. */
interface TermInText {
  readonly term: string;
  /** How often it stands there. */
  readonly count: number;
  /** How many texts have it. */
  readonly filmsWith: number;
  /** How many terms the text has, each as often as it stands there. */
  readonly length: number;
}

export class PlotTexts {
  readonly #isTheme: (term: string) => boolean;
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #textsWith: number[] = [];
  /** Terms of all texts, each once a text and in the order in which it has them, and how often. */
  readonly #termIds = new GrowingNumbers();
  readonly #counts = new GrowingNumbers();
  readonly #pairs = new GrowingNumbers();
  /** Where each text's begin, and the last one's end. */
  readonly #begins: number[] = [0];
  readonly #pairBegins: number[] = [0];
  readonly #lengths: number[] = [];
  /** Terms of all texts, each as often as it stands there. */
  terms = 0;

  /** @param isTheme which terms are worth a pair */
  constructor(isTheme: (term: string) => boolean) {
    this.#isTheme = isTheme;
  }

  get count(): number {
    return this.#lengths.length;
  }

  /** @param terms of a text, in order */
  add(terms: readonly string[]): void {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const id = this.#idOf(term);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const [id, count] of counts) {
      this.#textsWith[id]++;
      this.#termIds.push(id);
      this.#counts.push(count);
    }
    for (const [left, right] of themePairs(terms, this.#isTheme))
      this.#pairs.push(this.#idOf(left), this.#idOf(right));
    this.#begins.push(this.#termIds.length);
    this.#pairBegins.push(this.#pairs.length);
    this.#lengths.push(terms.length);
    this.terms += terms.length;
  }

  /** @param text its number, in the order in which they were added */
  of(text: number): TermInText[] {
    const [from, to] = [this.#begins[text], this.#begins[text + 1]];
    return Array.from({ length: to - from }, (_, i) => {
      const id = this.#termIds.at(from + i);
      return {
        term: this.#names[id],
        count: this.#counts.at(from + i),
        filmsWith: this.#textsWith[id],
        length: this.#lengths[text],
      };
    });
  }

  /** Themes that stand side by side. */
  pairs(text: number): Pair[] {
    const [from, to] = [this.#pairBegins[text], this.#pairBegins[text + 1]];
    return Array.from({ length: (to - from) / 2 }, (_, i) => [
      this.#names[this.#pairs.at(from + 2 * i)],
      this.#names[this.#pairs.at(from + 2 * i + 1)],
    ]);
  }

  #idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#names.push(term) - 1;
      this.#ids.set(term, id);
      this.#textsWith.push(0);
    }
    return id;
  }
}

/** Of the terms of a text, in order, those pairs of which both are worth it. */
export function themePairs(terms: readonly string[], isTheme: (term: string) => boolean): Pair[] {
  const pairs: Pair[] = [];
  let left: string | undefined;
  for (const right of terms) {
    if (left !== undefined && left !== right && isTheme(left) && isTheme(right)) pairs.push([left, right]);
    left = right;
  }
  return pairs;
}
