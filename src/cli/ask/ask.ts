/** `ask`: one question as arguments, or one a line from standard input; answers as text or as JSON lines. */
import { render } from "../../adapters/terminal/render.js";
import { openBot } from "../../app/bot/bot.js";
import type { Opening } from "../../app/bot/edition.js";
import { starterBuild } from "../../app/bot/starter.js";
import type { Config } from "../../app/config/config.js";
import { failureLine } from "../../app/failure.js";
import type { Logger } from "../../app/log.js";
import type { Answer } from "../../chat/answer/schema.js";
import { ask } from "../../chat/ask.js";
import type { Bot } from "../../chat/contract.js";
import { type Log, toldError } from "../../chat/errors/errors.js";
import { complete } from "../../chat/line/complete.js";
import { type Locale, parseLocale, say } from "../../chat/locale.js";
import type { Outcome } from "../../chat/outcome.js";
import { understoodOf } from "../../chat/sentence/understood.js";
import { quoted } from "../../chat/text.js";
import type { Words } from "../../words.js";
import { linesOf } from "../lines.js";
import { writerOf } from "../writer.js";
import { ASK_USAGE, type AskArguments, readAskArguments } from "./arguments.js";
import { explanationObject, explanationText, namedPart } from "./explain.js";

/** What is piped should be whole, but no answer may flood a terminal. */
const LIST_LIMIT = 200;

export interface Streams {
  readonly input: AsyncIterable<string | Uint8Array>;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
}

/** What the program needs from outside. `open` throws where the index does not load. */
export interface AskHost {
  open(data: string | undefined): Bot | Promise<Bot>;
  readonly locale: Locale;
  readonly log: Log;
}

/** What all questions of a run are asked with. */
interface Run {
  readonly bot: Bot;
  readonly locale: Locale;
}

/**
 * Answers all that is asked. Gives the exit code: 0 when every line was processed, whatever its status, 1
 * where the index does not load, 2 for wrong flags. A reader that leaves early (EPIPE) is no error.
 */
export async function runAsk(args: readonly string[], streams: Streams, host: AskHost): Promise<number> {
  const read = readAskArguments(args);
  const errors = writerOf(streams.errors);
  const output = writerOf(streams.output);
  if ("wrong" in read) {
    const wrong = quoted(read.wrong);
    const told = {
      es: `No entiendo el argumento ${wrong.es}.`,
      en: `I do not understand the argument ${wrong.en}.`,
    };
    await errors.write(`${say(host.locale, told)}\n${say(host.locale, ASK_USAGE)}\n`);
    return 2;
  }
  // "es" asked for where the environment says "es-MX" asks for nothing else.
  const locale = read.lang && read.lang !== host.locale.language ? parseLocale(read.lang) : host.locale;
  if (read.help) {
    await output.write(`${say(locale, ASK_USAGE)}\n`);
    return 0;
  }
  let bot: Bot;
  try {
    bot = await host.open(read.data);
  } catch (error) {
    await errors.write(`${failureLine(error, locale, host.log)}\n`);
    return 1;
  }
  const lines = read.text === undefined ? linesOf(streams.input) : [read.text];
  for await (const line of lines) {
    const answered = await answerLine(line, read, { bot, locale });
    if (!(await output.write(answered))) break;
  }
  return 0;
}

async function answerLine(
  line: string,
  { json, complete: half, explain }: AskArguments,
  run: Run,
): Promise<string> {
  if (half) return completions(line, run);
  if (explain) return explanation(line, run, json);
  if (json) return jsonAnswer(line, run);
  // Between questions in a file: nothing was asked.
  if (line.trim() === "") return "";
  const { answer } = await outcomeOf(line, run);
  return `${text(answer, run)}\n\n`;
}

/** Every question stands alone: it has no place, and only the best answer is given. */
async function outcomeOf(line: string, { bot, locale }: Run): Promise<Outcome> {
  let outcome = await ask(bot, line, { locale, now: new Date() });
  while (outcome.later) outcome = await outcome.later();
  return outcome;
}

function text(answer: Answer, { locale }: Run): string {
  return render(answer, { locale, listLimit: LIST_LIMIT });
}

async function jsonAnswer(input: string, run: Run): Promise<string> {
  const since = performance.now();
  const outcome = await outcomeOf(input, run);
  try {
    return outcomeLine(input, outcome, run, since);
  } catch (error) {
    // A result that JSON cannot hold is a bug of its command; the line is owed all the same.
    const told = toldError(error, outcome.command, run.locale, run.bot.ports.log);
    return outcomeLine(input, { ...outcome, status: "error", result: null, ...told }, run, since);
  }
}

function outcomeLine(input: string, outcome: Outcome, run: Run, since: number): string {
  const { command, status, result, error, answer } = outcome;
  const shown = text(answer, run);
  return jsonLine({
    input,
    command,
    understood: understoodOf(run.bot, outcome),
    status,
    result,
    error,
    answer: plain(answer),
    text: shown,
    ms: spent(since),
  });
}

/** The answer as JSON can hold it: a picture's bytes as base64. */
function plain(answer: Answer): object {
  const { media } = answer;
  if (media?.kind !== "bytes") return answer;
  return { ...answer, media: { ...media, bytes: Buffer.from(media.bytes).toString("base64") } };
}

function completions(input: string, { bot, locale }: Run): string {
  const since = performance.now();
  let found: readonly { readonly label: string; readonly value: string }[] = [];
  try {
    found = complete(bot, input, locale).map(({ label, value }) => ({ label, value }));
  } catch (error) {
    // A bug: it is logged, and the line is owed all the same.
    toldError(error, null, locale, bot.ports.log);
  }
  return jsonLine({ input, completions: found, ms: spent(since) });
}

function explanation(line: string, { bot, locale }: Run, json: boolean): string {
  if (line.trim() === "") return "";
  const named = namedPart(bot, line);
  if (!json) return `${explanationText(bot, named, locale)}\n\n`;
  return jsonLine({ input: line, ...explanationObject(bot, named, locale) });
}

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** Milliseconds, to the microsecond. */
function spent(since: number): number {
  return Math.round((performance.now() - since) * 1000) / 1000;
}

/** What the index is opened with, and by whom it is asked. */
export interface Opened {
  readonly config: Config;
  readonly log: Logger;
  readonly tell: (words: Words) => void;
  /** What was begun to be opened of what is asked. */
  readonly ahead?: Opening["ahead"];
}

/** The real index; the starter's is built first where none was ever built or named. */
export function indexHost({ config, log, tell, ahead }: Opened): AskHost {
  return {
    locale: config.locale,
    log,
    open: (data) =>
      data === undefined
        ? openBot(config.dataDir, config, log, { ahead, tell, build: starterBuild(config, { tell }) })
        : openBot(data, config, log, { ahead, tell }),
  };
}
