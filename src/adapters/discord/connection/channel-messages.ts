/** Messages that nobody asked for at that moment: sent to a channel with the bot's own token. */
import { randomBytes } from "node:crypto";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Place, ShownMessage } from "../../../chat/asking.js";
import type { Bot } from "../../../chat/contract.js";
import type { Log } from "../../../chat/errors/errors.js";
import type { Locale } from "../../../chat/locale.js";
import { ANYBODY } from "../../../surface/buttons.js";
import type { Delivery } from "../../../surface/port.js";
import { editOf } from "../interaction/responses.js";
import { snowflake } from "../json.js";
import type { Rendered } from "../protocol.js";
import { breachesOf } from "../render/limits.js";
import type { CommandIds } from "../render/mentions.js";
import { render } from "../render/message.js";
import { ApiError, type Rest } from "./rest.js";

const PATIENCE = { total: 60_000, perTry: 15_000 } as const;

export interface ChannelMessagesParts {
  readonly rest: Rest;
  /** The bot's; without one nothing can be sent. */
  readonly token: string | undefined;
  readonly bot: () => Bot;
  readonly commandIds: CommandIds;
  readonly log: Log;
}

export class ChannelMessages {
  readonly #parts: ChannelMessagesParts;

  constructor(parts: ChannelMessagesParts) {
    this.#parts = parts;
  }

  /** Sends an answer to a channel, or a thread where the place names one; anybody may press its buttons. Never rejects. */
  send(place: Place, answer: Answer, locale: Locale): Promise<Delivery> {
    return this.#deliver(place, async (channel, token) => {
      const { message, files } = this.#rendered(answer, locale);
      // Sent again because its answer was lost, it is still one message.
      const body = { ...message, nonce: randomBytes(12).toString("hex"), enforce_nonce: true };
      const path = `/channels/${channel}/messages`;
      await this.#parts.rest.send({ method: "POST", path, body, files, token, patience: PATIENCE });
    });
  }

  /** Puts an answer in the place of what a message of ours says. Never rejects. */
  redraw({ place, id }: ShownMessage, answer: Answer, locale: Locale): Promise<Delivery> {
    return this.#deliver(place, async (channel, token) => {
      const { message, files } = this.#rendered(answer, locale);
      const path = `/channels/${channel}/messages/${snowflake(id)}`;
      const body = editOf(message);
      await this.#parts.rest.send({ method: "PATCH", path, body, files, token, patience: PATIENCE });
    });
  }

  async #deliver(
    { platform, chat, topic }: Place,
    work: (channel: string, token: string) => Promise<void>,
  ): Promise<Delivery> {
    const { token, log } = this.#parts;
    const channel = topic ?? chat;
    if (platform !== "discord" || !/^\d{1,20}$/u.test(channel)) return "unreachable";
    if (token === undefined) return "failed";
    try {
      await work(channel, token);
      return "sent";
    } catch (error) {
      log.warn({ err: error, channel }, "Discord: a message could not be put into a channel");
      return isGone(error) ? "unreachable" : "failed";
    }
  }

  /** Within every limit, and everybody's. */
  #rendered(answer: Answer, locale: Locale): Rendered {
    const { bot, commandIds } = this.#parts;
    const { program, ports } = bot();
    const owner = { program, shortKeys: ports.shortKeys, asker: ANYBODY, open: true };
    const rendered = render(answer, { ...owner, locale, commandIds });
    const [breach] = breachesOf(rendered.message);
    if (breach) throw new Error(`${breach.rule} at ${breach.at}, ${breach.length} characters`);
    return rendered;
  }
}

/** Whether Discord itself says that the channel is not there, or not for us: a proxy on the way would have no code. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 403 || error.status === 404) && error.code !== 0;
}
