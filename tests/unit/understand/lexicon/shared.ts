/** Texts that phrases of two lists share, without writing all of them out: there may be millions. */
import { compilePattern, type Step } from "../../../../src/understand/patterns/compile.js";

/** A place within phrases. */
interface Place {
  readonly edges: (readonly [word: string, next: Place])[];
  /** Places that are reached without a word. */
  readonly free: Place[];
}

/** All phrases of a list as one network of places. */
class Network {
  readonly start = place();
  readonly #end = place();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const parts = phrase.split(" * ").map((part) => compilePattern(part));
      const gap: Step = { kind: "word", words: new Set(["*"]), optional: false };
      const steps = parts.flatMap((part, at) => (at === 0 ? part : [gap, ...part]));
      chain(this.start, steps).free.push(this.#end);
    }
  }

  isEnd(places: ReadonlySet<Place>): boolean {
    return places.has(this.#end);
  }
}

function place(): Place {
  return { edges: [], free: [] };
}

function chain(from: Place, steps: readonly Step[]): Place {
  let at = from;
  for (const step of steps) {
    const behind = place();
    if (step.kind === "word") for (const word of step.words) at.edges.push([word, behind]);
    else
      for (const sequence of step.sequences) {
        const begin = place();
        at.free.push(begin);
        chain(begin, sequence).free.push(behind);
      }
    if (step.optional) at.free.push(behind);
    at = behind;
  }
  return at;
}

function reached(from: Iterable<Place>): Set<Place> {
  const places = new Set<Place>();
  const open = [...from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (places.has(next)) continue;
    places.add(next);
    open.push(...next.free);
  }
  return places;
}

function byWord(places: ReadonlySet<Place>): Map<string, Place[]> {
  const next = new Map<string, Place[]>();
  for (const { edges } of places)
    for (const [word, behind] of edges) next.set(word, [...(next.get(word) ?? []), behind]);
  return next;
}

/** The shortest texts that are phrases of both lists, at most so many. */
export function sharedTexts(some: readonly string[], others: readonly string[], most = 5): string[] {
  const [one, other] = [new Network(some), new Network(others)];
  const numbers = new Map<Place, number>();
  const numberOf = (one: Place) => {
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
  const keyOf = (places: readonly Place[]) => places.map(numberOf).sort().join();
  const seen = new Set<string>();
  const found: string[] = [];
  let open: (readonly [words: string, some: Place[], others: Place[]])[] = [["", [one.start], [other.start]]];
  while (open.length > 0 && found.length < most) {
    const next: typeof open = [];
    for (const [words, left, right] of open) {
      const [here, there] = [reached(left), reached(right)];
      if (words !== "" && one.isEnd(here) && other.isEnd(there)) found.push(words.trim());
      const ways = byWord(there);
      for (const [word, behind] of byWord(here)) {
        const beyond = ways.get(word);
        if (beyond === undefined) continue;
        const key = `${keyOf(behind)}|${keyOf(beyond)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        next.push([`${words} ${word}`, behind, beyond]);
      }
    }
    open = next;
  }
  return found.slice(0, most);
}
