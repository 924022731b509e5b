/** Answers to messages: replies below them, and better versions in the place of those. */
import { randomBytes } from "node:crypto";
import { ApiError, type Rest } from "../connection/rest.js";
import { editOf } from "../interaction/responses.js";
import { object, snowflake } from "../json.js";
import { REFUSAL, type Rendered } from "../protocol.js";
import type { Question } from "./incoming.js";

const PATIENCE = { total: 60_000, perTry: 15_000 } as const;

export class MessageReplies {
  readonly #rest: Rest;
  readonly #token: string;

  constructor(rest: Rest, token: string) {
    this.#rest = rest;
    this.#token = token;
  }

  /** Sends a reply; gives its id. Rejects with an ApiError where Discord does not take it. */
  async send(question: Pick<Question, "id" | "channel">, rendered: Rendered): Promise<string> {
    const { id, channel } = question;
    const reference = { message_id: id, channel_id: channel, fail_if_not_exists: false };
    try {
      return await this.#post(channel, rendered, { message_reference: reference });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== REFUSAL.noHistory) throw error;
      // Who may not read what was written before cannot reply to it, but may answer.
      return this.#post(channel, rendered, {});
    }
  }

  /** Puts another version in the place of a reply. Rejects likewise. */
  async edit(channel: string, id: string, { message, files }: Rendered): Promise<void> {
    const path = `/channels/${channel}/messages/${id}`;
    const [token, patience] = [this.#token, PATIENCE];
    await this.#rest.send({ method: "PATCH", path, body: editOf(message), files, token, patience });
  }

  async #post(channel: string, { message, files }: Rendered, reference: object): Promise<string> {
    const { body } = await this.#rest.send({
      method: "POST",
      path: `/channels/${channel}/messages`,
      // Sent again because its answer was lost, it is still one message.
      body: { ...message, ...reference, nonce: randomBytes(12).toString("hex"), enforce_nonce: true },
      files,
      token: this.#token,
      patience: PATIENCE,
    });
    return snowflake(object(body).id);
  }
}
