/** What comes of a question. */
import type { Aside, Reply } from "./answer/reply.js";
import type { Answer } from "./answer/schema.js";
import type { Asked, Asking } from "./asking.js";
import type { Bot } from "./contract.js";
import type { OutcomeError } from "./errors/codes.js";
import { toldError } from "./errors/errors.js";

export interface Outcome {
  /** The command that was asked for; null where none was named. */
  readonly command: string | null;
  /** The question with all it was asked with; null where it could not be read. */
  readonly asked: Asked | null;
  /** What was understood where that is not `asked`: a word about an answer ("más") that there was none before. */
  readonly understood?: Asked;
  /** Whether the line that asked it means this only after the answer before it: said alone it is another question. */
  readonly refersBack?: true;
  readonly status: Reply["status"] | "error";
  /** The query handler's typed result; null where there is none, and for errors. */
  readonly result: unknown;
  readonly answer: Answer;
  /** What whoever pressed a shared button is told alone. */
  readonly aside?: Aside;
  /** See `Reply.onShown`. */
  readonly onShown?: Reply["onShown"];
  /** What went wrong, where the status is "error". */
  readonly error?: OutcomeError;
  /** Whether the same question has the same answer for as long as the edition lasts. */
  readonly cacheable: boolean;
  /** Waits for a better answer, where this one is only the best there is so far. Never rejects. */
  readonly later?: () => Promise<Outcome>;
}

/** The outcome of something that could not even be asked. */
export function failed(error: unknown, command: string | null, { locale }: Asking, { ports }: Bot): Outcome {
  const told = toldError(error, command, locale, ports.log);
  return { command, asked: null, status: "error", result: null, cacheable: false, ...told };
}
