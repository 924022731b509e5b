/** A delimited text: how it is written, and a block of it taken apart. */

export interface Dialect {
  readonly delimiter: string;
  /** "" where quotes are letters like any other. */
  readonly quote: string;
  /** Of a text whose programs or people quoted in two ways: the other quote. */
  readonly also?: string;
  /** Blanks may stand before a quote: `1, "a, b"`. */
  readonly padded?: boolean;
  /** How a quote stands inside quotes: twice, or after a backslash, which then also escapes delimiters. */
  readonly escape: "doubled" | "backslash";
}

export const COMMAS: Dialect = { delimiter: ",", quote: '"', escape: "doubled" };

export interface ParsedBlock {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  /** `cursor`: index after the last complete row. */
  readonly meta: { readonly cursor: number };
}
