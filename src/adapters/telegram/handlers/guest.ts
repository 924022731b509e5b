/** Messages from chats that we are no member of: whoever mentions us there is answered once, as a guest. */
import type { Message } from "grammy/types";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Locale } from "../../../chat/locale.js";
import { articleOf, withoutPicture } from "../render/article.js";
import { isRefusal } from "../transport/failures.js";
import { askingOf, type Handling, writerOf } from "./exchange.js";
import { intentOf } from "./intent.js";
import { answer } from "./respond.js";

/** False where it was not meant for us. */
export async function onGuestMessage(handling: Handling, message: Message): Promise<boolean> {
  const { me, bot } = handling;
  const intent = intentOf(message, me, bot.program);
  if (!intent) return false;
  // The chat's number may be that of another one: nothing is remembered of it, and nobody moderates it.
  const asking = askingOf(handling, { person: writerOf(message), moderates: false });
  const told = await answer(bot, intent, asking);
  await answerGuest(handling, message, told.answer, asking.locale);
  return true;
}

/** Answers it; without a picture where Telegram takes none of it. */
export async function answerGuest(
  { api, bot, me }: Handling,
  { guest_query_id: query }: Message,
  told: Answer,
  locale: Locale,
): Promise<void> {
  if (query === undefined) return;
  const result = articleOf(told, { bot, locale, username: me.username, id: "guest" });
  try {
    await api.answerGuestQuery(query, result);
  } catch (error) {
    if (!isRefusal(error) || result.thumbnail_url === undefined) throw error;
    await api.answerGuestQuery(query, withoutPicture(result));
  }
}
