/**
 * The answer model: flat, plain text, no markup. An adapter renders it within its platform's limits
 * and escapes it for its markup; it adds nothing.
 */

/** What an answer is about, so that an adapter can choose a form (card, list, buttons). */
export type AnswerKind = "film" | "person" | "figure" | "list" | "choices" | "empty" | "help" | "error";

export interface Field {
  readonly name: string;
  readonly value: string;
}

/** A further question the reader can ask by picking it. `options` are exact ("tmdb:329"). */
export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number>>;
  /** What picks it when it is typed (`said.ts`): "otra", "mas". */
  readonly said?: readonly string[];
}

export interface Answer {
  readonly kind: AnswerKind;
  readonly title?: string;
  /** Paragraphs are separated by a blank line, lines by one newline. */
  readonly text?: string;
  readonly fields?: readonly Field[];
  /** All lines, in order; an adapter pages or cuts and says so. */
  readonly list?: readonly string[];
  /** A link to a picture; never fetched by us. */
  readonly image?: string;
  readonly choices?: readonly Choice[];
  /** Said before the choices, where the title does not already ask: "¿Buscabas otra?" */
  readonly prompt?: string;
  readonly footer?: string;
}

/** What a command returns. `result` is the query handler's typed result, null where there is none. */
export interface Reply<Result = unknown> {
  readonly status: "ok" | "choices" | "empty";
  readonly result: Result | null;
  readonly answer: Answer;
}
