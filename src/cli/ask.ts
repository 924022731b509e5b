/** `ask`: one question as arguments, or one a line from standard input; answers as text or as JSON lines. */
import { render } from "../adapters/terminal/render.js";
import { complete } from "../chat/line/complete.js";
import type { Services } from "../chat/context.js";
import { ask, type Outcome } from "../chat/dispatch.js";
import { errorAnswer, type Log } from "../chat/errors.js";
import { type Locale, parseLocale, say } from "../chat/locale.js";
import { quoted } from "../chat/text.js";
import { isInteractive, loadConfig, loadEnvironment, localeOf, STARTER_DIR } from "../app/config.js";
import { createLog } from "../app/log.js";
import { buildIndex } from "../refresh/build-index.js";
import type { Words } from "../words.js";
import { ASK_USAGE, type AskArguments, readAskArguments } from "./ask-arguments.js";
import { explanationText, filmAskedFor } from "./explain.js";
import { failureLine } from "../app/failure.js";
import { isMain } from "./is-main.js";
import { linesOf } from "./lines.js";
import { openServices } from "../app/open-edition.js";
import { writerOf } from "./writer.js";

/** What is piped should be whole, but no answer may flood a terminal. */
const LIST_LIMIT = 200;

export interface Streams {
  readonly input: AsyncIterable<string | Uint8Array>;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
}

/** What the program needs from outside. `open` throws where the index does not load. */
export interface AskHost {
  open(data: string | undefined): Services | Promise<Services>;
  readonly locale: Locale;
  readonly log: Log;
}

/** A question with everything its answer depends on. */
interface Asker {
  readonly services: Services;
  readonly locale: Locale;
  readonly log: Log;
}

/**
 * Answers all that is asked. Gives the exit code: 0 when every line was processed, whatever its status, 1 where
 * the index does not load, 2 for wrong flags. A reader that leaves early (EPIPE) is no error.
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
  let services: Services;
  try {
    services = await host.open(read.data);
  } catch (error) {
    await errors.write(`${failureLine(error, locale, host.log)}\n`);
    return 1;
  }
  const lines = read.text === undefined ? linesOf(streams.input) : [read.text];
  for await (const line of lines) {
    const answered = await answerLine(line, read, { services, locale, log: host.log });
    if (!(await output.write(answered))) break;
  }
  return 0;
}

async function answerLine(
  line: string,
  { json, complete: half, explain }: AskArguments,
  asker: Asker,
): Promise<string> {
  if (half) return completions(line, asker);
  if (explain) return explanation(line, asker, json);
  if (json) return jsonAnswer(line, asker);
  // Between questions in a file: nothing was asked.
  if (line.trim() === "") return "";
  const { answer } = await outcome(line, asker);
  return `${text(answer, asker)}\n\n`;
}

function outcome(line: string, { services, locale, log }: Asker): Promise<Outcome> {
  return ask(services, line, { locale, log, now: new Date() });
}

function text(answer: Outcome["answer"], { locale }: Asker): string {
  return render(answer, { locale, listLimit: LIST_LIMIT });
}

async function jsonAnswer(input: string, asker: Asker): Promise<string> {
  const since = performance.now();
  const told = await outcome(input, asker);
  const line = ({ command, status, result, answer }: Outcome) => {
    const shown = text(answer, asker);
    return jsonLine({ input, command, status, result, answer, text: shown, ms: spent(since) });
  };
  try {
    return line(told);
  } catch (error) {
    // A result that JSON cannot hold is a bug of its command; the line is owed all the same.
    const { command } = told;
    const answer = errorAnswer(error, command, asker.locale, asker.log);
    return line({ command, status: "error", result: null, answer });
  }
}

function completions(input: string, { services, locale, log }: Asker): string {
  const since = performance.now();
  let found: readonly { readonly label: string; readonly value: string }[] = [];
  try {
    found = complete(services, input, locale).map(({ label, value }) => ({ label, value }));
  } catch (error) {
    errorAnswer(error, null, locale, log);
  }
  return jsonLine({ input, completions: found, ms: spent(since) });
}

function explanation(line: string, { services, locale }: Asker, json: boolean): string {
  if (line.trim() === "") return "";
  if (!json) return `${explanationText(services, line, locale)}\n\n`;
  return jsonLine({ input: line, ...services.find.explainFilm(filmAskedFor(services, line)) });
}

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** Milliseconds, to the microsecond. */
function spent(since: number): number {
  return Math.round((performance.now() - since) * 1000) / 1000;
}

if (isMain(import.meta.url)) process.exitCode = await main();

/** The real streams and the real index; the starter's is built first where none was ever built or named. */
async function main(): Promise<number> {
  try {
    const env = loadEnvironment();
    const { dataDir, logLevel, locale, minimumVotes, commandsDisabled } = loadConfig(env, isInteractive());
    const settings = { minimumVotes, commandsDisabled };
    const tell = (words: Words) => void process.stderr.write(`${say(locale, words)}\n`);
    const streams = { input: process.stdin, output: process.stdout, errors: process.stderr };
    return await runAsk(process.argv.slice(2), streams, {
      locale,
      log: createLog(logLevel, env),
      open: (data) =>
        data === undefined
          ? openServices(dataDir, settings, {
              build: () => buildIndex({ sources: [STARTER_DIR], out: dataDir }),
              tell,
            })
          : openServices(data, settings, { tell }),
    });
  } catch (error) {
    process.stderr.write(`${failureLine(error, localeOf(process.env), createLog("error", process.env))}\n`);
    return 1;
  }
}
