/** What is wrong with a request as such, before any command is asked. */
import type { Choice } from "../../../../chat/answer/schema.js";
import type { ErrorCode } from "../../../../chat/errors/codes.js";
import type { Words } from "../../../../words.js";
import { type ProblemDetails, STATUS_CODES } from "./problem.js";

export interface HttpErrorDetails extends Omit<ProblemDetails, "id"> {
  /** Questions that may have been meant. */
  readonly choices?: readonly Choice[];
  /** Headers of the response. */
  readonly headers?: Readonly<Record<string, string>>;
}

export class HttpError extends Error {
  override readonly name = "HttpError";
  /** What Fastify and its plugins read. */
  readonly statusCode: number;

  constructor(
    readonly code: ErrorCode,
    readonly words: Words,
    readonly details: HttpErrorDetails = {},
  ) {
    super(words.en);
    this.statusCode = STATUS_CODES[code];
  }
}
