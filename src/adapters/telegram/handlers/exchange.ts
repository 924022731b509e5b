/** Who asks, where their answer goes, and what every kind of update is handled with. */
import type { Api } from "grammy";
import type { Message, User, UserFromGetMe } from "grammy/types";
import type { Asking, Place } from "../../../chat/asking.js";
import type { Bot } from "../../../chat/contract.js";
import { botAt } from "../../../chat/place-settings.js";
import type { Languages } from "../../../surface/languages.js";
import { type Address, PLATFORM, placeOf } from "../sending/address.js";
import type { LaterVersions } from "../sending/later.js";
import type { OwnMessages } from "../sending/own-messages.js";
import type { Administrators } from "../transport/administrators.js";
import type { ReadFile } from "./document.js";

export interface Handling {
  readonly api: Api;
  readonly me: UserFromGetMe;
  /** Taken once for the update. */
  readonly bot: Bot;
  readonly now: () => Date;
  readonly languages: Languages;
  readonly later: LaterVersions;
  readonly administrators: Administrators;
  readonly ownMessages: OwnMessages;
  readonly readFile: ReadFile;
}

/** What an update of a place is handled with, once it is known what holds there, or that cannot be told now. */
export async function handlingAt(handling: Handling, place: Place): Promise<Handling> {
  await handling.bot.ports.places?.prepare(place);
  return { ...handling, bot: botAt(handling.bot, { place }) };
}

/** A question and where its answer goes. */
export interface Exchange {
  readonly asking: Asking;
  readonly address: Address;
  /** Number of the person who may press the answer's buttons; "0" is anybody. */
  readonly owner: string;
}

/** Whose buttons may be pressed by anybody. */
export const ANYBODY = "0";

interface Origin {
  /** Who writes: a person, or the group or channel that they write as. */
  readonly person: Writer | undefined;
  readonly moderates: boolean;
  /** Undefined where a question stands alone. */
  readonly address?: Address;
  /** See `Asking.key`. */
  readonly key?: string;
}

/** The surroundings of a question. */
export function askingOf(
  { languages, now }: Pick<Handling, "languages" | "now">,
  { person, moderates, address, key }: Origin,
): Asking {
  const id = isPerson(person) ? `${PLATFORM}:${person.id}` : undefined;
  const place = address && placeOf(address);
  const reader = { client: person?.language_code, place };
  return {
    locale: languages.of(id ?? "", reader),
    clientLocale: languages.ofClient(reader),
    now: now(),
    ...(id === undefined ? {} : { asker: { id, moderates } }),
    ...(place === undefined ? {} : { place }),
    ...(key === undefined ? {} : { key }),
  };
}

export type Writer = Pick<User, "id" | "language_code">;

/**
 * Who wrote a message. Of those who write as a group or a channel Telegram says no more than as what they do, and
 * shows a bot of its own: they are that group or channel, all of them alike.
 */
export function writerOf({ from, sender_chat: group }: Message): Writer | undefined {
  if (group !== undefined) return { id: group.id };
  return isPerson(from) ? from : undefined;
}

/** Whether it is a person of whom Telegram can tell when they press a button. */
export function isKnownPerson({ from, sender_chat: group }: Message): boolean {
  return group === undefined && isPerson(from);
}

/**
 * Whether who writes moderates where they write: their own chat with us is theirs, and only administrators write as the
 * group itself.
 */
export function writerModerates(message: Message): boolean {
  return isPrivate(message) || (!isGuest(message) && message.sender_chat?.id === message.chat.id);
}

/** Whether we were called into a chat that we are not a member of. */
export function isGuest({ guest_query_id: query }: Message): boolean {
  return query !== undefined;
}

/** In a private chat everything is one's own: nobody else is there, and it is theirs to moderate. */
export function isPrivate({ chat }: Pick<Message, "chat">): boolean {
  return chat.type === "private";
}

function isPerson<Person extends Writer>(user: Person | undefined): user is Person {
  return Number.isSafeInteger(user?.id);
}
