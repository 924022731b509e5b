/** Channels as far as a bot writes to them without being asked. */
import type { Message } from "./messages/message.js";
import { type Refused, refused } from "./refused.js";
import type { ChannelControl, From } from "./types.js";

/** Where every channel is. */
const GUILD = "400000000000000001";

export class Channels implements ChannelControl {
  readonly #sent = new Map<string, Message[]>();
  readonly #closed = new Map<string, () => Refused>();
  /** By nonce: what is sent again is the message of before. */
  readonly #nonces = new Map<string, Message>();

  sent(channel: string): readonly Message[] {
    return this.#sent.get(channel) ?? [];
  }

  close(channel: string, why: "gone" | "forbidden"): void {
    this.#closed.set(channel, why === "gone" ? refused.unknownChannel : refused.missingAccess);
  }

  /** Throws what Discord says of a channel that cannot be written to. */
  check(channel: string): void {
    const refuse = this.#closed.get(channel);
    if (refuse) throw refuse();
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
    this.#closed.clear();
    this.#nonces.clear();
  }
}
