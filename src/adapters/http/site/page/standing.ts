/** What a page is told of its surroundings. */
import type { Locale } from "../../../../chat/locale.js";

/** Where a page stands, and who reads it. */
export interface Standing {
  readonly locale: Locale;
  /** From the page to where the server's addresses begin: "../"; empty where they begin. */
  readonly root: string;
  /** Where people reach the server from outside, without a slash at its end; undefined where nobody has said. */
  readonly publicUrl: string | undefined;
}
