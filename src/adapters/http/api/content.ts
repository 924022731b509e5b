/** Outcomes and errors → status codes, types and bodies. */
import { exactOptions } from "../../../chat/command/exact-options.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot, Command } from "../../../chat/contract.js";
import type { OutcomeError } from "../../../chat/errors/codes.js";
import { say } from "../../../chat/locale.js";
import type { Outcome } from "../../../chat/outcome.js";
import { understoodOf } from "../../../chat/sentence/understood.js";
import { FOR_ANY_PAGE } from "../server/sending/headers.js";
import { JSON_TYPE } from "../server/sending/rendition.js";
import { mayHavePage, ownPageOf } from "../site/addresses.js";
import type { LineAnswer, Links, Problem, SentAnswer, SentenceAnswer } from "./bodies.js";
import type { HttpError } from "./errors/http-error.js";
import { PROBLEM_TYPE, type ProblemDetails, problemOf, STATUS_CODES } from "./errors/problem.js";
import { linkHeader, linksOf } from "./paging.js";
import { type Presenting, present, sentChoice } from "./present.js";

/** What is answered, before it is bytes. */
export interface Content {
  readonly statusCode: number;
  readonly type: string;
  /** Whether clients may keep this answer for as long as the edition lasts: no error may be. */
  readonly cacheable: boolean;
  /** Whether we may, at least, and send it again: the same mistake costs its work once. */
  readonly repeatable?: boolean;
  /** JSON, a page as it stands, or bytes. */
  readonly body: object | string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is answered as JSON. */
export type JsonContent = Content & { readonly body: object };

/** What every answer to a question of a command looks like. */
export interface AnswerBody {
  readonly status: Exclude<Outcome["status"], "error">;
  readonly result: unknown;
  readonly answer: SentAnswer;
  readonly links?: Links | undefined;
}

export function jsonContent(body: object, { statusCode = 200, cacheable = true } = {}): JsonContent {
  return { statusCode, type: JSON_TYPE, cacheable, body };
}

/** The picture of an answer alone; its words where it has none. */
export function pictureContent(outcome: Outcome, words: Content): Content {
  const { media } = outcome.answer;
  if (outcome.status !== "ok" || media?.kind !== "bytes") return words;
  const { bytes, type } = media;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { statusCode: 200, type, cacheable: isFinal(outcome), body, headers: FOR_ANY_PAGE };
}

export function problemContent(problem: Problem, headers?: Content["headers"]): JsonContent {
  return { statusCode: problem.status, type: PROBLEM_TYPE, cacheable: false, body: problem, headers };
}

/**
 * What the address of a command answers. Of one that is asked with a sentence whatever comes of it is an answer, and tells
 * which command that is.
 * @param detailsOf what the client is told of an error: it knows options by other names
 */
export function commandContent(
  bot: Bot,
  asked: Command,
  outcome: Outcome,
  presenting: Presenting,
  detailsOf?: (error: OutcomeError) => ProblemDetails,
): JsonContent {
  if (asked.sentence === undefined || outcome.status === "error")
    return outcomeContent(bot, asked, outcome, presenting, detailsOf);
  const { command, status, result, answer } = outcome;
  const understood = understoodOf(bot, outcome);
  const body: SentenceAnswer = { command, understood, status, result, answer: present(answer, presenting) };
  return jsonContent(body, { cacheable: isFinal(outcome) });
}

function outcomeContent(
  bot: Bot,
  asked: Command,
  outcome: Outcome,
  presenting: Presenting,
  detailsOf: (error: OutcomeError) => ProblemDetails = ({ option, id }) => ({ parameter: option, id }),
): JsonContent {
  const { status, result, answer } = outcome;
  if (status === "error") {
    const error = errorOf(outcome);
    const content = problemContent(problemOf(error.code, detailsOf(error), answer, presenting));
    return { ...content, repeatable: isAskersMistake(error) };
  }
  const links = linksOf(bot, asked, outcome);
  const body: AnswerBody = { status, result, answer: present(answer, presenting), links };
  const content = jsonContent(body, {
    statusCode: status === "empty" ? 404 : 200,
    cacheable: isFinal(outcome),
  });
  return links === undefined ? content : { ...content, headers: { link: linkHeader(links) } };
}

/** For a chat: whatever comes of a question is an answer, and its status says which. */
export function lineContent(bot: Bot, outcome: Outcome, presenting: Presenting): JsonContent {
  const { command, status, result, answer } = outcome;
  const line = lineAlone(bot, outcome, presenting);
  const page = status === "ok" ? pageOf(bot, outcome, presenting) : undefined;
  const body: LineAnswer = { command, line, page, status, result, answer: present(answer, presenting) };
  if (status !== "error") return jsonContent(body, { cacheable: isFinal(outcome) });
  const { code, option, id } = errorOf(outcome);
  if (code === "read_only") {
    return problemContent(problemOf(code, {}, answer, presenting), { allow: "POST" });
  }
  const content = jsonContent({ ...body, error: { code, parameter: option, id } }, { cacheable: false });
  return { ...content, repeatable: isAskersMistake({ code }) };
}

/** What is wrong with the question itself is wrong for as long as the edition lasts. */
function isAskersMistake({ code }: OutcomeError): boolean {
  return STATUS_CODES[code] === 400;
}

/** The page of what was asked, where it has one. */
function pageOf({ edition }: Bot, { asked }: Outcome, { commands }: Presenting): string | undefined {
  const command = asked && mayHavePage(asked.command) ? commandNamed(commands, asked.command) : undefined;
  if (!command || !asked) return undefined;
  return ownPageOf({ command: command.name, options: exactOptions(edition, command, asked.options) });
}

/** What asks without a question before it what needed one; undefined where none was needed. */
function lineAlone(
  { edition }: Bot,
  { refersBack, asked }: Outcome,
  presenting: Presenting,
): string | undefined {
  const command = refersBack && asked ? commandNamed(presenting.commands, asked.command) : undefined;
  if (!command || !asked) return undefined;
  const options = exactOptions(edition, command, asked.options);
  return sentChoice({ label: "", command: command.name, options }, presenting).line;
}

export function errorContent({ code, words, details }: HttpError, presenting: Presenting): JsonContent {
  const { choices, headers, ...told } = details;
  const answer = { kind: "error", text: say(presenting.locale, words), choices } as const;
  return problemContent(problemOf(code, told, answer, presenting), headers);
}

/** An outcome that is only the best there is so far is asked for anew each time. */
function isFinal({ cacheable, later }: Outcome): boolean {
  return cacheable && later === undefined;
}

function errorOf({ error = { code: "internal" } }: Outcome): OutcomeError {
  return error;
}
