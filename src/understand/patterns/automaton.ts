/**
 * All phrases of a set as one automaton over words. What may come next after some words is worked out when those words
 * first occur, and kept: a sentence is then read word by word, however many phrases there are.
 */
import type { Step } from "./compile.js";

/** A place in the phrases: where each word leads, and whose end it is. */
interface Node {
  readonly edges: Map<string, Node[]>;
  /** Places that are reached without a word. */
  readonly free: Node[];
  /** Phrases that end here, by their number. */
  readonly ends: number[];
}

/** All places that some words may have led to. */
interface State {
  readonly nodes: readonly Node[];
  readonly ends: readonly number[];
  /** Words that some of the places go on with. */
  readonly words: ReadonlySet<string>;
  /** Those that were read, and where they lead. */
  readonly next: Map<string, State>;
}

/** What is kept of a set is thrown away beyond this: nobody's sentences need as many. */
const MOST_STATES = 50_000;

export class Automaton {
  readonly #start = node();
  #first: State | undefined;
  #states = 0;

  /** @param phrase the number under which the phrase is found */
  add(steps: readonly Step[], phrase: number): void {
    this.#first = undefined;
    const end = chain(this.#start, steps);
    end.ends.push(phrase);
  }

  /** Calls back with each phrase that the words from a place on are, and the place behind its last word. */
  follow(words: readonly string[], from: number, found: (phrase: number, to: number) => void): void {
    if (this.#first === undefined || this.#states > MOST_STATES) {
      this.#first = stateOf([this.#start]);
      this.#states = 1;
    }
    let state: State | undefined = this.#first;
    for (let place = from; place < words.length; place++) {
      state = this.#after(state, words[place] ?? "");
      if (state === undefined) return;
      for (const phrase of state.ends) found(phrase, place + 1);
    }
  }

  #after(state: State, word: string): State | undefined {
    const known = state.next.get(word);
    if (known !== undefined || !state.words.has(word)) return known;
    const next = stateOf(state.nodes.flatMap(({ edges }) => edges.get(word) ?? []));
    this.#states++;
    state.next.set(word, next);
    return next;
  }
}

function node(): Node {
  return { edges: new Map(), free: [], ends: [] };
}

/** Appends steps behind a place; gives the place behind the last. */
function chain(from: Node, steps: readonly Step[]): Node {
  let at = from;
  for (const step of steps) {
    const behind = node();
    if (step.kind === "word") {
      for (const word of step.words) {
        const others = at.edges.get(word);
        if (others) others.push(behind);
        else at.edges.set(word, [behind]);
      }
    } else {
      for (const sequence of step.sequences) {
        const begin = node();
        at.free.push(begin);
        chain(begin, sequence).free.push(behind);
      }
    }
    if (step.optional) at.free.push(behind);
    at = behind;
  }
  return at;
}

/** The places reached from some, and what ends there. */
function stateOf(nodes: readonly Node[]): State {
  const reached = new Set<Node>();
  const open = [...nodes];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...next.free);
  }
  const all = [...reached];
  return {
    nodes: all.filter(({ edges }) => edges.size > 0),
    words: new Set(all.flatMap(({ edges }) => [...edges.keys()])),
    ends: [...new Set(all.flatMap(({ ends }) => ends))],
    next: new Map(),
  };
}
