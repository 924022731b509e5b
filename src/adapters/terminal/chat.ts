/** The chat in a terminal: a prompt, a history, Tab, and numbers or words that pick a choice of the last answer. */
import { createInterface, type Interface } from "node:readline";
import type { Choice } from "../../chat/answer/answer.js";
import { commandNamed } from "../../chat/command/names.js";
import type { Services } from "../../chat/context.js";
import { ask, dispatch, type Outcome } from "../../chat/dispatch.js";
import type { Log } from "../../chat/errors.js";
import { type Locale, say } from "../../chat/locale.js";
import { TMDB_NOTICE } from "../../chat/notice.js";
import { saidChoice } from "../../chat/line/said.js";
import { foldName } from "../../chat/text.js";
import { tab } from "./completer.js";
import { render, wantsColours } from "./render.js";

const LEAVE: ReadonlySet<string> = new Set(["salir", "/salir", "exit", "/exit", "quit", "/quit"]);
const PROMPT = "› ";

/** The streams a chat is held on; a terminal, or anything in a test. */
export interface Seat {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface ChatOptions {
  /** The services in use, asked for at each question: a refresh may swap them. */
  readonly services: () => Services;
  readonly locale: Locale;
  readonly log: Log;
  /** The time of each question. */
  readonly now: () => Date;
  /** Ends the chat from outside. */
  readonly signal?: AbortSignal;
}

/** Holds the chat until the person leaves, the input ends or `signal` aborts; what was asked before is answered. */
export async function chat(options: ChatOptions, seat: Seat): Promise<void> {
  await new Chat(options, seat).held;
}

class Chat {
  readonly held: Promise<void>;
  readonly #lines: Interface;
  /** Answers come in the order of the questions, also when many lines are pasted at once. */
  #answers: Promise<void> = Promise.resolve();
  #waiting = 0;
  #choices: readonly Choice[] = [];
  #left = false;

  constructor(
    private readonly options: ChatOptions,
    private readonly seat: Seat,
  ) {
    const { input, output } = seat;
    const completer = (line: string) => this.#tab(line);
    this.#lines = createInterface({ input, output, prompt: PROMPT, completer, historySize: 500 });
    this.#show(this.#banner());
    this.held = new Promise((resolve) => {
      this.#lines.on("close", () => {
        // Ctrl-D leaves the cursor behind the prompt.
        if (!this.#left) this.seat.output.write("\n");
        void this.#answers.then(resolve);
      });
    });
    this.#lines.on("line", (line) => this.#queue(line));
    this.#lines.on("SIGINT", () => this.#interrupt());
    options.signal?.addEventListener("abort", () => this.#lines.close(), { once: true });
    if (options.signal?.aborted) this.#lines.close();
    else this.#lines.prompt();
  }

  #banner(): string {
    const { services, locale } = this.options;
    const example = services().commands[0]?.examples[0] ?? "ayuda";
    return [
      say(locale, {
        es: `Pregunta, por ejemplo: /${example}`,
        en: `Ask, for example: /${example}`,
      }),
      say(locale, {
        es: "/ayuda dice qué puedes preguntar · Tab completa · un número elige · /salir termina",
        en: "/ayuda tells what you can ask · Tab completes · a number picks · /salir ends",
      }),
      TMDB_NOTICE,
      "",
    ].join("\n");
  }

  #queue(line: string): void {
    this.#waiting++;
    this.#answers = this.#answers.then(async () => {
      if (!this.#left) await this.#answer(line);
      this.#waiting--;
      if (this.#waiting === 0 && !this.#left && !this.options.signal?.aborted) this.#prompt();
    });
  }

  /** After the end of the input there is nothing to prompt for, and readline refuses to. */
  #prompt(): void {
    if (!("closed" in this.#lines) || this.#lines.closed !== true) this.#lines.prompt();
  }

  async #answer(line: string): Promise<void> {
    if (line.trim() === "") return;
    if (LEAVE.has(foldName(line.trim()))) {
      this.#left = true;
      this.#lines.close();
      return;
    }
    const { answer } = await this.#outcome(line);
    this.#choices = answer.choices ?? [];
    const { output, env } = this.seat;
    const { locale } = this.options;
    const paper = {
      locale,
      colours: wantsColours(output, env),
      width: output.isTTY ? output.columns : undefined,
      picks: true,
    };
    this.#show(`${render(answer, paper)}\n`);
  }

  #outcome(line: string): Promise<Outcome> {
    const { locale, log, now } = this.options;
    const services = this.options.services();
    const surroundings = { locale, log, now: now() };
    const choices = this.#choices;
    const choice = /^\s*\d{1,3}\s*$/u.test(line) ? choices[Number(line) - 1] : saidChoice({ choices }, line);
    const command = choice && commandNamed(services.commands, choice.command);
    if (choice && command) return dispatch(services, command, choice.options, surroundings);
    return ask(services, line, surroundings);
  }

  #show(text: string): void {
    this.seat.output.write(`${text}\n`);
  }

  #tab(line: string): [string[], string] {
    const { services, locale } = this.options;
    const found = tab(services(), line, locale);
    if (found.kind === "replace") return [[found.line], line];
    if (found.kind === "list") {
      this.seat.output.write(`\n${found.labels.map((label) => `  ${label}\n`).join("")}`);
      this.#lines.prompt(true);
    }
    return [[], line];
  }

  /** Ctrl-C forgets a half-typed line, and leaves where there is none. */
  #interrupt(): void {
    if (this.#lines.line === "") {
      this.#lines.close();
      return;
    }
    this.#lines.write(null, { ctrl: true, name: "e" });
    this.#lines.write(null, { ctrl: true, name: "u" });
  }
}
