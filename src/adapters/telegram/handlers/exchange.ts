/** Who asks, where their answer goes, and what every kind of update is handled with. */
import type { Api } from "grammy";
import type { Message, User, UserFromGetMe } from "grammy/types";
import type { Asking } from "../../../chat/asking.js";
import type { Bot } from "../../../chat/contract.js";
import type { Languages } from "../../../surface/languages.js";
import { type Address, PLATFORM, placeOf } from "../sending/address.js";
import type { LaterVersions } from "../sending/later.js";

export interface Handling {
  readonly api: Api;
  readonly me: UserFromGetMe;
  /** Taken once for the update. */
  readonly bot: Bot;
  readonly now: () => Date;
  readonly languages: Languages;
  readonly later: LaterVersions;
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
  /** Undefined where nobody can tell who it is. */
  readonly person: User | undefined;
  readonly moderates: boolean;
  /** Undefined where a question stands alone. */
  readonly address?: Address;
}

/** The surroundings of a question. */
export function askingOf(
  { languages, now }: Pick<Handling, "languages" | "now">,
  { person, moderates, address }: Origin,
): Asking {
  const id = isPerson(person) ? `${PLATFORM}:${person.id}` : undefined;
  return {
    locale: languages.of(id ?? "", person?.language_code),
    clientLocale: languages.ofClient(person?.language_code),
    now: now(),
    ...(id === undefined ? {} : { asker: { id, moderates } }),
    ...(address === undefined ? {} : { place: placeOf(address) }),
  };
}

/**
 * The person who wrote a message. Whoever writes as a group or a channel cannot be told from others who do,
 * nor from anybody when a button is pressed.
 */
export function writerOf({ from, sender_chat: group }: Message): User | undefined {
  return group === undefined && isPerson(from) ? from : undefined;
}

/** In a private chat everything is one's own: nobody else is there, and it is theirs to moderate. */
export function isPrivate({ chat }: Pick<Message, "chat">): boolean {
  return chat.type === "private";
}

function isPerson(user: User | undefined): user is User {
  return Number.isSafeInteger(user?.id);
}
