/**
 * The two languages people read, and the errors that are told in them.
 * A leaf: every module may import it, it imports nothing.
 */

export type Language = "es" | "en";

/** A text in each language; never mixed, Spanish first. */
export type InEach<Text> = Readonly<Record<Language, Text>> & {
  /** Where Latin America says it otherwise ("suspenso", "en promedio"); `es` unless said. */
  readonly es419?: Text;
};

/** A sentence in each language. */
export type Words = InEach<string>;

/** A tag without a region says nothing of it. */
const SPAIN: ReadonlySet<string> = new Set(["es", "es-ES", "es-EA", "es-IC", "es-GQ", "es-PH"]);

/** Spanish of where they do not say it as in Spain: of every region that is named and is not of Spain's. */
export function isLatinAmerican(tag: string): boolean {
  return /^es(?:-|$)/u.test(tag) && !SPAIN.has(tag);
}

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
