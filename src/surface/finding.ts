/** What looking at the set-up finds, before or beside a running bot: one line each, for `npm run doctor`. */
import type { Program } from "../chat/contract.js";
import type { Locale } from "../chat/locale.js";
import type { Words } from "../words.js";

/** Something is in order; something works and could be better, or is not as expected; something does not work. */
export type Verdict = "good" | "warning" | "bad";

export interface Finding {
  readonly verdict: Verdict;
  /** What was found. Holds no secret. */
  readonly words: Words;
  /** What to do about it. */
  readonly advice?: Words;
}

/** What a platform needs to know to look at itself. */
export interface CheckHost {
  /** What its commands should be. */
  readonly program: Program;
  /** For people whose clients speak no language of ours. */
  readonly locale: Locale;
  readonly now: Date;
  /** Milliseconds for each request. */
  readonly patience: number;
}

export function good(words: Words): Finding {
  return { verdict: "good", words };
}

export function warning(words: Words, advice?: Words): Finding {
  return { verdict: "warning", words, advice };
}

export function bad(words: Words, advice?: Words): Finding {
  return { verdict: "bad", words, advice };
}
