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
  /** Done already, for whoever pressed: they are told beside the message, which stays as it is. */
  | { readonly kind: "beside"; readonly outcome: Outcome }
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
  const handler = button.beside ? handlerOf(program, button.action) : undefined;
  if (!handler) return { kind: "button", button };
  return { kind: "beside", outcome: await act(botAt(bot, asking), handler, button.state, asking) };
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
  query: CallbackQuery,
  press: Press,
  { locale, place }: Asking,
  { program, username }: { readonly program: Bot["program"]; readonly username: string },
): Promise<void> {
  const { id } = query;
  if (press.kind === "beside") {
    await api.answerCallbackQuery(id, toldBeside(press.outcome, place?.direct === true, username));
    return;
  }
  // What it is acknowledged with is known once it is done.
  if (press.kind === "button" && press.button.kind === "action")
    if (handlerOf(program, press.button.action)?.tellsAside) return;
  const refusal = press.kind === "none" ? press.refusal : undefined;
  const text = refusal && cut(plainText(say(locale, refusal)), LIMITS.alert);
  await api.answerCallbackQuery(id, text === undefined ? {} : { text, show_alert: true });
}

/** A word where that says all; else, among others, the way to where nobody reads along. */
function toldBeside(
  { told, error, answer, alone }: Outcome,
  isAlone: boolean,
  username: string,
): { text?: string; show_alert?: boolean; url?: string } {
  if (error) return { text: cut(plainText(answer.text ?? ""), LIMITS.alert), show_alert: true };
  if (told !== undefined) return { text: cut(told, LIMITS.alert) };
  if (isAlone) return {};
  const payload = alone && payloadOf(alone);
  return payload === undefined ? {} : { url: `https://t.me/${username}?start=${payload}` };
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
  if (press.kind === "beside") {
    const { outcome } = press;
    const isTold = outcome.told !== undefined || outcome.error !== undefined;
    if (!isTold && isPrivate(message))
      await tell(everywhere, exchangeOfPress(everywhere, query, message, ANYBODY), answered(outcome));
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
    // What a button does may depend on who presses it, whoever may press it.
    const rightful = await withRights(asking, handling, { person: query.from, chat: message.chat });
    const outcome = await act(bot, handler, button.state, rightful);
    if (handler.tellsAside) await tellAside(handling, query, outcome);
    // What went wrong stands below, and the buttons stay.
    else if (outcome.error) await tell(handling, exchange, answered(outcome));
    if (!outcome.error) await tellInPlace(handling, exchange, answered(outcome), shownIn(message));
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
  } else if (button.kind === "page" || button.inPlace) {
    const page = button.kind === "page" ? button.page : 0;
    await tellInPlace(handling, exchange, response, shownIn(message), page);
  } else await tell(handling, below, response);
  return true;
}

/**
 * Acknowledges a press with what concerns whoever pressed alone: what went wrong too, which the others need not read. The
 * answer that all see does not depend on it.
 */
async function tellAside({ api }: Handling, { id }: CallbackQuery, outcome: Outcome): Promise<void> {
  const { title = "", text = "" } = outcome.error ? outcome.answer : (outcome.aside ?? { kind: "empty" });
  const told = [title, text].map((part) => plainText(part)).filter((part) => part !== "");
  const shown = cut(told.join("\n"), LIMITS.alert);
  const answer = { text: shown, show_alert: outcome.error !== undefined };
  await api.answerCallbackQuery(id, shown === "" ? {} : answer).catch(() => undefined);
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
