/** Answers that hold everything that has ever broken a screen, the same ones every time. */
import type { Answer, AnswerKind } from "../../../../src/chat/answer/answer.js";
import { HOSTILE } from "../../../support/surface.case.js";

/** A generator that gives the same numbers every time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PIECES = [
  HOSTILE,
  "@everyone",
  "@here",
  "<@123> <@&5> <#6> </x:7> <:a:8> <t:9:R>",
  "[x](http://example.org) **",
  "||`~_*\\",
  "\n# \n- \n> \n1. ",
  "👩‍👩‍👧‍👦",
  "🇪🇸",
  "e\u0301\u0301",
  "क्षि",
  "각",
  "ﷺ",
  "\u202e",
  "\ud83d",
  "𝔘𝔫𝔦",
  "Amélie",
  " ",
  "x".repeat(300),
  ":smile:",
];

export const KINDS: readonly AnswerKind[] = [
  "film",
  "person",
  "figure",
  "list",
  "choices",
  "empty",
  "help",
  "error",
];

export function hostileAnswer(next: () => number): Answer {
  const few = (most: number) => Math.floor(next() ** 3 * (most + 1));
  const text = (): string =>
    Array.from({ length: few(12) }, () => PIECES[Math.floor(next() * PIECES.length)] ?? "").join(
      next() < 0.5 ? "" : " ",
    );
  const many = <T>(most: number, make: () => T) => Array.from({ length: few(most) }, make);
  const sometimes = <T>(make: () => T) => (next() < 0.7 ? make() : undefined);
  return {
    kind: KINDS[Math.floor(next() * KINDS.length)] ?? "film",
    title: sometimes(text),
    text: sometimes(text),
    fields: sometimes(() => many(40, () => ({ name: text(), value: text() }))),
    list: sometimes(() => many(60, text)),
    image: sometimes(() => (next() < 0.5 ? text() : `https://image.tmdb.org/${text()}`)),
    choices: sometimes(() =>
      many(40, () => ({ label: text(), command: "votos", options: { titulo: text() || `tmdb:${few(99)}` } })),
    ),
    prompt: sometimes(text),
    footer: sometimes(text),
  };
}
