/** Errors of a call: what happened, and as it may be logged, with neither the token nor what people write. */
import { BotError, GrammyError, HttpError } from "grammy";
import { Stopping } from "./stopping.js";
import { causeOf } from "./verdict.js";

export interface Logged {
  /** The network's or Telegram's doing, not a bug of ours. */
  readonly expected: boolean;
  readonly err?: unknown;
  readonly why?: string;
}

export function logged(error: unknown): Logged {
  if (error instanceof BotError) return logged(error.error);
  if (error instanceof GrammyError) {
    // A text that Telegram cannot parse, or that is too long, is a bug of ours.
    const ours = isRefused(error, 400, /can't parse|too long|is empty|INVALID/iu) && !isTooLate(error);
    return { expected: !ours, why: `${error.method}: ${error.error_code} ${error.description}` };
  }
  const failure = causeOf(error);
  if (failure) return { expected: true, why: failure.message };
  if (error instanceof HttpError) return { expected: true, why: error.message };
  if (error instanceof Stopping) return { expected: true, why: error.message };
  return { expected: false, err: error };
}

/** What a log line says of it. */
export function loggable(error: unknown): Omit<Logged, "expected"> {
  const { expected: _, ...details } = logged(error);
  return details;
}

/** Whether whoever pressed a button, or searched, has not been waiting for long. */
export function isTooLate(error: unknown): boolean {
  return isRefused(error, 400, /query is too old|query ID is invalid|QUERY_ID_INVALID/iu);
}

/** How long Telegram asks to wait, in milliseconds; 0 where it does not. */
export function askedToWait(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
}

/** Whether Telegram understood, and does not want it: another form may do. */
export function isRefusal(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 400 && !isTooLate(error);
}

/** Whether there is no such topic, or there is none any more. */
export function isTopicGone(error: unknown): boolean {
  return isRefused(error, 400, /thread not found|TOPIC_(?:DELETED|ID_INVALID)/iu);
}

/** Whether we are in the chat and may not write there. */
export function isMuted(error: unknown): boolean {
  return isRefused(error, 400, NO_RIGHTS);
}

/** Also in words of the MTProto API, which the Bot API passes on. */
const NO_RIGHTS =
  /not enough rights|have no rights|need administrator rights|CHAT_(?:WRITE|GUEST_SEND|SEND_\w+)_FORBIDDEN|CHAT_ADMIN_REQUIRED|USER_BANNED_IN_CHANNEL|TOPIC_CLOSED|CHAT_RESTRICTED/iu;

/**
 * What became of something that could not be sent: "unreachable" where a chat or topic is gone or does not want us, "refused"
 * where we are in it and may not write; else it may work later.
 */
export function failureOf(error: unknown): "unreachable" | "refused" | "failed" {
  const isGone =
    (error instanceof GrammyError && error.error_code === 403) ||
    isTopicGone(error) ||
    isRefused(error, 400, /chat not found|PEER_ID_INVALID/iu);
  if (isGone) return "unreachable";
  return isMuted(error) ? "refused" : "failed";
}

function isRefused(error: unknown, code: number, description: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === code && description.test(error.description);
}
