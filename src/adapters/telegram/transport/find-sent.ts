/**
 * Whether a message arrived of which we only know that we sent it. The Bot API has no way to ask, and none to send
 * something at most once; but a message that is edited into what it already says is refused as "not modified", and
 * its id can only be one of the next few. So nothing is sent twice because an answer was lost, and nothing is lost
 * because we did not dare to send it again.
 */
import type { ApiResponse, Message } from "grammy/types";
import type { Chats } from "./chats.js";

/** Beyond these, other chats have been so busy meanwhile that we send again rather than go on looking. */
const MOST_LOOKS = 8;
/** Ids that others may have taken since the last one we know. */
const MARGIN = 2;

export type SendPayload = Readonly<Record<string, unknown>> & { readonly chat_id: number };

type Call = (method: string, payload: Record<string, unknown>) => Promise<ApiResponse<unknown>>;

/** What can be looked for: a message whose every part an edit can repeat. */
export function canBeFound(method: string, { reply_markup: markup }: SendPayload): boolean {
  const editable = markup === undefined || Object.hasOwn(markup as object, "inline_keyboard");
  return editable && (method === "sendMessage" || method === "sendPhoto");
}

/**
 * The id of the message, where it stands in the chat; 0 where it does not. Rejects where Telegram does not answer.
 * @param before the highest id known when it was first sent
 */
export async function findSent(
  call: Call,
  method: string,
  payload: SendPayload,
  chats: Chats,
  before: number,
): Promise<number> {
  const last = Math.max(before, chats.lastMessage(payload.chat_id)) + MARGIN;
  for (let id = before + 1; id <= Math.min(last, before + MOST_LOOKS); id++) {
    const answer = await call(...asEdit(method, payload, id));
    if (answer.ok || /message is not modified/iu.test(answer.description)) return id;
    if (answer.error_code === 429 || answer.error_code >= 500) throw new Error("cannot look now");
  }
  return 0;
}

function asEdit(method: string, payload: SendPayload, id: number): [string, Record<string, unknown>] {
  const { chat_id, parse_mode, reply_markup, text, caption, link_preview_options } = payload;
  const where = {
    chat_id,
    message_id: id,
    parse_mode,
    ...(reply_markup === undefined ? {} : { reply_markup }),
  };
  return method === "sendPhoto"
    ? ["editMessageCaption", { ...where, caption }]
    : ["editMessageText", { ...where, text, link_preview_options }];
}

/** The message as far as we know it. */
export function asMessage(
  payload: SendPayload,
  id: number,
): Pick<Message, "message_id" | "date"> & { chat: { id: number } } {
  return { message_id: id, date: 0, chat: { id: payload.chat_id } };
}
