/** Sends what is answered to where it was asked, and counts what became of it. */
import type { Log } from "../../../chat/errors.js";
import type { Sender } from "./incoming.js";
import { type Message, REFUSAL, type Response } from "../protocol.js";
import { ApiError, type Rest } from "../connection/rest.js";

/** Discord takes a first response for 3 seconds, and edits for 15 minutes. */
const FIRST = { window: 2900, perTry: 1200 } as const;
const EDIT = { total: 60_000, perTry: 5000 } as const;

/** Milliseconds between two lines about failures; each says how many there were. */
const QUIET = 1000;

export interface ReplyFigures {
  /** First responses that Discord took. */
  answered: number;
  deferred: number;
  /** Those that came too late for it. */
  late: number;
  /** Those that did not get through, or were refused. */
  lost: number;
}

export class Replies {
  readonly figures: ReplyFigures = { answered: 0, deferred: 0, late: 0, lost: 0 };

  #told = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly rest: Rest,
    private readonly log: Log,
  ) {}

  /**
   * Never rejects; false where nobody got it.
   * @param since when the interaction arrived, by `performance.now()`
   * @param apology what is sent where Discord refuses `body` itself
   */
  async first(
    to: Pick<Sender, "id" | "token">,
    body: Response,
    since: number,
    apology?: () => Response,
  ): Promise<boolean> {
    const total = Math.max(1, since + FIRST.window - performance.now());
    const path = `/interactions/${to.id}/${to.token}/callback`;
    try {
      await this.rest.send({ method: "POST", path, body, patience: { total, perTry: FIRST.perTry } });
    } catch (error) {
      if (!this.#tookEffect(error)) {
        const refused = error instanceof ApiError && error.status === 400;
        if (refused && apology) await this.first(to, apology(), since);
        return false;
      }
    }
    this.figures.answered++;
    return true;
  }

  /** Puts the message in the place of a first response that only promised one. Never rejects. */
  async edit(
    { applicationId, token }: Pick<Sender, "applicationId" | "token">,
    message: Message,
  ): Promise<void> {
    this.figures.deferred++;
    const path = `/webhooks/${applicationId}/${token}/messages/@original`;
    // Whether it is for the asker alone was decided with the promise.
    const { flags: _, ...body } = message;
    try {
      await this.rest.send({ method: "PATCH", path, body, patience: EDIT });
    } catch (error) {
      this.#tookEffect(error);
    }
  }

  /** Whether what failed was answered all the same: its own answer was lost, or another process was faster. */
  #tookEffect(error: unknown): boolean {
    const code = error instanceof ApiError ? error.code : 0;
    if (code === REFUSAL.alreadyAnswered) return true;
    if (code === REFUSAL.unknownInteraction || code === REFUSAL.unknownWebhook) {
      this.figures.late++;
      if (this.#mayTell()) this.log.warn({ late: this.figures.late }, "Discord: an answer came too late");
      return false;
    }
    this.figures.lost++;
    if (this.#mayTell()) {
      this.log.error({ err: error, lost: this.figures.lost }, "Discord: an answer did not get through");
    }
    return false;
  }

  /** Where thousands fail at once, telling each would be the next thing to fail. */
  #mayTell(): boolean {
    const now = performance.now();
    if (now - this.#told < QUIET) return false;
    this.#told = now;
    return true;
  }
}
