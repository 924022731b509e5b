/** What a command, or an action, returns. */
import type { Asked } from "../asking.js";
import type { Answer } from "./schema.js";

/** `result` is the query handler's typed result, null where there is none. */
export interface Reply<Result = unknown> {
  readonly status: "ok" | "choices" | "empty";
  readonly result: Result | null;
  readonly answer: Answer;
  /**
   * What whoever pressed a button is told alone, beside the answer that all see; in its place where nobody else sees
   * that. A platform that can only say a few words says those, without buttons.
   */
  readonly aside?: Answer;
  /** False where the same question is answered otherwise next time; otherwise as its command says. */
  readonly cacheable?: boolean;
  /** What an action did, in a sentence: all that is told where a surface tells it beside the answer. */
  readonly told?: string;
  /** The question that says the same where nobody else reads it, for surfaces that cannot answer one person among others. */
  readonly alone?: Asked;
  /**
   * Where the answer is only the best there is so far: waits for a better one, which a surface that can puts in its
   * place. What goes wrong with it is told like any other error.
   */
  readonly later?: () => Promise<Reply<Result>>;
}
