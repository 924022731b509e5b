/** All interactions of late, by token and by message; the oldest are forgotten. */
import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.js";
import type { Message } from "../messages/message.js";
import type { From } from "../types.js";
import { Interaction } from "./interaction.js";

interface Start {
  readonly kind: number;
  readonly from: From;
  readonly optionType?: number;
  readonly source?: Message;
}

export class Interactions {
  #byToken = new Map<string, Interaction>();
  #byMessage = new Map<string, { interaction: Interaction; message: Message }>();
  readonly #clock: Clock;
  readonly #keep: number;

  constructor(clock: Clock, keep: number) {
    this.#clock = clock;
    this.#keep = keep;
  }

  start({ kind, from, optionType = 3, source }: Start): Interaction {
    const id = this.#clock.id();
    const token = Buffer.from(`interaction:${id}:${randomUUID()}`).toString("base64url");
    const interaction = new Interaction(id, token, kind, this.#clock.now(), from, optionType, source);
    this.#byToken.set(token, interaction);
    this.#forget();
    return interaction;
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  /** Remembers a message, so that its components can be used. */
  own(message: Message, interaction: Interaction): void {
    if (!this.#byMessage.has(message.id)) this.#byMessage.set(message.id, { interaction, message });
  }

  byMessage(id: string): { interaction: Interaction; message: Message } | undefined {
    return this.#byMessage.get(id);
  }

  clear(): void {
    for (const interaction of this.#byToken.values()) interaction.release();
    this.#byToken.clear();
    this.#byMessage.clear();
  }

  #forget(): void {
    if (this.#byToken.size <= this.#keep) return;
    const oldest = this.#byToken.values().next().value as Interaction;
    this.#byToken.delete(oldest.token);
    for (const message of oldest.messages()) {
      // A message edited through a later component still belongs to the first interaction only.
      if (this.#byMessage.get(message.id)?.interaction === oldest) this.#byMessage.delete(message.id);
    }
  }
}
