/** From what was heard to what is said, without a platform in between. */
import type { Answer, Choice } from "../../../chat/answer/answer.js";
import type { Command } from "../../../chat/command/command.js";
import { commandNamed, readHead } from "../../../chat/command/names.js";
import type { Services } from "../../../chat/context.js";
import { usage } from "../../../chat/command/describe.js";
import { ask, dispatch, type Surroundings } from "../../../chat/dispatch.js";
import type { Log } from "../../../chat/errors.js";
import { type Locale, say } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import { parseOptions } from "../../../chat/line/parse.js";
import { recognisedBy } from "../../../chat/line/positionals.js";
import type { OptionValues, Question } from "../render/callback-data.js";
import type { Heard } from "./heard.js";
import { plainQuestion } from "./plain-questions.js";
import { missingOptions, type Prompt, promptFor } from "../render/prompt.js";
import { CHOOSE, GREETING, understood } from "../words.js";

/** What is answered: an answer with the question it answers, a question back, or one of our own screens. */
export type Saying =
  | { readonly kind: "answer"; readonly answer: Answer; readonly question?: Question }
  | { readonly kind: "prompt"; readonly prompt: Prompt }
  | { readonly kind: "greeting"; readonly answer: Answer }
  | { readonly kind: "settings" };

export interface DeskOptions {
  readonly services: () => Services;
  readonly log: Log;
  readonly now: () => Date;
}

/** The command whose answer is a film's card. */
export const CARD = "pelicula";
const HELP = "ayuda";

export class Desk {
  constructor(private readonly options: DeskOptions) {}

  get services(): Services {
    return this.options.services();
  }

  /**
   * Never rejects.
   * @param asker the number of who wrote, where it is a person
   */
  async say(heard: Heard, locale: Locale, asker?: number): Promise<Saying> {
    switch (heard.kind) {
      case "start":
        return this.#start(heard.payload, locale);
      case "help":
        return this.#line(`/${HELP} ${heard.about}`, locale);
      case "settings":
        return { kind: "settings" };
      case "family":
        return this.#family(heard.first, locale);
      case "line":
        return this.#line(heard.line, locale, asker);
      case "plain":
        return this.#plain(heard.text, locale);
    }
  }

  /** Answers a question that is known exactly. Never rejects. */
  async answer({ command, options }: Question, locale: Locale): Promise<Saying> {
    const missing = missingOptions(command, options);
    const prompt =
      missing.length > 0 ? promptFor(command, typedAs(command, options), missing, locale) : undefined;
    if (prompt) return { kind: "prompt", prompt };
    const { answer } = await dispatch(this.services, command, options, this.#surroundings(locale));
    return { kind: "answer", answer, question: { command, options } };
  }

  /** Answers what a choice stands for. Never rejects. */
  async pick({ command: name, options }: Choice, locale: Locale): Promise<Saying> {
    const command = commandNamed(this.services.commands, name);
    return command ? this.answer({ command, options }, locale) : this.#line(`/${name}`, locale);
  }

  #surroundings(locale: Locale, asker?: number): Surroundings {
    const { log, now } = this.options;
    return { locale, log, now: now(), ...(asker ? { asker: `telegram:${asker}` } : {}) };
  }

  async #line(line: string, locale: Locale, asker?: number): Promise<Saying> {
    const { services } = this;
    const { command, rest } = readHead(services.commands, line);
    const options = command && optionsOf(services, command, rest);
    if (command && options) {
      const missing = missingOptions(command, options);
      const typed = `/${command.name}${rest === "" ? "" : ` ${rest.trim()}`}`;
      const prompt = missing.length > 0 ? promptFor(command, typed, missing, locale) : undefined;
      return prompt ? { kind: "prompt", prompt } : this.answer({ command, options }, locale);
    }
    // Whatever is wrong with the line is told as everywhere.
    const { answer } = await ask(services, line, this.#surroundings(locale, asker));
    return { kind: "answer", answer };
  }

  /** "?start=tmdb_862" opens a film's card; anything else is a beginning like any other. */
  async #start(payload: string, locale: Locale): Promise<Saying> {
    const film = /^(?:tmdb[_-](\d{1,10})|(tt\d{6,10}))$/u.exec(payload.trim());
    const command = commandNamed(this.services.commands, CARD);
    if (film && command) {
      const titulo = film[1] === undefined ? (film[2] ?? "") : `tmdb:${film[1]}`;
      return this.answer({ command, options: { titulo } }, locale);
    }
    const [first] = this.services.commands;
    const example = first?.examples[0];
    const answer: Answer = {
      kind: "help",
      title: say(locale, GREETING.title),
      text: `${say(locale, GREETING.text)}\n\n${say(locale, GREETING.help)}`,
      ...(example === undefined ? {} : { list: [`/${example}`] }),
      footer: TMDB_NOTICE,
    };
    return { kind: "greeting", answer };
  }

  /** Telegram registers "/plataforma" once; what follows it is chosen. */
  #family(first: string, locale: Locale): Saying {
    const members = this.services.commands.filter(({ name }) => name.startsWith(`${first} `));
    const answer: Answer = {
      kind: "choices",
      title: `/${first}`,
      list: members.map((command) => `${usage(command, locale)} — ${say(locale, command.summary)}`),
      prompt: `${say(locale, CHOOSE)}:`,
      choices: members.map(({ name }) => ({ label: `/${name}`, command: name, options: {} })),
    };
    return { kind: "answer", answer };
  }

  /** A question in words, a title, or a command without its slash; what was understood is said. */
  async #plain(text: string, locale: Locale): Promise<Saying> {
    const { commands, find } = this.services;
    const card = commandNamed(commands, CARD);
    const asked = plainQuestion(text);
    const command = asked && commandNamed(commands, asked.command);
    const isTitle = card !== undefined && isExactTitle(find, text);
    // "Como agua para chocolate" is a film before it asks for others like it.
    if (command && asked && !isTitle) return this.#understood(`/${command.name} ${asked.what}`, locale);
    if (!card || (!isTitle && readHead(commands, text).command)) return this.#line(text, locale);
    return this.#understood(`/${card.name} ${text}`, locale);
  }

  async #understood(line: string, locale: Locale): Promise<Saying> {
    const saying = await this.#line(line, locale);
    if (saying.kind !== "answer") return saying;
    const { answer } = saying;
    const told = say(locale, understood(line));
    return {
      ...saying,
      answer: { ...answer, text: answer.text === undefined ? told : `${told}\n\n${answer.text}` },
    };
  }
}

/** The options of a line; undefined where it is wrong, which `ask` tells best. */
function optionsOf({ find }: Services, command: Command, rest: string): OptionValues | undefined {
  try {
    return parseOptions(command, rest, recognisedBy(find));
  } catch {
    return undefined;
  }
}

function isExactTitle(find: Services["find"], text: string): boolean {
  try {
    const found = find.film(text);
    return found.kind === "found" && found.fit === "exact";
  } catch {
    return false;
  }
}

/** The question as somebody would have typed it. */
function typedAs({ name }: Command, options: OptionValues): string {
  return [`/${name}`, ...Object.entries(options).map(([option, value]) => `${option}=${value}`)].join(" ");
}
