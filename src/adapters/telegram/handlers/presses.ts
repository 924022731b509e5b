/** Pressed buttons: acknowledged at once, then their message becomes the new answer. */
import type { Api } from "grammy";
import type { CallbackQuery, Message } from "grammy/types";
import { plainText, type RichWords } from "../../../chat/answer/rich-text.js";
import type { Asking } from "../../../chat/asking.js";
import { refuseUnlessAllowed } from "../../../chat/command/access.js";
import type { ActionHandler, Bot } from "../../../chat/contract.js";
import { UserError } from "../../../chat/errors/errors.js";
import { say } from "../../../chat/locale.js";
import type { Outcome } from "../../../chat/outcome.js";
import { botAt } from "../../../chat/place-settings.js";
import { act } from "../../../chat/run.js";
import { cut } from "../../../chat/text.js";
import { type Button, decodeButton, isInert } from "../../../surface/buttons.js";
import { composeFold } from "../render/compose.js";
import { commandOf } from "../render/keyboard.js";
import { LIMITS } from "../render/limits.js";
import { addressOf, placeOf } from "../sending/address.js";
import { send, shownIn } from "../sending/send.js";
import { NOT_YOURS, UNREADABLE } from "../words.js";
import { ANYBODY, askingOf, type Exchange, type Handling, handlingAt, isPrivate } from "./exchange.js";
import { tell, tellInPlace } from "./messages.js";
import { answered, respondTo } from "./respond.js";
import { refusedByLimits, withRights } from "./rights.js";
import { payloadOf } from "./start.js";

/** What a press asks for. */
export type Press =
  | { readonly kind: "button"; readonly button: Button }
  /** A shared button: done already, so that whoever pressed is told what came of it as it is acknowledged. */
  | { readonly kind: "done"; readonly shared: "update" | "reply"; readonly outcome: Outcome }
  /** Nothing follows; where it can be told why, it is. */
  | { readonly kind: "none"; readonly refusal?: RichWords };

/** Quick: the button spins until Telegram is told. Rejects for what is no query at all. */
export async function readPress(
  bot: Bot,
  query: CallbackQuery,
  asking: Asking,
  /** The same with what they may do, for which Telegram may have to be asked. */
  withRights: () => Promise<Asking>,
): Promise<Press> {
  const { program, ports } = bot;
  const { data = "", message, from } = query;
  if (isInert(data)) return { kind: "none" };
  const commands = [...program.commands, ...program.operatorCommands];
  const button = await decodeButton(data, commands, ports.shortKeys);
  if (typeof button === "string") return { kind: "none", refusal: UNREADABLE[button] };
  const isOwn = [ANYBODY, String(from.id)].includes(button.asker) || (message && isPrivate(message));
  if (!isOwn) return { kind: "none", refusal: NOT_YOURS };
  if (button.kind !== "action") return { kind: "button", button };
  const refusal = await refusalOf(button.action, program, asking, withRights);
  if (refusal) return { kind: "none", refusal };
  const { shared } = button;
  const handler = shared ? handlerOf(program, button.action) : undefined;
  if (!handler || !shared) return { kind: "button", button };
  // What is everybody's may depend on who presses it, whoever may press it.
  const needsRights = shared === "update" || handler.access !== "anyone" || handler.usesRights === true;
  const rightful = needsRights ? await withRights() : asking;
  if (asking.place) await ports.places?.prepare(asking.place);
  return { kind: "done", shared, outcome: await act(botAt(bot, rightful), handler, button.state, rightful) };
}

/**
 * Told beside the message: where others read it too, what one of them may not do is no reason to replace it.
 */
async function refusalOf(
  action: string,
  program: Bot["program"],
  asking: Asking,
  withRights: () => Promise<Asking>,
): Promise<RichWords | undefined> {
  const handler = handlerOf(program, action);
  if (!handler) return UNREADABLE.old;
  const { asker } = handler.access === "anyone" ? asking : await withRights();
  try {
    refuseUnlessAllowed(handler.access, asker, program);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.words;
    throw error;
  }
}

function handlerOf({ actions }: Bot["program"], action: string): ActionHandler | undefined {
  return actions.find(({ name }) => name === action);
}

/** Tells Telegram that the press arrived, and whoever pressed what came of it where they alone are to know. */
export async function acknowledge(
  api: Api,
  { id }: CallbackQuery,
  press: Press,
  { locale, place }: Asking,
  username: string,
): Promise<void> {
  if (press.kind === "done") {
    await api.answerCallbackQuery(id, toldAside(press.outcome, place?.direct === true, username));
    return;
  }
  const refusal = press.kind === "none" ? press.refusal : undefined;
  const text = refusal && cut(plainText(say(locale, refusal)), LIMITS.alert);
  await api.answerCallbackQuery(id, text === undefined ? {} : { text, show_alert: true });
}

/** A few words where there are any; else, among others, the way to where nobody reads along. */
function toldAside(
  outcome: Outcome,
  isAlone: boolean,
  username: string,
): { text?: string; show_alert?: boolean; url?: string } {
  const text = wordsFor(outcome);
  // What went wrong is nothing that the others need to read.
  if (outcome.error) return { text, show_alert: true };
  if (text !== "") return { text };
  const { privately } = outcome.aside ?? {};
  const payload = isAlone ? undefined : privately && payloadOf(privately);
  return payload === undefined ? {} : { url: `https://t.me/${username}?start=${payload}` };
}

/** What there is to say in the few words that a press can be acknowledged with; empty where there is nothing. */
function wordsFor({ error, answer, aside = {} }: Outcome): string {
  const { title = "", text = "" } = error ? answer : (aside.answer ?? {});
  const words =
    error || aside.text === undefined ? [title, text].map((part) => plainText(part)) : [aside.text];
  return cut(words.filter((part) => part !== "").join("\n"), LIMITS.alert);
}

/** The surroundings of a press. */
export function askingOfPress(
  handling: Pick<Handling, "languages" | "now">,
  { id, from, message }: CallbackQuery,
): Asking {
  const moderates = message !== undefined && isPrivate(message);
  return askingOf(handling, {
    person: from,
    moderates,
    key: id,
    ...(message && { address: addressOf(message as Message) }),
  });
}

/** False where nothing follows. */
export async function onPress(everywhere: Handling, query: CallbackQuery, press: Press): Promise<boolean> {
  // Only messages in chats have buttons that ask; those sent through inline mode have links.
  const message = query.message as Message | undefined;
  if (press.kind === "none" || !message) return false;
  if (press.kind === "done") {
    const { shared, outcome } = press;
    const exchange = exchangeOfPress(everywhere, query, message, ANYBODY);
    if (shared === "update") {
      if (!outcome.error && hasButton(message, query))
        await tellInPlace(everywhere, exchange, answered(outcome), shownIn(message));
    } else if (wordsFor(outcome) === "") {
      if (isPrivate(message)) await tell(everywhere, exchange, answered(outcome));
      else if (outcome.aside?.privately === undefined) await tellBelow(everywhere, query, message, outcome);
    }
    return true;
  }
  const { button } = press;
  const handling = await handlingAt(everywhere, placeOf(addressOf(message)));
  const { bot } = handling;
  const exchange = exchangeOfPress(handling, query, message, button.asker);
  const { asking } = exchange;
  if (button.kind === "action") {
    const handler = handlerOf(bot.program, button.action);
    if (!handler) return false;
    const rightful = await withRights(asking, handling, { person: query.from, chat: message.chat });
    const outcome = await act(bot, handler, button.state, rightful);
    // What went wrong stands below, and the buttons stay.
    if (outcome.error || !hasButton(message, query)) await tell(handling, exchange, answered(outcome));
    else await tellInPlace(handling, exchange, answered(outcome), shownIn(message));
    return true;
  }
  const { command: name, options } = button.asked;
  const command = commandOf(bot, name);
  if (!command) return false;
  const writer = { person: query.from, chat: message.chat };
  const refused = button.kind === "choice" ? await refusedByLimits({ asking, handling }, writer) : undefined;
  if (refused === "silent") return false;
  if (refused) {
    await tell(handling, belowOf(message, query, exchange), answered(refused));
    return true;
  }
  const isWrite = command.effect === "write" || command.access !== "anyone";
  const rightful = isWrite ? await withRights(asking, handling, writer) : asking;
  const response = await respondTo(bot, command, options, rightful);
  // A prompt has to be a message of its own: nobody can be asked by an edited one.
  if (response.kind === "prompt") {
    await tell(handling, exchange, response);
    return true;
  }
  const below = belowOf(message, query, exchange);
  if (button.kind === "fold") {
    const content = composeFold(response.answer, button.index, asking.locale);
    if (content) await send(handling.api, below.address, content);
  } else if ((button.kind === "page" || button.inPlace) && hasButton(message, query)) {
    const page = button.kind === "page" ? button.page : 0;
    await tellInPlace(handling, exchange, response, shownIn(message), page);
  } else await tell(handling, below, response);
  return true;
}

/**
 * Whether the message has the button that was pressed. Clients may send what they like: whoever makes up a button does not
 * change what others read. One that was there until a moment ago is answered all the same.
 */
function hasButton({ reply_markup: markup }: Message, { data }: CallbackQuery): boolean {
  const buttons = markup?.inline_keyboard.flat() ?? [];
  return buttons.some((button) => "callback_data" in button && button.callback_data === data);
}

/**
 * Nobody can be answered alone here, nor anywhere else: then all see it, in a message of its own that only whoever pressed
 * goes on with. What they pressed under is everybody's, and stays.
 */
async function tellBelow(
  handling: Handling,
  query: CallbackQuery,
  message: Message,
  outcome: Outcome,
): Promise<void> {
  const exchange = belowOf(message, query, exchangeOfPress(handling, query, message, ANYBODY));
  const shown = await tell(handling, exchange, answered(outcome));
  await handling.ownMessages.replace(handling.api, shownIn(message), query.from.id, shown);
}

/** An answer of its own below the message, in answer to that, and whoever pressed has its buttons. */
function belowOf(message: Message, { from }: CallbackQuery, { asking, address }: Exchange): Exchange {
  if (isPrivate(message)) return { asking, address, owner: ANYBODY };
  return { asking, address: { ...address, replyTo: message.message_id }, owner: String(from.id) };
}

/**
 * Where a new message goes if the old one cannot be edited: to the same topic, in answer to the same
 * question.
 */
function exchangeOfPress(
  handling: Handling,
  query: CallbackQuery,
  message: Message,
  owner: string,
): Exchange {
  const { replyTo: _, ...address } = addressOf(message);
  const question = message.reply_to_message?.message_id;
  return {
    asking: askingOfPress(handling, query),
    address: {
      ...address,
      ...(question === undefined || isPrivate(message) ? {} : { replyTo: question }),
    },
    owner,
  };
}
