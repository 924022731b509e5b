/**
 * Messages of ours, and what they say, for whoever looks for one whose answer was lost (`find-sent.ts`): what
 * is known to be another of them is never edited by mistake, and what was edited by mistake can be put back.
 */
import { BoundedMap } from "../../../surface/bounded-map.js";
import { Turns } from "../../../surface/turns.js";

/** Characters kept in all: the last thousands of messages. */
const CHARACTERS_KEPT = 2_000_000;
/** What a message takes besides its text. */
const OVERHEAD = 300;
const CHATS_KEPT = 10_000;
/** Of one chat; more than two at a time are rare. */
const UNPLACED_KEPT = 20;

/** What an edit says to make a message what it was when it was sent. */
export interface Editing {
  readonly method: "editMessageText" | "editMessageCaption";
  /** Without the message and its chat. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A message from the moment it is first sent. */
export interface SentMessage {
  readonly chat: number;
  readonly editing: Editing;
  /**
   * The highest id known where that chat's messages are counted, when it was first sent; 0 where none was.
   */
  readonly before: number;
  /** Where it stands; undefined while that is not known. */
  id?: number;
  /** A message that was edited by mistake in looking for this one, and is to be put back. */
  mistaken?: { readonly id: number; readonly message: SentMessage };
}

export class SentMessages {
  readonly #byPlace = new BoundedMap<string, SentMessage>(CHARACTERS_KEPT);
  /** By chat, oldest first: those on their way, and those of which nobody knows whether they arrived. */
  readonly #unplaced = new BoundedMap<number, readonly SentMessage[]>(CHATS_KEPT);
  readonly #turns = new Turns<number>();

  /**
   * Notes a message that is about to be sent: it may arrive before we hear of it, or without our hearing of
   * it.
   */
  begin(message: SentMessage): void {
    const others = this.#unplaced.get(message.chat) ?? [];
    this.#unplaced.set(message.chat, [...others, message].slice(-UNPLACED_KEPT));
  }

  /** It stands there. */
  place(message: SentMessage, id: number): void {
    message.id = id;
    this.drop(message);
    const { text, caption } = message.editing.parameters;
    const size = String(text ?? caption ?? "").length + OVERHEAD;
    this.#byPlace.set(`${message.chat}:${id}`, message, size);
  }

  /** It did not arrive, and will not. */
  drop(message: SentMessage): void {
    const others = (this.#unplaced.get(message.chat) ?? []).filter((other) => other !== message);
    if (others.length > 0) this.#unplaced.set(message.chat, others);
    else this.#unplaced.delete(message.chat);
  }

  /** What we know to stand there; undefined where it is nothing of ours, or forgotten. */
  at(chat: number, id: number): SentMessage | undefined {
    return this.#byPlace.get(`${chat}:${id}`);
  }

  /** The oldest other message of that chat and kind that may stand anywhere. */
  oldestUnplacedBeside(message: SentMessage): SentMessage | undefined {
    const { chat, editing } = message;
    return this.#unplaced
      .get(chat)
      ?.find((other) => other !== message && other.editing.method === editing.method);
  }

  /** Does work once all that was given before it for that chat is done. */
  inTurn<Result>(chat: number, work: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(chat, work);
  }
}
