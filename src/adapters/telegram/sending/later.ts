/**
 * Better versions of answers: waited for without holding anything up, and put in the place of the first ones.
 */
import type { Outcome } from "../../../chat/outcome.js";
import { BoundedMap } from "../../../surface/bounded-map.js";
import type { Shown } from "./send.js";

const MESSAGES_KEPT = 10_000;

/** Shows a version in the place of a message, or below; gives the message that shows it. */
export type Show = (version: Outcome, message: Shown | undefined) => Promise<Shown | undefined>;

export class LaterVersions {
  /** How often something else was put into a message. */
  readonly #replaced = new BoundedMap<string, number>(MESSAGES_KEPT);
  readonly #showing = new Set<Promise<Shown | undefined>>();
  readonly #onFailure: (error: unknown) => void;

  /** @param onFailure told where a version could not be shown */
  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /**
   * Something else stands in that message from now on: a better version of what stood there comes too late.
   */
  supersede(message: Shown): void {
    const key = keyOf(message);
    this.#replaced.set(key, (this.#replaced.get(key) ?? 0) + 1);
  }

  /**
   * Shows every better version as it comes. Returns at once.
   * @param message what shows the first one; undefined where that cannot be replaced
   */
  follow(later: () => Promise<Outcome>, message: Shown | undefined, show: Show): void {
    this.#follow(later, message, show).catch(this.#onFailure);
  }

  /** Resolves when what has come is shown; what is still to come is not waited for. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#showing);
  }

  async #follow(later: () => Promise<Outcome>, first: Shown | undefined, show: Show): Promise<void> {
    let message = first;
    let next: typeof later | undefined = later;
    while (next) {
      const times = this.#timesReplaced(message);
      const version = await next();
      if (this.#timesReplaced(message) !== times) return;
      const showing = show(version, message);
      this.#showing.add(showing);
      try {
        message = await showing;
      } finally {
        this.#showing.delete(showing);
      }
      next = version.later;
    }
  }

  #timesReplaced(message: Shown | undefined): number {
    return message === undefined ? 0 : (this.#replaced.get(keyOf(message)) ?? 0);
  }
}

function keyOf({ chat, id }: Shown): string {
  return `${chat}:${id}`;
}
