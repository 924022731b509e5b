/** What became of a message: understood, wrongly understood, asked back, or not understood. */
import type { Outcome } from "../../../src/chat/outcome.js";
import type { AcceptedReading } from "../../questions/messages.js";
import { isSameReading, type Reading } from "./same-reading.js";

export type Verdict = "understood" | "wrong" | "asked" | "not understood";

/** What the bot made of a message. */
export interface Understanding {
  /** Null where it took the message for no question. */
  readonly understood: Reading | null;
  /** Undefined where there was nothing to answer. */
  readonly outcome: Outcome | undefined;
}

export function verdictOf(accept: readonly AcceptedReading[], got: Understanding): Verdict {
  if (accept.some((accepted) => isMet(accepted, got))) return "understood";
  const status = got.outcome?.status;
  if (status === "ok") return "wrong";
  return accept.some(isQuestion) && isAskedBack(got.outcome) ? "asked" : "not understood";
}

function isMet({ command, options }: AcceptedReading, { understood, outcome }: Understanding): boolean {
  switch (command) {
    case null:
      return understood === null && !showsFilm(outcome);
    case "none":
      return outcome?.status === "empty";
    case "ask-back":
      return outcome?.status === "choices";
    default:
      return understood !== null && isSameReading({ command, options }, understood);
  }
}

function isQuestion({ command }: AcceptedReading): boolean {
  return command !== null && command !== "none" && command !== "ask-back";
}

function isAskedBack(outcome: Outcome | undefined): boolean {
  if (outcome?.status === "choices") return true;
  return outcome?.status === "empty" && (outcome.answer.choices ?? []).length > 0;
}

interface FilmsTold {
  readonly film?: unknown;
  readonly films?: readonly unknown[];
  readonly matches?: readonly unknown[];
}

/** Whether an answer tells of a film, or offers one. */
export function showsFilm(outcome: Outcome | undefined): boolean {
  if (!outcome) return false;
  const { film, films = [], matches = [] } = (outcome.result ?? {}) as FilmsTold;
  const offered = (outcome.answer.choices ?? []).flatMap(({ options }) => Object.values(options).flat());
  return (
    outcome.answer.kind === "film" ||
    film !== undefined ||
    films.length + matches.length > 0 ||
    offered.some((value) => String(value).startsWith("tmdb:"))
  );
}
