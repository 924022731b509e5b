/** Messages: read, answered, and sent where they came from. */
import type { Message } from "grammy/types";
import type { Asking } from "../../../chat/asking.js";
import { compose } from "../render/compose.js";
import type { MessageContent } from "../render/content.js";
import { greetingKeyboard } from "../render/greeting.js";
import { addressOf, placeOf } from "../sending/address.js";
import { replace, type Shown, send, sendPrompt } from "../sending/send.js";
import { fileOf, peopleIn } from "./document.js";
import {
  ANYBODY,
  askingOf,
  type Exchange,
  type Handling,
  handlingAt,
  isKnownPerson,
  isPrivate,
  writerModerates,
  writerOf,
} from "./exchange.js";
import { type Intent, intentOf } from "./intent.js";
import { type AnswerResponse, answered, type BotResponse, respond } from "./respond.js";
import { dependsOnRights, refusedByLimits, withRights } from "./rights.js";

/** False where it was not meant for us. */
export async function onMessage(everywhere: Handling, message: Message): Promise<boolean> {
  const { me } = everywhere;
  const intent = intentOf(message, me, everywhere.bot.program);
  if (!intent) return false;
  const handling = await handlingAt(everywhere, placeOf(addressOf(message)));
  const { bot } = handling;
  const exchange = await exchangeWithRights(handling, message, intent);
  const asking = withSent(handling, message, exchange.asking);
  const writer = { person: writerOf(message), chat: message.chat };
  const refused = await refusedByLimits({ asking, handling }, writer);
  if (refused === "silent") return false;
  const response = refused ? answered(refused) : await respond(bot, intent, asking);
  await tell(handling, exchange, response);
  return true;
}

async function exchangeWithRights(handling: Handling, message: Message, intent: Intent): Promise<Exchange> {
  const exchange = exchangeOf(handling, message);
  if (!dependsOnRights(intent, handling.bot.program)) return exchange;
  const writer = { person: writerOf(message), chat: message.chat };
  return { ...exchange, asking: await withRights(exchange.asking, handling, writer) };
}

/** With the file that came along, and the people it names. */
function withSent({ readFile }: Handling, message: Message, asking: Asking): Asking {
  const file = fileOf(message, readFile);
  const people = peopleIn(message);
  return { ...asking, ...(people.length > 0 ? { people } : {}), ...(file === undefined ? {} : { file }) };
}

/** The question that a message asks. */
export function exchangeOf(handling: Pick<Handling, "languages" | "now">, message: Message): Exchange {
  const person = writerOf(message);
  const address = addressOf(message);
  const isOwned = !isPrivate(message) && person !== undefined && isKnownPerson(message);
  return {
    asking: askingOf(handling, { person, moderates: writerModerates(message), address, key: keyOf(message) }),
    address,
    owner: isOwned ? String(person.id) : ANYBODY,
  };
}

/** A private chat has its person's number, which a key does not name. */
function keyOf(message: Message): string {
  const { chat, message_id: id } = message;
  return isPrivate(message) ? `private/${id}` : `${chat.id}/${id}`;
}

/** Sends what there is to say as something new. Gives the message, as `send` does; undefined for a prompt. */
export async function tell(
  handling: Handling,
  exchange: Exchange,
  response: BotResponse,
): Promise<Shown | undefined> {
  if (response.kind === "prompt") {
    await sendPrompt(handling.api, exchange.address, response.prompt);
    return undefined;
  }
  const shown = await send(handling.api, exchange.address, contentOf(handling, exchange, response));
  followLater(handling, exchange, response, shown);
  return shown;
}

/** Puts what there is to say in the place of a message; below it where that cannot be. */
export async function tellInPlace(
  handling: Handling,
  exchange: Exchange,
  response: AnswerResponse,
  old: Shown,
  page?: number,
): Promise<void> {
  handling.later.supersede(old);
  const content = contentOf(handling, exchange, response, page);
  const shown = await replace(handling.api, exchange.address, old, content);
  followLater(handling, exchange, response, shown);
}

function followLater(
  handling: Handling,
  exchange: Exchange,
  { later, onShown }: AnswerResponse,
  shown: Shown | undefined,
): void {
  // A photo cannot become the text that is drawn in its place.
  if (shown && !shown.isPhoto)
    void onShown?.({ place: placeOf({ ...exchange.address, chat: shown.chat }), id: String(shown.id) });
  if (!later) return;
  const { api } = handling;
  handling.later.follow(later, shown, (outcome, message) => {
    const content = contentOf(handling, exchange, answered(outcome));
    return message ? replace(api, exchange.address, message, content) : send(api, exchange.address, content);
  });
}

function contentOf(
  { bot, me }: Pick<Handling, "bot" | "me">,
  { asking: { locale }, owner }: Exchange,
  { answer, asked, isGreeting }: AnswerResponse,
  page = 0,
): MessageContent {
  const content = compose(answer, { bot, locale, owner, asked, page });
  return isGreeting ? { ...content, keyboard: greetingKeyboard(me, locale) } : content;
}
