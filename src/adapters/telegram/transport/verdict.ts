/** What an answer of Telegram, or the lack of one, means for the call. */
import type { ApiResponse } from "grammy/types";
import { CallFailure } from "./transport.js";

export type Verdict =
  | { readonly kind: "done" }
  /** Not now; nothing was done. */
  | { readonly kind: "flood"; readonly milliseconds: number }
  /** The group is a supergroup now, somewhere else. */
  | { readonly kind: "moved"; readonly to: number }
  /** The chat does not want us. */
  | { readonly kind: "closed" }
  /** It may work next time; `mayHaveArrived` where it may also have worked this time. */
  | { readonly kind: "trouble"; readonly mayHaveArrived: boolean }
  /** It will never work like this. */
  | { readonly kind: "refused" };

/** How a call ended: what Telegram answered, or what was thrown instead. */
export type Ending = { readonly answer: ApiResponse<unknown> } | { readonly error: unknown };

/** Telegram gives a second where it gives none. */
const FLOOD_UNSAID = 1;

export function verdictOf(ending: Ending): Verdict {
  if ("error" in ending) {
    const failure = causeOf(ending.error);
    return { kind: "trouble", mayHaveArrived: failure?.mayHaveArrived ?? true };
  }
  const { answer } = ending;
  if (answer.ok) return { kind: "done" };
  const { error_code: code, parameters } = answer;
  if (code === 429) return { kind: "flood", milliseconds: (parameters?.retry_after ?? FLOOD_UNSAID) * 1000 };
  if (parameters?.migrate_to_chat_id !== undefined)
    return { kind: "moved", to: parameters.migrate_to_chat_id };
  if (code === 403) return { kind: "closed" };
  if (code >= 500) return { kind: "trouble", mayHaveArrived: true };
  return { kind: "refused" };
}

/** grammY wraps what a transport throws. */
export function causeOf(error: unknown): CallFailure | undefined {
  if (error instanceof CallFailure) return error;
  const { error: inner } = (error ?? {}) as { error?: unknown };
  return inner instanceof CallFailure ? inner : undefined;
}
