/** What a reader of a file of JSON lines is. */
import type { ReadContext } from "../../context.js";
import type { SourceParts } from "../../parts.js";

/** Reads the lines of one file after its first, which says what it is. */
export interface LineReader {
  readonly kind: string;
  /** False where the line is not as it should be. */
  line(value: unknown, line: number): boolean;
  /** Hands over what was read; returns how many lines count. */
  finish(parts: SourceParts): number;
}

export type CreateLineReader = (file: string, context: ReadContext) => LineReader;
