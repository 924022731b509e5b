/** Outcomes and errors → status codes and JSON bodies. */
import type { Answer } from "../../../chat/answer/answer.js";
import type { Outcome } from "../../../chat/dispatch.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { Fault } from "./fault.js";
import type { ErrorCode, ErrorDetails, HttpError } from "./http-error.js";
import { present } from "./present.js";

/** What is answered, before it is bytes. */
export interface Content {
  readonly statusCode: number;
  /** Whether the same question has this answer for as long as the index is in use: no error has. */
  readonly lasting: boolean;
  readonly body: object;
}

/** What every answer to a question of a command looks like. */
export interface AnswerBody {
  readonly status: Outcome["status"];
  readonly result: unknown;
  readonly answer: Answer;
  readonly error?: ErrorDetails & { readonly code: ErrorCode };
}

/** @param faultOf asked only where something went wrong */
export function outcomeContent(
  { status, result, answer }: Outcome,
  locale: Locale,
  faultOf: () => Fault = () => ({ statusCode: 500, error: { code: "internal" } }),
): Content {
  const body: AnswerBody = { status, result, answer: present(answer, locale) };
  switch (status) {
    case "ok":
    case "choices":
      return { statusCode: 200, lasting: true, body };
    case "empty":
      return { statusCode: 404, lasting: true, body };
    case "error": {
      const { statusCode, error } = faultOf();
      return { statusCode, lasting: false, body: { ...body, error } };
    }
  }
}

/** What is wrong with a request, in the shape of an answer. */
export function errorBody(
  { code, words, details }: Pick<HttpError, "code" | "words" | "details">,
  locale: Locale,
  choices: Answer["choices"] = undefined,
): AnswerBody {
  const answer = present({ kind: "error", text: say(locale, words), choices }, locale);
  return { status: "error", result: null, answer, error: { code, ...details } };
}
