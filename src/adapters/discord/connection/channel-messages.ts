/** Messages that nobody asked for at that moment: sent to a channel with the bot's own token. */
import { randomBytes } from "node:crypto";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Place } from "../../../chat/asking.js";
import type { Bot } from "../../../chat/contract.js";
import type { Log } from "../../../chat/errors/errors.js";
import type { Locale } from "../../../chat/locale.js";
import { ANYBODY } from "../../../surface/buttons.js";
import type { Delivery } from "../../../surface/port.js";
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
  async send({ platform, chat, topic }: Place, answer: Answer, locale: Locale): Promise<Delivery> {
    const { rest, token, bot, commandIds, log } = this.#parts;
    const channel = topic ?? chat;
    if (platform !== "discord" || !/^\d{1,20}$/u.test(channel)) return "unreachable";
    if (token === undefined) return "failed";
    try {
      const { program, ports } = bot();
      const owner = { program, shortKeys: ports.shortKeys, asker: ANYBODY, open: true };
      const { message, files } = render(answer, { ...owner, locale, commandIds });
      const [breach] = breachesOf(message);
      if (breach) throw new Error(`${breach.rule} at ${breach.at}, ${breach.length} characters`);
      // Sent again because its answer was lost, it is still one message.
      const body = { ...message, nonce: randomBytes(12).toString("hex"), enforce_nonce: true };
      await rest.send({
        method: "POST",
        path: `/channels/${channel}/messages`,
        body,
        files,
        token,
        patience: PATIENCE,
      });
      return "sent";
    } catch (error) {
      log.warn({ err: error, channel }, "Discord: a message could not be sent to a channel");
      return isGone(error) ? "unreachable" : "failed";
    }
  }
}

/** Whether Discord itself says that the channel is not there, or not for us: a proxy on the way would have no code. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 403 || error.status === 404) && error.code !== 0;
}
