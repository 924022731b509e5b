/**
 * The three ways a question goes wrong: the person did something (told kindly, with what to try), a dependency
 * did (told, logged), or we did (a bug: logged under an id that the person is shown). Everything that is
 * neither of the first two is a bug.
 */

import type { Words } from "../../words.js";
import { plainText, type RichWords } from "../answer/rich-text.js";
import type { Answer, Choice } from "../answer/schema.js";
import { type Locale, say } from "../locale.js";
import type { ErrorCode, OutcomeError } from "./codes.js";

/** What the person asked cannot be answered as it stands. `words` say why and what to try. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** The option at fault, where one is. */
  readonly option: string | undefined;
  /** What the person may have meant. */
  readonly suggestions: readonly Choice[];

  constructor(
    readonly code: ErrorCode,
    readonly words: RichWords,
    { option, suggestions = [] }: { option?: string; suggestions?: readonly Choice[] } = {},
  ) {
    super(plainText(words.en));
    this.option = option;
    this.suggestions = suggestions;
  }
}

/** Something we depend on failed. `words` are for the person and name no address and no secret. */
export class DependencyError extends Error {
  override readonly name = "DependencyError";

  constructor(
    /** Which one, for the log: "store", "tmdb". */
    readonly dependency: string,
    readonly words: RichWords,
    options?: ErrorOptions,
  ) {
    super(`${dependency}: ${plainText(words.en)}`, options);
  }
}

/** What the chat layer needs of a logger; pino's shape. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** An error as the reader and programs are told of it. */
export interface ToldError {
  readonly answer: Answer;
  readonly error: OutcomeError;
}

/**
 * What the reader is told of an error; what the operator must know of it is logged.
 * Neither a message nor a stack of an unknown error ever reaches the answer.
 */
export function toldError(error: unknown, command: string | null, locale: Locale, log: Log): ToldError {
  if (error instanceof UserError) {
    const { code, option, words, suggestions } = error;
    const answer: Answer = { kind: "error", text: say(locale, words) };
    return {
      answer: suggestions.length > 0 ? { ...answer, choices: suggestions } : answer,
      error: option === undefined ? { code } : { code, option },
    };
  }
  if (error instanceof DependencyError) {
    const { dependency, words } = error;
    quietly(() => log.warn({ err: error, command, dependency }, "a dependency failed"));
    return { answer: { kind: "error", text: say(locale, words) }, error: { code: "unavailable" } };
  }
  if (isStoreUnavailable(error)) {
    quietly(() => log.warn({ err: error, command }, "the store was needed and not there"));
    return { answer: { kind: "error", text: say(locale, STORE_AWAY) }, error: { code: "unavailable" } };
  }
  const id = errorId();
  quietly(() => log.error({ err: error, command, id }, "bug"));
  const text = say(locale, {
    es: `Algo falló de nuestro lado. Si lo cuentas, da este código: ${id}`,
    en: `Something went wrong on our side. If you report it, give this code: ${id}`,
  });
  return { answer: { kind: "error", text }, error: { code: "internal", id } };
}

/** Whether the store cannot serve now; it tells the operator of that itself. Its class is the store's alone. */
export function isStoreUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === "StoreUnavailable";
}

const STORE_AWAY: Words = {
  es: "Ahora no puedo guardar ni leer lo guardado. Vuelve a probar en un momento; las preguntas sobre películas siguen funcionando.",
  en: "I can neither save nor read what is saved right now. Try again in a moment; questions about films go on working.",
};

/** Short enough to be read out, long enough not to meet its double in a log. */
export function errorId(): string {
  return crypto.randomUUID().slice(0, 8);
}

/** The reader gets an answer even where the log cannot be written. */
function quietly(tell: () => void): void {
  try {
    tell();
  } catch {
    // Nowhere left to tell it.
  }
}
