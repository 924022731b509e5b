/** Questions that people write as messages, where the operator grants it: answered by replies. */

import { ask } from "../../../chat/ask.js";
import type { Asker, Asking, Place } from "../../../chat/asking.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import { readHead } from "../../../chat/command/names.js";
import type { Bot } from "../../../chat/contract.js";
import type { Log } from "../../../chat/errors/errors.js";
import { say } from "../../../chat/locale.js";
import type { Outcome } from "../../../chat/outcome.js";
import { beyondLimits } from "../../../chat/place-settings.js";
import type { Admission } from "../../../chat/ports.js";
import { Languages } from "../../../surface/languages.js";
import type { SurfaceOptions } from "../../../surface/port.js";
import { SeenIds } from "../../../surface/seen-ids.js";
import { GuildRoles } from "../connection/guild-roles.js";
import { ApiError, type Rest } from "../connection/rest.js";
import { COMPONENTS_V2, type Rendered } from "../protocol.js";
import { knownCommand } from "../registration/command-names.js";
import type { CommandIds } from "../render/mentions.js";
import { withinLimits } from "../render/within-limits.js";
import type { Grants } from "../settings.js";
import { REFUSED, SAID } from "../words.js";
import { type Question, readQuestion } from "./incoming.js";
import { Pace } from "./pace.js";
import { MessageReplies } from "./replies.js";

/** Answers that are made or sent at a time; more than Discord would take of us anyway. */
const MOST_AT_ONCE = 200;
/** From then on what names no command, and would have to be guessed at, is given up: commands are answered yet. */
const GUESSES_AT_ONCE = 100;
/** What is said to us without a word asks what we are for. */
const WORDLESS = "/ayuda";

export interface MessageQuestionsParts extends Pick<SurfaceOptions, "bot" | "locale" | "now"> {
  readonly rest: Rest;
  readonly token: string;
  readonly grants: Grants;
  readonly commandIds: CommandIds;
  readonly log: Log;
  /** Aborted when we end: better versions are not waited for. */
  readonly ending: AbortSignal;
}

export interface MessageFigures {
  answered: number;
  /** Answers that did not get through, and questions that were given up because too many came at once. */
  lost: number;
  repeated: number;
}

/** A question, and what answers it. */
interface Exchange {
  readonly question: Question;
  readonly bot: Bot;
  readonly asking: Asking;
  readonly commandIds: CommandIds;
}

export class MessageQuestions {
  readonly figures: MessageFigures = { answered: 0, lost: 0, repeated: 0 };
  readonly #parts: MessageQuestionsParts;
  readonly #languages: Languages;
  readonly #replies: MessageReplies;
  readonly #roles: GuildRoles;
  readonly #seen = new SeenIds<string>();
  readonly #pace = new Pace();
  #underWay = 0;

  constructor(parts: MessageQuestionsParts) {
    this.#parts = parts;
    this.#languages = new Languages(parts.locale, parts.bot().ports);
    this.#replies = new MessageReplies(parts.rest, parts.token);
    this.#roles = new GuildRoles(parts.rest, parts.token);
  }

  /**
   * Answers a message, where it is said to us. Never rejects.
   * @param me our own id
   */
  async take(payload: unknown, me: string): Promise<void> {
    const { grants, bot, log, commandIds } = this.#parts;
    const question = readQuestion(payload, me, grants);
    if (!question || !this.#isNew(question)) return;
    const admission = this.#admit(question);
    if (admission === "silent") return;
    this.#underWay++;
    try {
      const current = bot();
      await current.ports.places?.prepare(placeOf(question));
      const asking = await this.#askingOf(question, current);
      const exchange = { question, bot: current, asking, commandIds };
      if (admission === "told") return await this.#askToWait(exchange);
      const refused = await this.#refusedByLimits(current, question, asking);
      if (refused === "silent") return;
      const outcome = refused ?? (await ask(current, question.text || WORDLESS, exchange.asking));
      const reply = await this.#send(outcome, exchange);
      this.figures.answered++;
      if (reply !== undefined) void this.#improve(outcome, reply, exchange);
    } catch (error) {
      this.figures.lost++;
      log.warn({ err: error, channel: question.channel }, "Discord: a message could not be answered");
    } finally {
      this.#underWay--;
    }
  }

  /** The id of the reply; undefined where Discord kept the answer back and the person was told why. */
  async #send(outcome: Outcome, exchange: Exchange): Promise<string | undefined> {
    const { question, asking } = exchange;
    try {
      return await this.#replies.send(question, rendered(outcome, exchange));
    } catch (error) {
      const words = error instanceof ApiError ? REFUSED.get(error.code) : undefined;
      if (!words) throw error;
      const text = say(asking.locale, words);
      const told = { ...outcome, asked: null, answer: { kind: "error", text } } as const;
      await this.#replies.send(question, rendered(told, exchange));
      return undefined;
    }
  }

  #isNew({ id }: Question): boolean {
    const isNew = this.#seen.isNew(id);
    if (!isNew) this.figures.repeated++;
    return isNew;
  }

  /** Where too much is under way, or its writer writes too fast. */
  #admit({ author, text }: Question): Admission {
    const { command, slash } = readHead(this.#parts.bot().program.commands, text);
    const isGuess = text !== "" && (command === undefined || !slash);
    if (this.#underWay >= (isGuess ? GUESSES_AT_ONCE : MOST_AT_ONCE)) {
      this.figures.lost++;
      return "silent";
    }
    return this.#pace.admit(author, performance.now());
  }

  async #askToWait(exchange: Exchange): Promise<void> {
    const text = say(exchange.asking.locale, SAID.stillTooMany);
    const outcome = { status: "error", command: null, asked: null, result: null, cacheable: false } as const;
    await this.#replies.send(
      exchange.question,
      rendered({ ...outcome, answer: { kind: "error", text } }, exchange),
    );
  }

  /** As `beyondLimits`, for those who do not moderate: whether they do is looked up once they ask too much. */
  async #refusedByLimits(
    bot: Bot,
    question: Question,
    asking: Asking,
  ): Promise<Outcome | "silent" | undefined> {
    const refused = await beyondLimits(bot, asking);
    return refused !== undefined && (await this.#moderates(question)) ? undefined : refused;
  }

  async #moderates({ guild, roles }: Question): Promise<boolean> {
    return guild !== undefined && (await this.#roles.moderate(guild, roles));
  }

  /** Messages tell no language: who chose one is answered in it, others in their community's or the operator's. */
  async #askingOf(question: Question, bot: Bot): Promise<Asking> {
    const { id, author } = question;
    const person = `discord:${author}`;
    const place = placeOf(question);
    return {
      locale: this.#languages.of(person, { place }),
      clientLocale: this.#languages.ofClient({ place }),
      now: this.#parts.now(),
      asker: await this.#askerOf(person, question, bot),
      place,
      // Of the channel messages tell nothing either.
      ageRestricted: false,
      key: id,
    };
  }

  /** What they may do is looked up where something depends on it; who owns a server has no role that says so. */
  async #askerOf(id: string, question: Question, { program }: Bot): Promise<Asker> {
    const { command } = readHead(program.commands, question.text);
    const depends = command !== undefined && (command.effect === "write" || command.access !== "anyone");
    const moderates = depends && (await this.#moderates(question));
    return moderates ? { id, moderates } : { id, moderates, isUncertain: true };
  }

  /** Puts better versions in the place of a reply as they come. Never rejects. */
  async #improve({ later }: Outcome, reply: string, exchange: Exchange): Promise<void> {
    if (!later) return;
    const better = await later();
    if (this.#parts.ending.aborted) return;
    try {
      await this.#replies.edit(exchange.question.channel, reply, rendered(better, exchange));
    } catch (error) {
      this.#parts.log.warn({ err: error }, "Discord: a better version could not be shown");
      return;
    }
    await this.#improve(better, reply, exchange);
  }
}

function placeOf({ channel, guild }: Question): Place {
  return {
    platform: "discord",
    ...(guild === undefined ? { direct: true } : { server: guild }),
    chat: channel,
  };
}

/** What everybody may see, as everything in a channel. */
function rendered(outcome: Outcome, { question, bot, asking, commandIds }: Exchange): Rendered {
  const { asked } = outcome;
  const command = asked ? knownCommand(bot.program, asked.command) : undefined;
  const form = {
    asker: question.author,
    open: true,
    asked:
      command && asked
        ? () => ({ ...asked, options: exactOptions(bot.edition, command, asked.options) })
        : undefined,
  };
  const { message, files } = withinLimits(outcome, { bot, asking, commandIds }, form);
  return { message: { ...message, flags: COMPONENTS_V2 }, files };
}
