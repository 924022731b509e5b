/** Phrases (`chat/command/phrases.ts`) as steps from word to word. */
import { type Phrase, type PhrasePart, parsePhrase } from "../../chat/command/phrases.js";
import { fold } from "../../find/encode/fold.js";

/** One of some words, or one of some sequences; optional ones may be missing. */
export type Step =
  | { readonly kind: "word"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: "either"; readonly sequences: readonly (readonly Step[])[]; readonly optional: boolean };

/**
 * @returns the steps of a phrase without values
 * @throws Error where the phrase is none: a bug of the lexicon
 */
export function compilePattern(phrase: string): readonly Step[] {
  return stepsOf(parsePhrase(phrase));
}

/** Every word of some steps. */
export function wordsOf(steps: readonly Step[]): string[] {
  return steps.flatMap((step) =>
    step.kind === "word" ? [...step.words] : step.sequences.flatMap((sequence) => wordsOf(sequence)),
  );
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
