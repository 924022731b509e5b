/** What is picked from completions and buttons always means what it was picked for. */
import type { Edition } from "../../src/chat/contract.js";
import type { Completion, CompletionKind, Find, Resolution, Term } from "../../src/find/port.js";

// A record, so that the compiler asks for a new kind here.
const KINDS: Readonly<Record<CompletionKind, true>> = {
  film: true,
  actor: true,
  director: true,
  person: true,
  collection: true,
  company: true,
  month: true,
  weekday: true,
  country: true,
  language: true,
  genre: true,
  platform: true,
  duration: true,
  order: true,
  type: true,
  chart: true,
};

/** Every kind of value that is completed. */
export const COMPLETION_KINDS = Object.keys(KINDS) as readonly CompletionKind[];

const ALL = Number.MAX_SAFE_INTEGER;

/** Everything that can be picked for an option of that kind: what is offered where nothing is typed yet. */
export function everyCompletion({ find }: Edition, kind: CompletionKind, tag: string): readonly Completion[] {
  return find.complete(kind, "", ALL, tag);
}

/** What an option of that kind takes a text for: a row, or a term. */
export function meaningOf(find: Find, kind: CompletionKind, text: string): Resolution<number | Term> {
  switch (kind) {
    case "film":
    case "collection":
    case "company":
      return find[kind](text);
    case "actor":
    case "director":
      return find.person(text, kind);
    case "person":
      return find.person(text);
    default:
      return find.term(kind, text);
  }
}

/**
 * Completions whose value does not mean one thing exactly, or the same thing as another's.
 * @returns their values and labels, for whoever mends it
 */
export function lostValues(find: Find, kind: CompletionKind, completions: readonly Completion[]): string[] {
  const seen = new Set<number | Term>();
  return completions.flatMap(({ value, label }) => {
    const { kind: found, ...meant } = meaningOf(find, kind, value);
    const isExact = "fit" in meant && meant.fit === "exact" && !seen.has(meant.value);
    if (isExact) seen.add(meant.value);
    return isExact ? [] : [`${found}: ${value} (${label})`];
  });
}
