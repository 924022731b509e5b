/** An interaction in, its responses out: the same for the gateway and for HTTP. Nothing here touches the network. */
import { joinTexts, type RichWords } from "../../../chat/answer/rich-text.js";
import type { Answer } from "../../../chat/answer/schema.js";
import { ask } from "../../../chat/ask.js";
import type { Asking } from "../../../chat/asking.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import type { Bot } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import { say } from "../../../chat/locale.js";
import { failed, type Outcome } from "../../../chat/outcome.js";
import { beyondLimits, botAt, settingsAt } from "../../../chat/place-settings.js";
import { act } from "../../../chat/run.js";
import { ANYBODY, type Button, decodeButton, isInert } from "../../../surface/buttons.js";
import { Languages } from "../../../surface/languages.js";
import type { SurfaceOptions } from "../../../surface/port.js";
import { type Message, RESPONSE } from "../protocol.js";
import { knownCommand } from "../registration/command-names.js";
import { type CommandIds, NO_IDS } from "../render/mentions.js";
import { withinLimits } from "../render/within-limits.js";
import { MESSAGE_COMMAND, PRIVATE_COMMANDS, PUBLIC_OPTION, REFUSED, SAID, UNREADABLE } from "../words.js";
import { type Fetching, sentFile } from "./attachment.js";
import { choicesOf, completions } from "./completions.js";
import { type Incoming, type Interaction, readInteraction } from "./incoming.js";
import { inTime, type Pace, type Responses, type Update } from "./responses.js";

export interface ResponderOptions extends Pick<SurfaceOptions, "bot" | "locale" | "now"> {
  /** None unless said. */
  readonly commandIds?: CommandIds;
  /** How what people send is fetched from Discord; over the network unless said. */
  readonly fetching?: Fetching;
}

/** An interaction, and what answers it. */
interface Exchange {
  readonly interaction: Interaction;
  readonly bot: Bot;
  readonly asking: Asking;
  readonly pace: Pace;
  readonly commandIds: CommandIds;
  readonly fetching: Fetching | undefined;
}

/** What is to be answered, and for whom. */
interface Job {
  /** Name of the command or action. */
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  /** Whether a question is asked, the pages of whose answer can be turned. */
  readonly asks?: boolean;
  readonly page: number;
  /** Which fold of the answer is shown; the answer itself where none is. */
  readonly fold?: number;
  /** Id of whoever's answer it is. */
  readonly asker: string;
  /** Whether it takes the place of the message whose button was pressed. */
  readonly replaces: boolean;
  /** Whether only an answer takes that place, and what was there stays where there is none. */
  readonly keeps?: boolean;
  /** Whether that message is of before there were components. */
  readonly overEmbeds?: boolean;
  /** Whether anybody may press what asks for it: then there may be something that whoever did is told alone. */
  readonly isShared?: boolean;
  /** Whether all may see it. */
  readonly open: boolean;
}

type IncomingOf<Kind extends Incoming["kind"]> = Extract<Incoming, { kind: Kind }>;

export class Responder {
  readonly #options: ResponderOptions;
  readonly #languages: Languages;

  constructor(options: ResponderOptions) {
    this.#options = options;
    this.#languages = new Languages(options.locale, options.bot().ports);
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
    const { commandIds = NO_IDS, fetching } = this.#options;
    const anywhere = this.#options.bot();
    const { place } = interaction;
    // A place that is not known yet is waited for a moment; where others wait too, nobody does.
    const preparing =
      place && incoming.kind !== "complete" ? anywhere.ports.places?.prepare(place) : undefined;
    if (preparing && !pace.hurry) await preparing;
    const asking = this.#askingOf(interaction);
    const bot = botAt(anywhere, asking);
    const exchange = { interaction, bot, asking, pace, commandIds, fetching };
    try {
      return { interaction, ...(await respondTo(incoming, exchange)) };
    } catch (error) {
      const told = incoming.kind === "complete" ? { first: choicesOf([]) } : bug(error, null, exchange);
      return { interaction, ...told };
    }
  }

  #askingOf({ id, user, asker, place, ageRestricted, languages }: Interaction): Asking {
    const [client, server] = languages;
    const reader = { client, server, place };
    return {
      locale: this.#languages.of(`discord:${user}`, reader),
      clientLocale: this.#languages.ofClient(reader),
      now: this.#options.now(),
      asker,
      place,
      ageRestricted,
      key: id,
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
    case "message":
      return respondToMessage(incoming, exchange);
    case "unknown":
      return refuse(SAID.notUnderstood, exchange);
  }
}

async function respondToCommand(incoming: IncomingOf<"command">, exchange: Exchange): Promise<Responses> {
  const { bot, asking, interaction } = exchange;
  const { [PUBLIC_OPTION.name]: open, ...options } = incoming.options;
  const command = knownCommand(bot.program, incoming.command);
  if (!command) return refuse(SAID.unknownCommand, exchange);
  const refused = await refusedByLimits(exchange);
  if (refused) return refused;
  const isPrivate = PRIVATE_COMMANDS.has(command.name) || settingsAt(bot, asking.place).answers === "private";
  return answer(
    {
      name: command.name,
      run: () => dispatch(bot, command, options, withSent(asking, incoming, exchange)),
      asks: true,
      page: 0,
      asker: interaction.user || ANYBODY,
      replaces: false,
      open: isPrivate ? open === true : open !== false,
    },
    exchange,
  );
}

/** With the people it names, and the file that was picked for it. */
function withSent(
  asking: Asking,
  { people, attached }: IncomingOf<"command">,
  { fetching }: Exchange,
): Asking {
  return {
    ...asking,
    ...(people.length > 0 ? { people } : {}),
    ...(attached === undefined ? {} : { file: sentFile(attached, fetching) }),
  };
}

/** Searches for what somebody wrote: whoever asked for that sees it, nobody else did. */
async function respondToMessage({ text }: IncomingOf<"message">, exchange: Exchange): Promise<Responses> {
  const { bot, asking, interaction } = exchange;
  if (text === "") return refuse(SAID.nothingWritten, exchange);
  const refused = await refusedByLimits(exchange);
  if (refused) return refused;
  const asker = interaction.user || ANYBODY;
  const run = () => ask(bot, text, asking);
  return answer(
    { name: MESSAGE_COMMAND.name, run, asks: true, page: 0, asker, replaces: false, open: false },
    exchange,
  );
}

async function respondToComponent(incoming: IncomingOf<"component">, exchange: Exchange): Promise<Responses> {
  const { customId, values, ephemeral, laidOut } = incoming;
  const { commands, operatorCommands } = exchange.bot.program;
  // A menu shows something; what was picked of it is a button's text.
  const text = isInert(customId) ? (values[0] ?? "") : customId;
  const button = await decodeButton(text, [...commands, ...operatorCommands], exchange.bot.ports.shortKeys);
  if (typeof button === "string") return refuse(UNREADABLE[button], exchange);
  return respondToButton(button, { shown: !ephemeral, overEmbeds: !laidOut }, exchange);
}

/** The message that a button stands under. */
interface Beneath {
  /** Whether all see it. */
  readonly shown: boolean;
  /** Whether it is of before there were components. */
  readonly overEmbeds: boolean;
}

async function respondToButton(button: Button, beneath: Beneath, exchange: Exchange): Promise<Responses> {
  const { bot, asking, interaction } = exchange;
  const { shown, overEmbeds } = beneath;
  const { asker } = button;
  const own = asker === ANYBODY || asker === interaction.user;
  if (button.kind === "action") {
    if (!own) return refuse(SAID.notYourButton, exchange);
    const handler = bot.program.actions.find(({ name }) => name === button.action);
    if (!handler) return refuse(UNREADABLE.old, exchange);
    const run = () => act(bot, handler, button.state, asking);
    const name = handler.name;
    if (button.shared === "reply") {
      const me = interaction.user || ANYBODY;
      return answer({ name, run, page: 0, asker: me, replaces: false, open: false }, exchange);
    }
    const isShared = button.shared !== undefined;
    return answer({ name, run, page: 0, asker, replaces: true, isShared, open: shown, overEmbeds }, exchange);
  }
  const command = knownCommand(bot.program, button.asked.command);
  if (!command) return refuse(UNREADABLE.old, exchange);
  const job = {
    name: command.name,
    run: () => dispatch(bot, command, button.asked.options, asking),
    asks: true,
  };
  const me = interaction.user || ANYBODY;
  switch (button.kind) {
    case "page": {
      if (!own) return refuse(SAID.notYourPages, exchange);
      const { page, fold } = button;
      return answer({ ...job, page, fold, asker, replaces: true, open: shown, overEmbeds }, exchange);
    }
    case "fold":
      // Whoever opens it sees it, and has its pages for themselves.
      return answer(
        { ...job, page: 0, fold: button.index, asker: me, replaces: false, open: false },
        exchange,
      );
    case "choice": {
      const refused = await refusedByLimits(exchange, { first: { type: RESPONSE.deferredUpdate } });
      if (refused) return refused;
      // What somebody picks below another's answer is told to them alone.
      const replaces = button.inPlace === true && own;
      const open = own && (replaces ? shown : button.open);
      return answer({ ...job, page: 0, asker: me, replaces, keeps: replaces, open, overEmbeds }, exchange);
    }
  }
}

/**
 * What is told of a question that is one too many, to who asks alone; undefined where it is answered.
 * @param silence what is sent once that was told. After a command Discord would show an error of its own if nothing were.
 */
async function refusedByLimits(exchange: Exchange, silence?: Responses): Promise<Responses | undefined> {
  const { bot, asking } = exchange;
  const refused = await beyondLimits(bot, asking);
  if (refused === "silent")
    return silence ?? tell({ kind: "error", text: say(asking.locale, SAID.stillTooMany) }, exchange);
  return refused && tell(refused.answer, exchange);
}

async function answer(job: Job, exchange: Exchange): Promise<Responses> {
  const { name, run, replaces, open } = job;
  const apology = (code: number) => apologyFor(code, name, exchange);
  const make = async () => ({ ...updateOf(await run(), job, exchange), apology });
  const responses = await inTime({ make, replaces, open }, exchange.pace);
  return { ...responses, apology };
}

/** What is told of an answer that Discord refused: why, where it is no fault of ours. */
function apologyFor(code: number, name: string, exchange: Exchange): Message {
  const words = REFUSED.get(code);
  if (words) return messageOf({ kind: "error", text: say(exchange.asking.locale, words) }, exchange);
  const refused = new Error(`/${name}: Discord refused the answer`);
  return messageOf(failed(refused, name, exchange.asking, exchange.bot).answer, exchange);
}

function updateOf(outcome: Outcome, job: Job, exchange: Exchange): Update {
  const { asked, later } = outcome;
  const { page, fold, asker, replaces, keeps = false, isShared = false, open, overEmbeds = false } = job;
  const aside = isShared ? outcome.aside : undefined;
  if (aside?.answer && !open)
    return updateOf({ ...outcome, answer: aside.answer, aside: undefined }, job, exchange);
  const { bot } = exchange;
  // A sentence is answered by another command than the one it came with.
  const command = job.asks && asked ? knownCommand(bot.program, asked.command) : undefined;
  // An error takes nothing away that was there.
  const beside = replaces && (outcome.status === "error" || (keeps && outcome.status !== "ok"));
  const shown = fold === undefined ? outcome : foldOf(outcome, fold, exchange);
  const rendered = withinLimits(shown, exchange, {
    asker,
    open,
    page,
    fold,
    asked:
      command && asked
        ? () => ({ ...asked, options: exactOptions(bot.edition, command, asked.options) })
        : undefined,
    ephemeral: beside || (!replaces && (!open || outcome.status !== "ok")),
  });
  return {
    ...rendered,
    beside,
    overEmbeds,
    onShown: open && !beside ? shownTo(outcome, exchange) : undefined,
    better: aside
      ? async () => besideOf(aside.answer ?? { kind: "figure", text: aside.text ?? "" }, exchange)
      : later && (async () => updateOf(await later(), job, exchange)),
  };
}

function shownTo({ onShown }: Outcome, { interaction: { place } }: Exchange): Update["onShown"] {
  return onShown && place && ((id) => onShown({ place, id }));
}

/** What is told beside an answer, to who pressed alone. */
function besideOf(aside: Answer, exchange: Exchange): Update {
  const form = { asker: exchange.interaction.user || ANYBODY, open: false, ephemeral: true };
  const rendered = withinLimits({ answer: aside, command: null }, exchange, form);
  return { ...rendered, beside: true, overEmbeds: false };
}

/** A closed part of an answer as an answer of its own; one that is gone with what was there before is said to be. */
function foldOf(outcome: Outcome, at: number, { asking }: Exchange): Pick<Outcome, "answer" | "command"> {
  const { answer: whole, command, status } = outcome;
  if (status === "error") return outcome;
  const fold = whole.folds?.[at];
  if (!fold) return { command, answer: { kind: "empty", text: say(asking.locale, UNREADABLE.old) } };
  const { label, text, fields, list } = fold;
  const title = whole.title === undefined ? label : joinTexts([whole.title, label], " · ");
  return { command, answer: { kind: whole.kind, title, text, fields, list } };
}

function bug(error: unknown, command: string | null, exchange: Exchange): Responses {
  return tell(failed(error, command, exchange.asking, exchange.bot).answer, exchange);
}

async function refuse(words: RichWords, exchange: Exchange): Promise<Responses> {
  return tell({ kind: "error", text: say(exchange.asking.locale, words) }, exchange);
}

/** Told to nobody else. */
function tell(told: Answer, exchange: Exchange): Responses {
  return { first: { type: RESPONSE.message, data: messageOf(told, exchange) } };
}

function messageOf(told: Answer, exchange: Exchange): Message {
  const form = { asker: exchange.interaction.user || ANYBODY, open: false, ephemeral: true };
  return withinLimits({ answer: told, command: null }, exchange, form).message;
}
