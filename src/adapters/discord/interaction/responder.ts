/** An interaction in, its responses out: the same for the gateway and for HTTP. Nothing here touches the network. */
import type { Answer } from "../../../chat/answer/answer.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Services } from "../../../chat/context.js";
import { dispatch, type Outcome } from "../../../chat/dispatch.js";
import { errorAnswer, type Log } from "../../../chat/errors.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { choicesOf, completions } from "./completions.js";
import { decodeState, MENU_ID, type OptionValues, type State } from "./custom-id.js";
import { type Incoming, readInteraction, type Sender } from "./incoming.js";
import { breachesOf } from "../render/limits.js";
import { type Message, RESPONSE } from "../protocol.js";
import { inTime, type Pace, type Reaction } from "./reaction.js";
import { type Paper, render } from "../render/message.js";
import { PUBLIC_OPTION, SAID, withEnglishNames } from "../words.js";

export interface DeskOptions {
  /** The services in use, asked for at each question: a refresh may swap them. */
  readonly services: () => Services;
  /** For people and servers whose language is not spoken here. */
  readonly locale: Locale;
  readonly log: Log;
  readonly now: () => Date;
  /** Names of commands that only moderators may use. */
  readonly restricted?: ReadonlySet<string>;
}

export class Desk {
  constructor(private readonly options: DeskOptions) {}

  /**
   * Answers what Discord sent; undefined where that is nothing anybody could answer. Never rejects.
   * @param since when it arrived, by `performance.now()`
   */
  react(payload: unknown, since = performance.now()): Promise<Reaction | undefined> {
    return this.#react(payload, { since, hurry: false });
  }

  /** Like `react`, without the work: an answer is promised, and nothing is completed. */
  promise(payload: unknown): Promise<Reaction | undefined> {
    return this.#react(payload, { since: performance.now(), hurry: true });
  }

  async #react(payload: unknown, pace: Pace): Promise<Reaction | undefined> {
    const incoming = readInteraction(payload);
    if (!incoming) return undefined;
    if (incoming.kind === "ping") return { first: { type: RESPONSE.pong } };
    const { sender } = incoming;
    const locale = sender.locale ?? this.options.locale;
    try {
      return { sender, ...(await this.#reactTo(incoming, locale, pace)) };
    } catch (error) {
      const told = this.#bug(error, null, sender, locale);
      return { sender, ...(incoming.kind === "complete" ? { first: choicesOf([]) } : told) };
    }
  }

  async #reactTo(
    incoming: Exclude<Incoming, { kind: "ping" }>,
    locale: Locale,
    pace: Pace,
  ): Promise<Reaction> {
    const { sender } = incoming;
    switch (incoming.kind) {
      case "complete":
        return { first: choicesOf(pace.hurry ? [] : completions(this.options.services(), incoming, locale)) };
      case "command": {
        const { [PUBLIC_OPTION.name]: open, ...options } = incoming.options;
        const state = { kind: open === false ? "private" : "open", page: 0, asker: sender.user } as const;
        return this.#ask(
          { ...state, command: incoming.command, options: plain(options) },
          sender,
          locale,
          pace,
        );
      }
      case "component": {
        const { customId, values } = incoming;
        const state = decodeState(customId === MENU_ID ? (values[0] ?? "") : customId);
        if (typeof state !== "object") return this.#refuse(say(locale, SAID.oldButton), sender, locale);
        return this.#ask(state, sender, locale, pace);
      }
      case "unknown":
        return this.#refuse(say(locale, SAID.notUnderstood), sender, locale);
    }
  }

  async #ask(state: State, sender: Sender, locale: Locale, pace: Pace): Promise<Reaction> {
    const { services: current, restricted } = this.options;
    const services = current();
    const command =
      commandNamed(services.commands, state.command) ??
      commandNamed(services.operators?.commands ?? [], state.command);
    const refuse = (words: Words) => this.#refuse(say(locale, words), sender, locale);
    if (!command) return refuse(state.kind === "page" ? SAID.oldButton : SAID.unknownCommand);
    if (restricted?.has(command.name) && !sender.moderates) return refuse(SAID.notAllowed);
    const own = state.asker === sender.user;
    if (state.kind === "page" && !own) return refuse(SAID.notYours);

    const turning = state.kind === "page";
    // What somebody picks below another's answer is told to them alone.
    const open = state.kind === "open" && own;
    const { log, now } = this.options;
    const question = () => {
      return { command: command.name, options: exactOptions(services, command, state.options) };
    };
    const message = async () => {
      const asker = `discord:${sender.user}`;
      const told = await dispatch(services, command, state.options, { locale, log, now: now(), asker });
      const ephemeral = !turning && (!open || told.status !== "ok");
      const { page } = state;
      return this.#messageOf(told, {
        locale,
        asker: sender.user,
        open: turning || open,
        question,
        page,
        ephemeral,
      });
    };
    const reaction = await inTime({ message, turning, open }, pace);
    const refused = () => new Error(`/${command.name}: Discord refused the answer`);
    return { ...reaction, apology: () => this.#bug(refused(), command.name, sender, locale).first };
  }

  /** A message within every limit: one that breaks a rule is a bug, told by its id like any other. */
  #messageOf({ answer, command }: Pick<Outcome, "answer" | "command">, paper: Paper): Message {
    const { log, services } = this.options;
    try {
      const message = render(asShownHere(answer, services(), paper.locale), paper);
      const breaches = breachesOf(message);
      if (breaches.length === 0) return message;
      const { rule, at, length } = breaches[0];
      throw new Error(`/${command}: ${rule} at ${at}, ${length} characters`);
    } catch (error) {
      return render(errorAnswer(error, command, paper.locale, log), { ...paper, ephemeral: true });
    }
  }

  #bug(error: unknown, command: string | null, sender: Sender, locale: Locale): Reaction {
    return this.#refuse(errorAnswer(error, command, locale, this.options.log).text ?? "", sender, locale);
  }

  /** Told to nobody else. */
  #refuse(text: string, { user }: Sender, locale: Locale): Reaction {
    const answer = { kind: "error", text } as const;
    const data = this.#messageOf(
      { answer, command: null },
      { locale, asker: user, open: false, ephemeral: true },
    );
    return { first: { type: RESPONSE.message, data } };
  }
}

/** Only choices that can be asked, and commands called as the reader's client calls them. */
function asShownHere(answer: Answer, { commands }: Services, { language }: Locale): Answer {
  const choices = answer.choices?.filter((choice) => commandNamed(commands, choice.command));
  if (language !== "en") return { ...answer, choices };
  const names = new Set(commands.map(({ name }) => name));
  const own = (text: string | undefined) => text && withEnglishNames(text, names);
  return {
    ...answer,
    choices,
    title: own(answer.title),
    text: own(answer.text),
    list: answer.list?.map((line) => withEnglishNames(line, names)),
    footer: own(answer.footer),
  };
}

/** Only what an option can hold. */
function plain(options: Readonly<Record<string, unknown>>): OptionValues {
  const entries = Object.entries(options).filter(
    (entry): entry is [string, string | number | boolean] =>
      !["object", "undefined"].includes(typeof entry[1]),
  );
  return Object.fromEntries(entries);
}
