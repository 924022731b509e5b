/** What is sent back: at once, or promised at once and sent when it is there. */
import type { Sender } from "./incoming.js";
import { EPHEMERAL, type Message, RESPONSE, type Response } from "../protocol.js";

/** After this long an answer is promised instead of given: a first response leaves within 1.5 s, and Discord waits 3. */
const PATIENCE = 1200;

export interface Reaction {
  /** Whom it is for; nobody in particular for a PING. */
  readonly sender?: Sender;
  readonly first: Response;
  /** Sent where Discord refuses `first`: the person is owed a word. */
  readonly apology?: () => Response;
  /** Where `first` only promised an answer: makes the message it then becomes. Never rejects. */
  readonly later?: () => Promise<Message>;
}

/** How much time there is. */
export interface Pace {
  /** When the question arrived, by `performance.now()`. */
  readonly since: number;
  /** None: others wait as well. */
  readonly hurry: boolean;
}

/** An answer to be made, and the form it takes. */
export interface Answering {
  readonly message: () => Promise<Message>;
  /** Whether it takes the place of the message whose button was pressed. */
  readonly turning: boolean;
  /** Whether all may see it. */
  readonly open: boolean;
}

/** The message where there is time for it, else the promise of one. */
export async function inTime(
  { message, turning, open }: Answering,
  { since, hurry }: Pace,
): Promise<Reaction> {
  const deferred: Response = turning
    ? { type: RESPONSE.deferredUpdate }
    : { type: RESPONSE.deferredMessage, data: open ? {} : { flags: EPHEMERAL } };
  if (hurry) return { first: deferred, later: message };

  const made = message();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, since + PATIENCE - performance.now()));
  });
  const data = await Promise.race([made, late]);
  clearTimeout(timer);
  if (!data) return { first: deferred, later: () => made };
  return { first: { type: turning ? RESPONSE.update : RESPONSE.message, data } };
}
