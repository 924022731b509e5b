/** What a command, or an action, returns. */
import type { Asked, ShownMessage } from "../asking.js";
import type { Answer } from "./schema.js";

/**
 * For whoever pressed a shared button, and nobody else. A surface that can answer one person among others shows `answer`;
 * one that can only say a few words says `text`, or leads to where `privately` is asked.
 */
export interface Aside {
  /** What the press did, in a sentence; what `answer` says, unless it is said shorter. */
  readonly text?: string;
  /**
   * In full, beside what takes the message's place; instead of that where nobody else sees it. Of a button that replies
   * it is the reply's own answer.
   */
  readonly answer?: Answer;
  /** The question that says the same where nobody else reads it. */
  readonly privately?: Asked;
}

/** `result` is the query handler's typed result, null where there is none. */
export interface Reply<Result = unknown> {
  readonly status: "ok" | "choices" | "empty";
  readonly result: Result | null;
  readonly answer: Answer;
  /** What whoever pressed a shared button is told alone. */
  readonly aside?: Aside;
  /**
   * Told where the answer stands, once it does and all can see it: of what changes by itself, to be drawn anew then. Not
   * told where a surface cannot draw it anew. Never rejects.
   */
  readonly onShown?: (message: ShownMessage) => Promise<void>;
  /** False where the same question is answered otherwise next time; otherwise as its command says. */
  readonly cacheable?: boolean;
  /**
   * Where the answer is only the best there is so far: waits for a better one, which a surface that can puts in its
   * place. What goes wrong with it is told like any other error.
   */
  readonly later?: () => Promise<Reply<Result>>;
}
