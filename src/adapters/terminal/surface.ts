/** The chat in a terminal: a prompt, a history, Tab, and numbers or words that pick from the last answer. */
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer, Choice } from "../../chat/answer/schema.js";
import { ask } from "../../chat/ask.js";
import type { Asked, Asking, Place } from "../../chat/asking.js";
import { commandNamed } from "../../chat/command/names.js";
import type { Bot } from "../../chat/contract.js";
import { dispatch } from "../../chat/dispatch.js";
import { type Locale, say } from "../../chat/locale.js";
import { TMDB_NOTICE } from "../../chat/notice.js";
import { failed, type Outcome } from "../../chat/outcome.js";
import { act, unknownAction } from "../../chat/run.js";
import { foldName } from "../../chat/text.js";
import type { Delivery, Surface, SurfaceFigures, SurfaceHealth, SurfaceOptions } from "../../surface/port.js";
import { tab } from "./completer.js";
import { type Picked, picksOf, render, wantsColours } from "./render.js";

const NAME = "terminal";
/** There is one, and one person in it: nobody vouches for who they are. */
const PLACE: Place = { platform: NAME, chat: NAME };
const LEAVE: ReadonlySet<string> = new Set(["salir", "/salir", "exit", "/exit", "quit", "/quit"]);
const PROMPT = "› ";
/** Milliseconds in which what was asked before is still answered. */
const LAST_ANSWERS = 9_000;

/** The streams a chat is held on: a terminal, or anything in a test. */
export interface TerminalStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface TerminalOptions extends SurfaceOptions {
  readonly streams: TerminalStreams;
}

/** What was shown last: a number picks from it. */
interface Shown {
  readonly picks: readonly (Picked | undefined)[];
  /** What its label, typed, picks as well. */
  readonly follow: readonly Choice[];
  /** The question it answers. */
  readonly asked?: Asked;
}

export class TerminalSurface implements Surface {
  readonly name = NAME;
  /** Resolves when the person leaves or the input ends, and what was asked before is answered. */
  readonly left: Promise<void>;
  readonly #options: TerminalOptions;
  #leave: () => void = () => undefined;
  #lines: Interface | undefined;
  #isOpen = false;
  /** Whether the person said goodbye: what they typed behind it is not answered. */
  #saidGoodbye = false;
  /** Answers come in the order of the questions, also when many lines are pasted at once. */
  #answers: Promise<void> = Promise.resolve();
  #waiting = 0;
  #answered = 0;
  #shown: Shown = { picks: [], follow: [] };

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.left = new Promise((resolve) => {
      this.#leave = resolve;
    });
  }

  async start(): Promise<void> {
    const { input, output } = this.#options.streams;
    const completer = (line: string) => this.#tab(line);
    this.#write(this.#banner());
    this.#lines = createInterface({ input, output, prompt: PROMPT, completer, historySize: 500 })
      .on("line", (line) => this.#queue(line))
      .on("SIGINT", () => this.#interrupt())
      .on("close", () => this.#closed());
    this.#isOpen = true;
    this.#lines.prompt();
  }

  async stop(): Promise<void> {
    if (this.#lines === undefined) return;
    this.#lines.close();
    await Promise.race([this.left, pause(LAST_ANSWERS, undefined, { ref: false })]);
  }

  get health(): SurfaceHealth {
    const connected = this.#isOpen ? 1 : 0;
    if (this.#lines === undefined) return { state: "starting", connected, connections: 1 };
    return { state: this.#isOpen ? "up" : "stopped", connected, connections: 1 };
  }

  get figures(): SurfaceFigures {
    return { answered: this.#answered, late: 0, lost: 0, repeated: 0, inFlight: this.#waiting };
  }

  async deliver({ platform, chat }: Place, answer: Answer, locale: Locale): Promise<Delivery> {
    if (platform !== PLACE.platform || chat !== PLACE.chat) return "unreachable";
    if (!this.#isOpen) return "failed";
    this.#showUnasked(answer, locale);
    return "sent";
  }

  /** What was printed stays. */
  async redraw(): Promise<Delivery> {
    return "unreachable";
  }

  #banner(): string {
    const { bot, locale } = this.#options;
    const example = bot().program.commands[0]?.examples[0] ?? "ayuda";
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
      if (!this.#saidGoodbye) await this.#answer(line);
      this.#waiting--;
      // After the end of the input there is nothing to prompt for, and readline refuses to.
      if (this.#waiting === 0 && this.#isOpen) this.#lines?.prompt();
    });
  }

  async #answer(line: string): Promise<void> {
    if (line.trim() === "") return;
    if (LEAVE.has(foldName(line.trim()))) {
      this.#saidGoodbye = true;
      this.#lines?.close();
      return;
    }
    const outcome = await this.#outcome(line);
    this.#answered++;
    this.#write(this.#rendered(outcome.answer, this.#options.locale, outcome.asked));
    void this.#showLater(outcome);
  }

  #outcome(line: string): Promise<Outcome> | Outcome {
    const { bot: currentBot, locale, now } = this.#options;
    const bot = currentBot();
    const asking = { locale, now: now(), place: PLACE };
    const picked = this.#picked(line);
    return picked ? this.#pick(picked, bot, asking) : ask(bot, line, asking);
  }

  /** What a number counts, or the word of somewhere the last answer leads. */
  #picked(line: string): Picked | undefined {
    const { picks, follow } = this.#shown;
    if (/^\s*\d{1,3}\s*$/u.test(line)) return picks[Number(line) - 1];
    const word = foldName(line.trim());
    return follow.find(({ label }) => foldName(label) === word);
  }

  #pick(picked: Picked, bot: Bot, asking: Asking): Promise<Outcome> | Outcome {
    if ("action" in picked) {
      const action = bot.program.actions.find(({ name }) => name === picked.action);
      if (action) return act(bot, action, picked.state, asking, this.#shown.asked);
    } else {
      const command = commandNamed(bot.program.commands, picked.command);
      if (command) return dispatch(bot, command, picked.options, asking);
    }
    return failed(unknownAction(), null, asking, bot);
  }

  /** Shows the better answer that comes of one, when it comes. */
  async #showLater({ later }: Outcome): Promise<void> {
    if (later === undefined) return;
    const better = await later();
    if (!this.#isOpen) return;
    this.#showUnasked(better.answer, this.#options.locale, better.asked);
    await this.#showLater(better);
  }

  /** The answer as it is shown; a number then picks from it. */
  #rendered(answer: Answer, locale: Locale, asked?: Asked | null): string {
    this.#shown = { picks: picksOf(answer), follow: answer.follow ?? [], asked: asked ?? undefined };
    const { output, env } = this.#options.streams;
    const colours = wantsColours(output, env);
    const width = output.isTTY ? output.columns : undefined;
    return `${render(answer, { locale, colours, width, picks: true })}\n`;
  }

  /** Shows what nobody waits for, above what is being typed. */
  #showUnasked(answer: Answer, locale: Locale, asked?: Asked | null): void {
    const text = this.#rendered(answer, locale, asked);
    const isPrompting = this.#waiting === 0;
    if (isPrompting) this.#clearPrompt();
    this.#write(text);
    if (isPrompting) this.#lines?.prompt(true);
  }

  #clearPrompt(): void {
    const { output } = this.#options.streams;
    if (!output.isTTY) {
      output.write("\n");
      return;
    }
    // A long line takes several rows of the screen.
    moveCursor(output, 0, -(this.#lines?.getCursorPos().rows ?? 0));
    cursorTo(output, 0);
    clearScreenDown(output);
  }

  #write(text: string): void {
    this.#options.streams.output.write(`${text}\n`);
  }

  #tab(line: string): [string[], string] {
    const { bot, locale, streams } = this.#options;
    const found = tab(bot(), line, locale);
    if (found.kind === "replace") return [[found.line], line];
    if (found.kind === "list") {
      streams.output.write(`\n${found.labels.map((label) => `  ${label}\n`).join("")}`);
      this.#lines?.prompt(true);
    }
    return [[], line];
  }

  /** Ctrl-C forgets a half-typed line, and leaves where there is none. */
  #interrupt(): void {
    if (this.#lines?.line === "") {
      this.#lines.close();
      return;
    }
    this.#lines?.write(null, { ctrl: true, name: "e" });
    this.#lines?.write(null, { ctrl: true, name: "u" });
  }

  #closed(): void {
    this.#isOpen = false;
    // Ctrl-D leaves the cursor behind the prompt.
    if (!this.#saidGoodbye) this.#options.streams.output.write("\n");
    void this.#answers.then(this.#leave);
  }
}
