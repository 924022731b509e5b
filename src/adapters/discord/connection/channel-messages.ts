/** Messages that nobody asked for at that moment: sent to a channel with the bot's own token. */
import { createHash, randomBytes } from "node:crypto";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Place, ShownMessage } from "../../../chat/asking.js";
import type { Bot } from "../../../chat/contract.js";
import type { Log } from "../../../chat/errors/errors.js";
import type { Locale } from "../../../chat/locale.js";
import { ANYBODY } from "../../../surface/buttons.js";
import type { Delivery, Sending } from "../../../surface/port.js";
import { editOf } from "../interaction/responses.js";
import { list, object, snowflake } from "../json.js";
import type { Message, Rendered } from "../protocol.js";
import { breachesOf } from "../render/limits.js";
import type { CommandIds } from "../render/mentions.js";
import { render } from "../render/message.js";
import { botOf } from "./bot-id.js";
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
  send(place: Place, answer: Answer, locale: Locale, sending?: Sending): Promise<Delivery> {
    return this.#deliver(place, async (channel, token) => {
      const { message, files } = this.#rendered(answer, locale);
      const path = `/channels/${channel}/messages`;
      if (sending?.begun && (await this.#stands(message, `${path}?${since(sending.begun)}`, token))) return;
      // Sent again because its answer was lost, it is still one message.
      const body = { ...message, nonce: nonceOf(sending), enforce_nonce: true };
      await this.#parts.rest.send({ method: "POST", path, body, files, token, patience: PATIENCE });
    });
  }

  /** Puts an answer in the place of what a message of ours says. Never rejects. */
  redraw({ place, id }: ShownMessage, answer: Answer, locale: Locale): Promise<Delivery> {
    const edited = async (channel: string, token: string) => {
      const { message, files } = this.#rendered(answer, locale);
      const path = `/channels/${channel}/messages/${snowflake(id)}`;
      const body = editOf(message);
      await this.#parts.rest.send({ method: "PATCH", path, body, files, token, patience: PATIENCE });
    };
    // Whatever is written in a thread brings it back: then it can be edited.
    return this.#deliver(place, edited, "failed");
  }

  /**
   * Whether a message that a process began to send stands there: one of the bot's own that nobody asked for, with the same
   * buttons. Where the bot may not read, nothing is found.
   */
  async #stands(message: Message, path: string, token: string): Promise<boolean> {
    const own = buttonsIn(message.components);
    const { body } = await this.#parts.rest
      .send({ method: "GET", path, token, patience: PATIENCE })
      .catch(() => ({ body: [] }));
    return list(body)
      .map(object)
      .some(
        ({ author, interaction_metadata: asked, components }) =>
          object(author).id === botOf(token) &&
          asked === undefined &&
          [...buttonsIn(components)].some((id) => own.has(id)),
      );
  }

  async #deliver(
    { platform, chat, topic }: Place,
    work: (channel: string, token: string) => Promise<void>,
    inArchive: "refused" | "failed" = "refused",
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
      return failureOf(error, inArchive);
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

/**
 * What Discord itself says of it; a proxy on the way would have no code, and may be gone next time.
 * @param inArchive what it comes to in a thread that is archived, and that a message did not bring back
 */
function failureOf(error: unknown, inArchive: "refused" | "failed"): Exclude<Delivery, "sent"> {
  if (!(error instanceof ApiError) || error.code === 0) return "failed";
  if (error.code === ARCHIVED_THREAD) return inArchive;
  if (error.status === 404) return "unreachable";
  const isForbidden = error.status === 403 && error.code !== NETWORK_ERROR;
  return isForbidden || error.code === LOCKED_THREAD ? "refused" : "failed";
}

/** What Discord's own network says where it lets nobody in. */
const NETWORK_ERROR = 40_333;
/** A thread that is locked. */
const LOCKED_THREAD = 160_005;
/** A thread that is archived: a message brings it back, unless it is locked. */
const ARCHIVED_THREAD = 50_083;

/** The same for the same thing: Discord makes one message of it for some minutes. At most 25 characters. */
function nonceOf(sending: Sending | undefined): string {
  const bytes = sending ? createHash("sha256").update(sending.key).digest() : randomBytes(12);
  return bytes.toString("hex", 0, 12);
}

/** Milliseconds from which Discord counts, and by which clocks may differ. */
const EPOCH = 1_420_070_400_000;
const CLOCKS = 5_000;

function since(begun: Date): string {
  const after = BigInt(Math.max(0, begun.getTime() - CLOCKS - EPOCH)) << 22n;
  return `after=${after}&limit=100`;
}

/** What buttons and menus anywhere in it carry. */
function buttonsIn(part: unknown, found = new Set<string>()): ReadonlySet<string> {
  for (const one of list(part).map(object)) {
    if (typeof one.custom_id === "string") found.add(one.custom_id);
    buttonsIn(one.components, found);
  }
  return found;
}
