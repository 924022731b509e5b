/** Sends what is answered to where it was asked, and counts what became of it. */
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../../../chat/errors/errors.js";
import { ApiError, type Rest } from "../connection/rest.js";
import { object, snowflake } from "../json.js";
import { EPHEMERAL, REFUSAL, RESPONSE } from "../protocol.js";
import type { Interaction } from "./incoming.js";
import { editOf, type Responses, type Update } from "./responses.js";

/** Milliseconds for which Discord waits for a first response. */
const WINDOW = 3000;
/** How long we try to give it one, and to edit it, for which there are 15 minutes. */
const FIRST = { window: 2900, perTry: 1200 } as const;
const EDIT = { total: 60_000, perTry: 5000 } as const;
/** A first response that is sent as the answer to a request may arrive after its edit, but not much after. */
const OVERTAKEN = { window: 1500, pause: 200 } as const;

/** Milliseconds between two lines about failures; each says how many there were. */
const QUIET = 1000;

export interface ReplyFigures {
  /** First responses that Discord took. */
  answered: number;
  /** Promises that were kept. */
  deferred: number;
  /** Answers that came too late for it. */
  late: number;
  /** Answers that did not get through, or were refused. */
  lost: number;
}

type To = Pick<Interaction, "id" | "token" | "applicationId">;

export class Replies {
  readonly figures: ReplyFigures = { answered: 0, deferred: 0, late: 0, lost: 0 };
  readonly #rest: Rest;
  readonly #log: Log;
  #told = Number.NEGATIVE_INFINITY;

  constructor(rest: Rest, log: Log) {
    this.#rest = rest;
    this.#log = log;
  }

  /**
   * Sends the first response. Never rejects; false where nobody got it.
   * @param since when the interaction arrived, by `performance.now()`
   */
  async first(
    to: To,
    { first: body, files, apology }: Pick<Responses, "first" | "files" | "apology">,
    since: number,
  ): Promise<boolean> {
    const total = Math.max(1, since + FIRST.window - performance.now());
    const path = `/interactions/${to.id}/${to.token}/callback`;
    try {
      const patience = { total, perTry: FIRST.perTry };
      await this.#rest.send({ method: "POST", path, body, files, patience });
    } catch (error) {
      if (!this.#tookEffect(error)) {
        const refused = error instanceof ApiError && error.status === 400;
        if (refused && apology) {
          await this.first(to, { first: { type: RESPONSE.message, data: apology(error.code) } }, since);
        }
        return false;
      }
    }
    this.figures.answered++;
    return true;
  }

  /** Counts a first response that Discord is given as the answer to its request. */
  responded(since: number): void {
    if (performance.now() - since < WINDOW) this.figures.answered++;
    else this.figures.late++;
  }

  /** Sends what a first response only promised. Never rejects. */
  async promised(to: To, update: Update, sent: number): Promise<void> {
    this.figures.deferred++;
    await this.update(to, update, sent);
  }

  /**
   * Puts a message in the place of the first response, or beside the one whose button was pressed. Never rejects.
   * @param sent when the first response left, by `performance.now()`
   */
  async update(to: To, update: Update, sent: number): Promise<void> {
    const { applicationId, token } = to;
    const { message, files, beside, overEmbeds, apology } = update;
    const webhook = `/webhooks/${applicationId}/${token}`;
    const request = beside
      ? ({ method: "POST", path: webhook, body: { ...message, flags: message.flags | EPHEMERAL } } as const)
      : ({
          method: "PATCH",
          path: `${webhook}/messages/@original`,
          body: editOf(message, overEmbeds),
        } as const);
    for (;;) {
      try {
        await this.#rest.send({ ...request, files, patience: EDIT });
        return;
      } catch (error) {
        if (!isOvertaken(error, sent)) {
          const tookEffect = this.#tookEffect(error);
          if (tookEffect || !apology || !(error instanceof ApiError) || error.status !== 400) return;
          const instead = { ...update, message: apology(error.code), files: [], apology: undefined };
          return this.update(to, instead, sent);
        }
        await pause(OVERTAKEN.pause);
      }
    }
  }

  /**
   * What Discord calls the message of the first response; undefined where it does not tell. Never rejects.
   * @param sent when the first response left, by `performance.now()`
   */
  async original({ applicationId, token }: To, sent: number): Promise<string | undefined> {
    const path = `/webhooks/${applicationId}/${token}/messages/@original`;
    for (;;) {
      try {
        const { body } = await this.#rest.send({ method: "GET", path, patience: EDIT });
        return snowflake(object(body).id) || undefined;
      } catch (error) {
        if (!isOvertaken(error, sent)) return undefined;
        await pause(OVERTAKEN.pause);
      }
    }
  }

  /** Whether what failed was answered all the same: its own answer was lost, or another process was faster. */
  #tookEffect(error: unknown): boolean {
    const code = codeOf(error);
    if (code === REFUSAL.alreadyAnswered) return true;
    if (TOO_LATE.has(code)) {
      this.figures.late++;
      if (this.#mayTell()) this.#log.warn({ late: this.figures.late }, "Discord: an answer came too late");
      return false;
    }
    this.figures.lost++;
    if (this.#mayTell()) {
      this.#log.error({ err: error, lost: this.figures.lost }, "Discord: an answer did not get through");
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

const TOO_LATE: ReadonlySet<number> = new Set([
  REFUSAL.unknownInteraction,
  REFUSAL.unknownWebhook,
  REFUSAL.expiredToken,
]);

/** Whether a first response has just left, and may arrive yet. */
function isOvertaken(error: unknown, sent: number): boolean {
  return codeOf(error) === REFUSAL.unknownWebhook && performance.now() - sent < OVERTAKEN.window;
}

/** Discord's own code; 0 where there is none. */
function codeOf(error: unknown): number {
  return error instanceof ApiError ? error.code : 0;
}
