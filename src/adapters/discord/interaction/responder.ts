/** An interaction in, its responses out: the same for the gateway and for HTTP. Nothing here touches the network. */
import type { RichWords } from "../../../chat/answer/rich-text.js";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Asking } from "../../../chat/asking.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import type { Bot, Command } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import { say } from "../../../chat/locale.js";
import { failed, type Outcome } from "../../../chat/outcome.js";
import { act } from "../../../chat/run.js";
import { ANYBODY, type Button, decodeButton, isInert } from "../../../surface/buttons.js";
import { Languages } from "../../../surface/languages.js";
import type { SurfaceOptions } from "../../../surface/port.js";
import { RESPONSE } from "../protocol.js";
import { knownCommand } from "../registration/command-names.js";
import { withinLimits } from "../render/within-limits.js";
import { PUBLIC_OPTION, SAID, UNREADABLE } from "../words.js";
import { choicesOf, completions } from "./completions.js";
import { type Incoming, type Interaction, readInteraction } from "./incoming.js";
import { inTime, type Pace, type Responses, type Update } from "./responses.js";

export type ResponderOptions = Pick<SurfaceOptions, "bot" | "locale" | "now">;

/** An interaction, and what answers it. */
interface Exchange {
  readonly interaction: Interaction;
  readonly bot: Bot;
  readonly asking: Asking;
  readonly pace: Pace;
}

/** What is to be answered, and for whom. */
interface Job {
  /** Name of the command or action. */
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  /** Whose question it is, where its pages can be turned. */
  readonly command?: Command;
  readonly page: number;
  /** Id of whoever's answer it is. */
  readonly asker: string;
  /** Whether it takes the place of the message whose button was pressed. */
  readonly replaces: boolean;
  /** Whether all may see it. */
  readonly open: boolean;
}

type IncomingOf<Kind extends Incoming["kind"]> = Extract<Incoming, { kind: Kind }>;

export class Responder {
  readonly #options: ResponderOptions;
  readonly #languages: Languages;

  constructor(options: ResponderOptions) {
    this.#options = options;
    this.#languages = new Languages(options.locale, options.bot().ports.languages);
  }

  /**
   * Answers what Discord sent; undefined where that is nothing anybody could answer. Never rejects.
   * @param since when it arrived, by `performance.now()`
   */
  respond(payload: unknown, since = performance.now()): Promise<Responses | undefined> {
    return this.#respond(payload, { since, hurry: false });
  }

  /** Like `respond`, without the work: an answer is promised, and nothing is completed. */
  promise(payload: unknown): Promise<Responses | undefined> {
    return this.#respond(payload, { since: performance.now(), hurry: true });
  }

  async #respond(payload: unknown, pace: Pace): Promise<Responses | undefined> {
    const incoming = readInteraction(payload);
    if (!incoming) return undefined;
    if (incoming.kind === "ping") return { first: { type: RESPONSE.pong } };
    const { interaction } = incoming;
    const exchange = { interaction, bot: this.#options.bot(), asking: this.#askingOf(interaction), pace };
    try {
      return { interaction, ...(await respondTo(incoming, exchange)) };
    } catch (error) {
      const told = incoming.kind === "complete" ? { first: choicesOf([]) } : bug(error, null, exchange);
      return { interaction, ...told };
    }
  }

  #askingOf({ user, asker, place, languages }: Interaction): Asking {
    return {
      locale: this.#languages.of(`discord:${user}`, ...languages),
      clientLocale: this.#languages.ofClient(...languages),
      now: this.#options.now(),
      asker,
      place,
    };
  }
}

async function respondTo(
  incoming: Exclude<Incoming, { kind: "ping" }>,
  exchange: Exchange,
): Promise<Responses> {
  switch (incoming.kind) {
    case "complete": {
      const { bot, asking, pace } = exchange;
      return { first: choicesOf(pace.hurry ? [] : completions(bot, incoming, asking.locale)) };
    }
    case "command":
      return respondToCommand(incoming, exchange);
    case "component":
      return respondToComponent(incoming, exchange);
    case "unknown":
      return refuse(SAID.notUnderstood, exchange);
  }
}

async function respondToCommand(incoming: IncomingOf<"command">, exchange: Exchange): Promise<Responses> {
  const { bot, asking, interaction } = exchange;
  const { [PUBLIC_OPTION.name]: open, ...options } = incoming.options;
  const command = knownCommand(bot.program, incoming.command);
  if (!command) return refuse(SAID.unknownCommand, exchange);
  return answer(
    {
      name: command.name,
      run: () => dispatch(bot, command, options, asking),
      command,
      page: 0,
      asker: interaction.user || ANYBODY,
      replaces: false,
      open: open !== false,
    },
    exchange,
  );
}

async function respondToComponent(incoming: IncomingOf<"component">, exchange: Exchange): Promise<Responses> {
  const { customId, values, ephemeral } = incoming;
  const { commands, operatorCommands } = exchange.bot.program;
  // A menu shows something; what was picked of it is a button's text.
  const text = isInert(customId) ? (values[0] ?? "") : customId;
  const button = await decodeButton(text, [...commands, ...operatorCommands], exchange.bot.ports.shortKeys);
  if (typeof button === "string") return refuse(UNREADABLE[button], exchange);
  return respondToButton(button, !ephemeral, exchange);
}

/** @param shown whether all see the message that the button stands under */
function respondToButton(button: Button, shown: boolean, exchange: Exchange): Promise<Responses> {
  const { bot, asking, interaction } = exchange;
  const { asker } = button;
  const own = asker === ANYBODY || asker === interaction.user;
  if (button.kind === "action") {
    if (!own) return refuse(SAID.notYourButton, exchange);
    const handler = bot.program.actions.find(({ name }) => name === button.action);
    if (!handler) return refuse(UNREADABLE.old, exchange);
    const run = () => act(bot, handler, button.state, asking);
    return answer({ name: handler.name, run, page: 0, asker, replaces: true, open: shown }, exchange);
  }
  const command = knownCommand(bot.program, button.asked.command);
  if (!command) return refuse(UNREADABLE.old, exchange);
  const job = {
    name: command.name,
    run: () => dispatch(bot, command, button.asked.options, asking),
    command,
  };
  if (button.kind === "page") {
    if (!own) return refuse(SAID.notYourPages, exchange);
    return answer({ ...job, page: button.page, asker, replaces: true, open: shown }, exchange);
  }
  // What somebody picks below another's answer is told to them alone.
  const open = button.open && own;
  return answer({ ...job, page: 0, asker: interaction.user || ANYBODY, replaces: false, open }, exchange);
}

async function answer(job: Job, exchange: Exchange): Promise<Responses> {
  const { name, run, replaces, open } = job;
  const make = async () => updateOf(await run(), job, exchange);
  const responses = await inTime({ make, replaces, open }, exchange.pace);
  const refused = () => new Error(`/${name}: Discord refused the answer`);
  return { ...responses, apology: () => bug(refused(), name, exchange).first };
}

function updateOf(outcome: Outcome, job: Job, exchange: Exchange): Update {
  const { asked, later } = outcome;
  const { page, asker, replaces, open } = job;
  const { bot } = exchange;
  // A sentence is answered by another command than the one it came with.
  const command = job.command && asked ? knownCommand(bot.program, asked.command) : undefined;
  const isError = outcome.status === "error";
  // An error takes nothing away that was there.
  const beside = replaces && isError;
  const rendered = withinLimits(outcome, exchange, {
    asker,
    open,
    page,
    asked:
      command && asked
        ? () => ({ ...asked, options: exactOptions(bot.edition, command, asked.options) })
        : undefined,
    ephemeral: beside || (!replaces && (!open || outcome.status !== "ok")),
  });
  return {
    ...rendered,
    beside,
    better: later && (async () => updateOf(await later(), job, exchange)),
  };
}

function bug(error: unknown, command: string | null, exchange: Exchange): Responses {
  return tell(failed(error, command, exchange.asking, exchange.bot).answer, exchange);
}

async function refuse(words: RichWords, exchange: Exchange): Promise<Responses> {
  return tell({ kind: "error", text: say(exchange.asking.locale, words) }, exchange);
}

/** Told to nobody else. */
function tell(told: Answer, exchange: Exchange): Responses {
  const form = { asker: exchange.interaction.user || ANYBODY, open: false, ephemeral: true };
  const { message } = withinLimits({ answer: told, command: null }, exchange, form);
  return { first: { type: RESPONSE.message, data: message } };
}
