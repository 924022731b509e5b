/** What is wrong with a request as such, before any command is asked. */
import type { Words } from "../../../words.js";

/** What a program can act upon; the sentence beside it is for people. */
export type ErrorCode =
  | "invalid_request"
  | "invalid_url"
  | "invalid_parameter"
  | "repeated_parameter"
  | "unknown_parameter"
  | "missing_parameter"
  | "not_found"
  | "method_not_allowed"
  | "too_long"
  | "too_large"
  | "too_slow"
  | "too_many_requests"
  | "unavailable"
  | "internal";

export interface ErrorDetails {
  /** The parameter at fault, as the client named it. */
  readonly parameter?: string;
  /** The parameters that exist. */
  readonly parameters?: readonly string[];
  /** The address that may have been meant. */
  readonly nearest?: string;
}

export class HttpError extends Error {
  override readonly name = "HttpError";

  constructor(
    readonly statusCode: number,
    readonly code: ErrorCode,
    readonly words: Words,
    readonly details: ErrorDetails = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(words.en);
  }
}
