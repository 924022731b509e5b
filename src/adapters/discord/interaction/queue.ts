/**
 * The order in which interactions are answered when more come than can be answered at once. Each is owed a first
 * response in 3 seconds: while there is time it is the answer, and where there is not it is the promise of one, which
 * costs next to nothing. What was promised is worked off when nobody waits.
 */
import { INTERACTION } from "../protocol.js";
import type { Responder } from "./responder.js";
import type { Responses } from "./responses.js";

/** Milliseconds in the queue after which an answer is only promised. */
const HURRY = 400;
/** Milliseconds after which a completion is not worth its work: whoever waited for it has typed on. They are shed first. */
const COMPLETION_HURRY = 100;
/** Promised answers that are worked on at once. */
const MOST_AFTERWARDS = 16;

interface Waiting {
  readonly payload: unknown;
  readonly since: number;
  readonly resolve: (responses: Promise<Responses | undefined>) => void;
}

/** First in, first out, without moving all the others each time. */
class Queue<Item> {
  #items: Item[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  shift(): Item | undefined {
    const item = this.#items[this.#first++];
    if (this.#first >= this.#items.length) {
      this.#items = [];
      this.#first = 0;
    }
    return item;
  }
}

export class InteractionQueue {
  readonly #responder: Responder;
  readonly #waiting = new Queue<Waiting>();
  readonly #afterwards = new Queue<() => Promise<void>>();
  #working = 0;
  #turning = false;
  #hurried = 0;

  constructor(responder: Responder) {
    this.#responder = responder;
  }

  /** Interactions that were only promised an answer because others were before them. */
  get hurried(): number {
    return this.#hurried;
  }

  /** Never rejects. @param since when it arrived, by `performance.now()` */
  respond(payload: unknown, since: number): Promise<Responses | undefined> {
    return new Promise((resolve) => {
      this.#waiting.push({ payload, since, resolve });
      this.#turn();
    });
  }

  /** Does `work`, which never rejects, when nobody waits for a first response. */
  afterwards(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      this.#afterwards.push(() => work().then(resolve));
      this.#turn();
    });
  }

  /** One at a time: between two of them what was answered goes out, and what arrives is seen. */
  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    setImmediate(() => {
      this.#turning = false;
      this.#next();
      const more = this.#waiting.size > 0 || (this.#afterwards.size > 0 && this.#working < MOST_AFTERWARDS);
      if (more) this.#turn();
    });
  }

  #next(): void {
    const waiting = this.#waiting.shift();
    if (waiting) {
      const { payload, since, resolve } = waiting;
      const hurry = performance.now() - since > (isCompletion(payload) ? COMPLETION_HURRY : HURRY);
      if (hurry) this.#hurried++;
      resolve(hurry ? this.#responder.promise(payload) : this.#responder.respond(payload, since));
      return;
    }
    if (this.#working >= MOST_AFTERWARDS) return;
    const work = this.#afterwards.shift();
    if (!work) return;
    this.#working++;
    void work().finally(() => {
      this.#working--;
      if (this.#afterwards.size > 0) this.#turn();
    });
  }
}

function isCompletion(payload: unknown): boolean {
  return (payload as { readonly type?: unknown } | null)?.type === INTERACTION.autocomplete;
}
