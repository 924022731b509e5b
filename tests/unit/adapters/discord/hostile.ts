/** Answers that hold everything that has ever broken a screen, the same ones every time. */
import { mention, rich } from "../../../../src/chat/answer/rich-text.js";
import type { Answer, AnswerKind, Media, RichText } from "../../../../src/chat/answer/schema.js";
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
  const richText = (): RichText =>
    next() < 0.5 ? text() : rich`${text()}${mention(next() < 0.5 ? "votos" : text(), text())}${text()}`;
  const media = (): Media => {
    const alt = text();
    if (next() < 0.3) return { kind: "bytes", bytes: new Uint8Array(9), type: "image/png", alt };
    return { kind: "link", url: next() < 0.5 ? text() : `https://image.tmdb.org/${text()}`, alt };
  };
  // No option is longer.
  const short = () => text().slice(0, 200);
  const value = () => (next() < 0.3 ? many(20, short) : short() || `tmdb:${few(99)}`);
  const fields = () => many(40, () => ({ name: text(), value: text() }));
  const question = () => ({ command: "votos", options: { titulo: value() } });
  const list = () => ({
    heading: sometimes(richText),
    numbered: next() < 0.5,
    lines: many(60, () => ({
      head: richText(),
      details: sometimes(() => many(2, text)),
      why: sometimes(text),
      asks: next() < 0.5 ? question() : undefined,
    })),
  });
  const choice = () => ({ label: text(), ...question(), inPlace: next() < 0.2 });
  return {
    kind: KINDS[Math.floor(next() * KINDS.length)] ?? "film",
    title: sometimes(richText),
    text: sometimes(richText),
    glance: sometimes(() => many(8, text)),
    fields: sometimes(fields),
    list: sometimes(list),
    folds: sometimes(() =>
      many(40, () => ({
        label: text(),
        text: sometimes(richText),
        fields: sometimes(fields),
        list: sometimes(list),
      })),
    ),
    follow: sometimes(() => many(40, choice)),
    links: sometimes(() =>
      many(10, () => ({
        label: text(),
        url: next() < 0.3 ? text() : `https://www.themoviedb.org/${text()}`,
      })),
    ),
    table: next() < 0.4 ? { head: many(6, text), rows: many(30, () => many(6, text)) } : undefined,
    media: sometimes(media),
    choices: sometimes(() => many(40, choice)),
    actions: sometimes(() =>
      many(40, () => ({
        label: text(),
        action: "contar",
        state: { hasta: few(99), a: value() },
        active: next() < 0.5,
      })),
    ),
    prompt: sometimes(richText),
    footer: sometimes(richText),
    notice: next() < 0.5,
  };
}
