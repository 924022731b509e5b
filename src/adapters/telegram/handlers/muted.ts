/** A group in which we may not write: whoever asked there is told alone. */
import type { Message } from "grammy/types";
import { say } from "../../../chat/locale.js";
import { lines } from "../render/markup.js";
import { send } from "../sending/send.js";
import { mutedIn } from "../words.js";
import { askingOf, type Handling, isKnownPerson, isPrivate } from "./exchange.js";

/** Rejects where they never wrote to us: then we may not write to them either. */
export async function tellMuted(handling: Handling, message: Message): Promise<void> {
  const { from: person, chat } = message;
  if (!person || isPrivate(message) || !isKnownPerson(message)) return;
  const { locale } = askingOf(handling, { person, moderates: false });
  const text = say(locale, mutedIn(chat.title ?? ""));
  await send(handling.api, { chat: person.id }, { lines: lines(text), keyboard: [] });
}
