/** Answers to pressed buttons, to inline queries, and to whoever called the bot as a guest. */
import { badRequest } from "../refused.js";
import type { StandIn } from "../stand-in.js";
import type { Payload } from "../types.js";

const TOO_OLD = "query is too old and response timeout expired or query ID is invalid";

export function answerCallbackQuery({ queries }: StandIn, payload: Payload): true {
  if (!queries.answer(String(payload.callback_query_id), payload)) throw badRequest(TOO_OLD);
  return true;
}

export function answerGuestQuery({ queries }: StandIn, payload: Payload): { inline_message_id: string } {
  const id = String(payload.guest_query_id);
  if (!queries.answer(id, payload)) throw badRequest(TOO_OLD);
  return { inline_message_id: `guest-${id}` };
}

export function answerInlineQuery({ queries }: StandIn, payload: Payload): true {
  if (!queries.answer(String(payload.inline_query_id), payload)) throw badRequest(TOO_OLD);
  return true;
}
