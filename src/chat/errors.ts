/**
 * The three ways a question goes wrong: the person did something (told kindly, with what to try), a dependency
 * did (told, logged), or we did (a bug: logged under an id that the person is shown). Everything that is
 * neither of the first two is a bug.
 */
import type { Words } from "../words.js";
import type { Answer, Choice } from "./answer/answer.js";
import { type Locale, say } from "./locale.js";

/** What the person asked cannot be answered as it stands. `words` say why and what to try. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** The option at fault, where one is. */
  readonly option: string | undefined;
  /** What the person may have meant. */
  readonly suggestions: readonly Choice[];

  constructor(
    readonly words: Words,
    { option, suggestions = [] }: { option?: string; suggestions?: readonly Choice[] } = {},
  ) {
    super(words.en);
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
    readonly words: Words,
    options?: ErrorOptions,
  ) {
    super(`${dependency}: ${words.en}`, options);
  }
}

/** What the chat layer needs of a logger; pino's shape. */
export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * What the reader is told of an error; what the operator must know of it is logged.
 * Neither a message nor a stack of an unknown error ever reaches the answer.
 */
export function errorAnswer(error: unknown, command: string | null, locale: Locale, log: Log): Answer {
  if (error instanceof UserError) {
    const { words, suggestions } = error;
    const text = say(locale, words);
    return suggestions.length > 0 ? { kind: "error", text, choices: suggestions } : { kind: "error", text };
  }
  if (error instanceof DependencyError) {
    quietly(() => log.warn({ err: error, command, dependency: error.dependency }, "a dependency failed"));
    return { kind: "error", text: say(locale, error.words) };
  }
  const id = errorId();
  quietly(() => log.error({ err: error, command, id }, "bug"));
  const words: Words = {
    es: `Algo falló de nuestro lado. Si lo cuentas, da este código: ${id}`,
    en: `Something went wrong on our side. If you report it, give this code: ${id}`,
  };
  return { kind: "error", text: say(locale, words) };
}

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
