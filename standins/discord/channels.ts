/** Channels as far as a bot writes to them without being asked. */
import type { Message } from "./messages/message.js";
import type { Replied } from "./messages/written.js";
import { type Refused, refused } from "./refused.js";
import type { ChannelControl, From, Json } from "./types.js";

/** Where every channel is. */
const GUILD = "400000000000000001";

const CLOSINGS = {
  gone: refused.unknownChannel,
  forbidden: refused.missingAccess,
  archived: refused.archivedThread,
} as const;

export class Channels implements ChannelControl {
  readonly #sent = new Map<string, Message[]>();
  /** What people wrote. */
  readonly #written = new Map<string, Json>();
  readonly #closed = new Map<string, () => Refused>();
  /** Channels whose messages the bot may not read. */
  readonly #unreadable = new Set<string>();
  /** By nonce: what is sent again is the message of before. */
  readonly #nonces = new Map<string, Message>();

  sent(channel: string): readonly Message[] {
    return this.#sent.get(channel) ?? [];
  }

  /** What the bot itself sent there, as far as it may read it. */
  readable(channel: string): readonly Message[] {
    return this.#unreadable.has(channel) ? [] : this.sent(channel).filter(({ deleted }) => !deleted);
  }

  /** A message that the bot itself sent there. */
  own(channel: string, id: string): Message | undefined {
    return this.sent(channel).find((message) => message.id === id);
  }

  close(channel: string, why: "gone" | "forbidden" | "archived" | "unreadable"): void {
    if (why === "unreadable") this.#unreadable.add(channel);
    else this.#closed.set(channel, CLOSINGS[why]);
  }

  /** Throws what Discord says of a channel that cannot be written to. */
  check(channel: string): void {
    const refuse = this.#closed.get(channel);
    if (refuse) throw refuse();
  }

  write(message: Json): void {
    this.#written.set(String(message.id), message);
  }

  /** A message of a channel, whoever wrote it, as it is replied to. Throws where the bot may not read it. */
  replied(channel: string, id: string): Replied | undefined {
    if (this.#unreadable.has(channel)) throw refused.noHistory();
    return this.find(channel, id);
  }

  find(channel: string, id: string): Replied | undefined {
    const json =
      this.sent(channel)
        .find((message) => message.id === id)
        ?.toJson() ?? this.#written.get(id);
    return json?.channel_id === channel ? { id, author: json.author as Json, json } : undefined;
  }

  add(channel: string, message: Message, nonce: string | undefined): void {
    this.#sent.set(channel, [...this.sent(channel), message]);
    if (nonce !== undefined) this.#nonces.set(`${channel} ${nonce}`, message);
  }

  byNonce(channel: string, nonce: string | undefined): Message | undefined {
    return nonce === undefined ? undefined : this.#nonces.get(`${channel} ${nonce}`);
  }

  message(id: string): Message | undefined {
    return [...this.#sent.values()].flat().find((message) => message.id === id);
  }

  /** Whence a component of that message is used. */
  from(messageId: string): From {
    const found = [...this.#sent].find(([, messages]) => messages.some(({ id }) => id === messageId));
    return { channel: found?.[0], guild: GUILD };
  }

  clear(): void {
    this.#sent.clear();
    this.#written.clear();
    this.#closed.clear();
    this.#unreadable.clear();
    this.#nonces.clear();
  }
}
