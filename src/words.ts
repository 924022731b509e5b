/**
 * The two languages people read, and the errors that are told in them.
 * A leaf: every module may import it, it imports nothing.
 */

/** A sentence in each language; never mixed, Spanish first. */
export interface Words {
  readonly es: string;
  readonly en: string;
}

export type Language = keyof Words;

/**
 * Something the operator can mend: a wrong setting, an index that does not load, a source that is no source.
 * It is told in one line, without a stack trace. `message` is the English line, for logs.
 */
export class OperatorError extends Error {
  override readonly name = "OperatorError";

  constructor(
    readonly words: Words,
    options?: ErrorOptions,
  ) {
    super(words.en, options);
  }
}
