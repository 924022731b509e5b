/** What goes wrong while refreshing: the errors, and of what kind they are. */
import { OperatorError, type Words } from "../words.js";
import type { FailureKind } from "./port.js";

/** All kinds, each under its own name: the compiler sees to it that none is missing. */
export const FAILURE_KINDS = {
  unreachable: "unreachable",
  refused: "refused",
  missing: "missing",
  malformed: "malformed",
  build: "build",
  rejected: "rejected",
  interrupted: "interrupted",
  unknown: "unknown",
} as const satisfies { readonly [Kind in FailureKind]: Kind };

/** Something that the operator can mend. `words` are for the operator and the log; everybody else is told the kind. */
export class RefreshError extends OperatorError {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, words: Words, options?: ErrorOptions) {
    super(words, options);
    this.kind = kind;
  }
}

/** A source could not be asked, or gave what cannot be used. `words` name no secret. */
export class SourceError extends RefreshError {}

/** The source does not accept who we are: asking again is of no use. */
export class DeniedError extends SourceError {
  constructor(words: Words) {
    super("refused", words);
  }
}

/** The kind of an error; `fallback` where it says nothing of itself. */
export function kindOf(error: unknown, fallback: FailureKind = "unknown"): FailureKind {
  return error instanceof RefreshError ? error.kind : fallback;
}

/** Several errors of one source told as one: of the kind of the first. Undefined where there is none. */
export function combinedErrors(errors: readonly SourceError[]): SourceError | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  const all = (language: keyof Words) => errors.map(({ words }) => words[language]).join(". ");
  return new SourceError(first.kind, { es: all("es"), en: all("en") });
}
