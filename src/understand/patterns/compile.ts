/** Phrases (`chat/command/phrases.ts`) as something that tells how far they go on from a word of a sentence. */
import { type Phrase, type PhrasePart, parsePhrase } from "../../chat/command/phrases.js";
import { fold } from "../../find/encode/fold.js";

/** One of some words, or one of some sequences; optional ones may be missing. */
type Step =
  | { readonly kind: "word"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: "either"; readonly sequences: readonly (readonly Step[])[]; readonly optional: boolean };

export interface Pattern {
  readonly steps: readonly Step[];
  /** Words that it may begin with. */
  readonly first: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** @throws Error where the phrase is none: a bug of the lexicon */
export function compilePattern(phrase: string): Pattern {
  const steps = stepsOf(parsePhrase(phrase));
  const words = new Set<string>();
  collect(steps, words);
  return { steps, first: firstOf(steps).words, words };
}

/**
 * How far a pattern goes on from a place: the furthest place behind it, or -1 where it does not fit.
 * @param wordAt the word at a place; undefined behind the end, and where another may not go on
 */
export function endOf(pattern: Pattern, from: number, wordAt: (place: number) => string | undefined): number {
  return furthest(pattern.steps, 0, from, wordAt);
}

function furthest(
  steps: readonly Step[],
  at: number,
  place: number,
  wordAt: (place: number) => string | undefined,
): number {
  const step = steps[at];
  if (step === undefined) return place;
  let best = -1;
  if (step.kind === "word") {
    const word = wordAt(place);
    if (word !== undefined && step.words.has(word)) best = furthest(steps, at + 1, place + 1, wordAt);
  } else {
    for (const sequence of step.sequences) {
      for (const end of endsOf(sequence, place, wordAt)) {
        if (end > place || !step.optional) best = Math.max(best, furthest(steps, at + 1, end, wordAt));
      }
    }
  }
  return best < 0 && step.optional ? furthest(steps, at + 1, place, wordAt) : best;
}

/** Every place where a sequence may end. */
function endsOf(
  steps: readonly Step[],
  place: number,
  wordAt: (place: number) => string | undefined,
): ReadonlySet<number> {
  let places = new Set([place]);
  for (const step of steps) {
    const next = new Set<number>();
    for (const from of places) {
      if (step.optional) next.add(from);
      if (step.kind === "word") {
        const word = wordAt(from);
        if (word !== undefined && step.words.has(word)) next.add(from + 1);
      } else {
        for (const sequence of step.sequences)
          for (const end of endsOf(sequence, from, wordAt)) next.add(end);
      }
    }
    if (next.size === 0) return next;
    places = next;
  }
  return places;
}

function stepsOf(phrase: Phrase): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < phrase.length; ) {
    let end = at + 1;
    while (phrase[end] !== undefined && isAttached(phrase[end])) end++;
    steps.push(...(end === at + 1 ? single(phrase[at] as PhrasePart) : [oneWord(phrase.slice(at, end))]));
    at = end;
  }
  return steps;
}

function single(part: PhrasePart): Step[] {
  if (part.kind === "word") return wordSteps(part.text);
  if (part.kind === "value") throw new Error(`a pattern of the lexicon holds a value: ${part.option}`);
  const sequences = part.phrases.map(stepsOf);
  const words = sequences.flatMap(([only, ...more]) =>
    more.length === 0 && only?.kind === "word" && !only.optional ? [only.words] : [],
  );
  if (words.length === sequences.length) {
    return [{ kind: "word", words: new Set(words.flatMap((set) => [...set])), optional: part.optional }];
  }
  return [{ kind: "either", sequences, optional: part.optional }];
}

/** A word that folds to several ("2x1") is as many steps. */
function wordSteps(text: string): Step[] {
  return fold(text)
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ kind: "word", words: new Set([word]), optional: false }));
}

function isAttached(part: PhrasePart | undefined): boolean {
  if (part === undefined) return false;
  if (part.kind === "either") return part.phrases.some(([first]) => isAttached(first));
  return part.attached;
}

/** Parts without a blank between are one word, in all its forms. */
function oneWord(parts: readonly PhrasePart[]): Step {
  let forms = [""];
  for (const part of parts) {
    const endings = endingsOf(part);
    forms = forms.flatMap((form) => endings.map((ending) => form + ending));
  }
  return {
    kind: "word",
    words: new Set(forms.map((form) => fold(form).replaceAll(" ", ""))),
    optional: false,
  };
}

function endingsOf(part: PhrasePart): string[] {
  if (part.kind === "word") return [part.text];
  if (part.kind === "value") throw new Error("a pattern of the lexicon holds a value");
  const endings = part.phrases.map((phrase) =>
    phrase.reduce<string[]>(
      (forms, one) => forms.flatMap((form) => endingsOf(one).map((ending) => form + ending)),
      [""],
    ),
  );
  return [...(part.optional ? [""] : []), ...endings.flat()];
}

function firstOf(steps: readonly Step[]): { words: Set<string>; empty: boolean } {
  const words = new Set<string>();
  for (const step of steps) {
    let empty = step.optional;
    if (step.kind === "word") for (const word of step.words) words.add(word);
    else {
      for (const sequence of step.sequences) {
        const first = firstOf(sequence);
        for (const word of first.words) words.add(word);
        if (first.empty) empty = true;
      }
    }
    if (!empty) return { words, empty: false };
  }
  return { words, empty: true };
}

function collect(steps: readonly Step[], into: Set<string>): void {
  for (const step of steps) {
    if (step.kind === "word") for (const word of step.words) into.add(word);
    else for (const sequence of step.sequences) collect(sequence, into);
  }
}
