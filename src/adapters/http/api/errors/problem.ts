/** Errors as they leave over HTTP: RFC 9457's problem details, with the same told for a chat. */
import { plainText } from "../../../../chat/answer/rich-text.js";
import type { Answer } from "../../../../chat/answer/schema.js";
import { ERROR_CODES, type ErrorCode } from "../../../../chat/errors/codes.js";
import { say } from "../../../../chat/locale.js";
import type { Problem } from "../bodies.js";
import { type Presenting, present } from "../present.js";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Where the codes are explained; each has an anchor of its own. */
export const ERRORS_PATH = "/docs/errors";

export const STATUS_CODES: Readonly<Record<ErrorCode, number>> = {
  unknown_command: 404,
  not_understood: 400,
  unknown_parameter: 400,
  missing_parameter: 400,
  invalid_parameter: 400,
  repeated_parameter: 400,
  unknown_action: 410,
  expired: 410,
  not_allowed: 403,
  unauthorized: 401,
  read_only: 405,
  unavailable: 503,
  internal: 500,
  invalid_request: 400,
  invalid_url: 400,
  not_found: 404,
  method_not_allowed: 405,
  too_long: 414,
  too_large: 413,
  too_slow: 408,
  too_many_requests: 429,
};

/** What a program is told besides the code. */
export type ProblemDetails = Pick<Problem, "parameter" | "parameters" | "nearest" | "id">;

/** @param answer the error as a chat would tell it; its text is the detail */
export function problemOf(
  code: ErrorCode,
  { parameter, parameters, nearest, id }: ProblemDetails,
  answer: Answer,
  presenting: Presenting,
): Problem {
  const sent = present(answer, presenting);
  return {
    type: `${ERRORS_PATH}#${code}`,
    title: say(presenting.locale, ERROR_CODES[code]),
    status: STATUS_CODES[code],
    detail: plainText(sent.text ?? sent.title ?? ""),
    code,
    parameter,
    parameters,
    nearest,
    id,
    answer: sent,
  };
}
