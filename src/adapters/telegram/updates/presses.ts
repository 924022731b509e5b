/** Pressed buttons: acknowledged at once, then their message becomes the new answer. */
import type { CallbackQuery, Message } from "grammy/types";
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { type ButtonData, decode } from "../render/callback-data.js";
import { type Handling, sheetOf, tell } from "./messages.js";
import { type Place, placeOf } from "./place.js";
import { replace } from "../render/respond.js";
import { chosenLanguage } from "../render/screens.js";
import { NOT_YOURS, OLD_BUTTON, SETTINGS } from "../words.js";

/** What a press asks for, and what Telegram is told about it before anything else happens. */
export interface Press {
  readonly query: CallbackQuery;
  readonly locale: Locale;
  readonly data: ButtonData | undefined;
  /** Why nothing follows. */
  readonly refusal: Words | undefined;
}

/** Pure and quick: the button spins until Telegram is told. */
export function readPress(
  { desk, languages }: Pick<Handling, "desk" | "languages">,
  query: CallbackQuery,
): Press {
  const data = decode(query.data ?? "", desk.services.commands);
  const refusal = refusalOf(data, query);
  return { query, locale: languages.of(query.from), data, refusal };
}

function refusalOf(data: ButtonData | undefined, { from, message }: CallbackQuery): Words | undefined {
  if (data === undefined) return OLD_BUTTON;
  if (data.kind === "label") return undefined;
  if (data.kind === "language" && chosenLanguage(data.choice) === null) return OLD_BUTTON;
  // Alone with the bot everything is one's own; elsewhere an answer belongs to whoever asked for it.
  const isOwn = data.asker === 0 || data.asker === from.id || message?.chat.type === "private";
  return isOwn ? undefined : NOT_YOURS;
}

/** Tells Telegram that the press arrived. */
export async function acknowledge(
  { api }: Pick<Handling, "api">,
  { query, locale, data, refusal }: Press,
): Promise<void> {
  const language = data?.kind === "language" && refusal === undefined;
  const text = refusal ?? (language ? SETTINGS.saved : undefined);
  await api.answerCallbackQuery(query.id, {
    ...(text === undefined ? {} : { text: say(locale, text) }),
    ...(refusal === undefined ? {} : { show_alert: true }),
  });
}

export async function onPress(handling: Handling, { query, locale, data, refusal }: Press): Promise<void> {
  const { message, from } = query;
  // Only messages in chats have buttons that ask; those sent through inline mode have links.
  if (refusal !== undefined || data === undefined || data.kind === "label" || !message) return;
  const place = placeOfPress(message as Message, data.asker);
  if (data.kind === "language") {
    handling.languages.choose(from, chosenLanguage(data.choice) ?? undefined);
    const chosen = handling.languages.of(from);
    const sheet = sheetOf(handling, { kind: "settings" }, chosen, data.asker, from.id);
    await replace(handling.api, place, message as Message, sheet);
    return;
  }
  const saying = await handling.desk.answer(data, locale);
  if (saying.kind === "prompt") {
    // A prompt has to be a message of its own: nobody can be asked by an edited one.
    await tell(handling, place, saying, locale, from.id);
    return;
  }
  handling.lastAnswers.note(place, saying);
  const sheet = sheetOf(handling, saying, locale, data.asker, from.id, data.page);
  await replace(handling.api, place, message as Message, sheet);
}

/** Where a new message goes if the old one cannot be edited: to the same topic, in answer to the same question. */
function placeOfPress(message: Message, asker: number): Place {
  const { replyTo: _, ...place } = placeOf(message);
  const question = message.reply_to_message?.message_id;
  return {
    ...place,
    asker,
    ...(question === undefined || message.chat.type === "private" ? {} : { replyTo: question }),
  };
}
