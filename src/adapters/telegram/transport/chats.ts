/** What we know of chats: where they moved to, which ones do not want us, which message came last. */
import { BoundedMap } from "../../../surface/bounded-map.js";

const CHATS_KEPT = 10_000;
/** Nobody tells us when a group takes us back: then we try again. */
const CLOSED_FOR = 3_600_000;
/** Ids of supergroups and channels; private chats and groups share one count of messages. */
const SUPERGROUPS = -1_000_000_000_000;

interface ChatsParts {
  readonly now?: () => number;
  readonly onMove?: (from: number, to: number) => void;
}

export class Chats {
  readonly #moved = new BoundedMap<number, number>(CHATS_KEPT);
  readonly #closed = new BoundedMap<number, number>(CHATS_KEPT);
  readonly #floods = new BoundedMap<number, number>(CHATS_KEPT);
  readonly #last = new BoundedMap<number, number>(CHATS_KEPT);

  readonly #now: () => number;
  readonly #onMove: (from: number, to: number) => void;

  /** @param parts.onMove told once of each move that we hear of */
  constructor({ now = Date.now, onMove = () => undefined }: ChatsParts = {}) {
    this.#now = now;
    this.#onMove = onMove;
  }

  /** A group became a supergroup. */
  move(from: number, to: number): void {
    if (from === to || this.#moved.get(from) === to) return;
    this.#moved.set(from, to);
    this.#onMove(from, to);
  }

  /** Where a chat is by now. */
  current(chat: number): number {
    return this.#moved.get(chat) ?? chat;
  }

  /** The bot was blocked, or removed. */
  close(chat: number): void {
    this.#closed.set(chat, this.#now() + CLOSED_FOR);
  }

  /** Somebody writes to us from there. */
  open(chat: number): void {
    this.#closed.delete(chat);
  }

  isClosed(chat: number): boolean {
    return (this.#closed.get(chat) ?? 0) > this.#now();
  }

  /** Telegram wants nothing written there for a while. */
  flood(chat: number, milliseconds: number): void {
    this.#floods.set(chat, this.#now() + milliseconds);
  }

  /** For how long still; 0 where nothing is in the way. */
  floodLeft(chat: number): number {
    return Math.max(0, (this.#floods.get(chat) ?? 0) - this.#now());
  }

  /** A message with that id exists. */
  saw(chat: number, message: number): void {
    const counter = counterOf(chat);
    if (message > (this.#last.get(counter) ?? 0)) this.#last.set(counter, message);
  }

  /** The highest id known where that chat's messages are counted. */
  lastMessage(chat: number): number {
    return this.#last.get(counterOf(chat)) ?? 0;
  }
}

/** By what a chat's messages are counted. */
function counterOf(chat: number): number {
  return chat < SUPERGROUPS ? chat : 0;
}
