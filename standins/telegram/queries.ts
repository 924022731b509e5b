/** Queries that wait for the bot's answer, each of which may be answered once. */
import type { Payload } from "./types.js";

const QUERIES_KEPT = 5_000;

export class Queries {
  #nextId = 1;
  readonly #open = new Map<string, (answer: Payload) => void>();

  ask(): { readonly id: string; readonly answered: Promise<Payload> } {
    const id = String(this.#nextId++);
    const answered = new Promise<Payload>((resolve) => this.#open.set(id, resolve));
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= QUERIES_KEPT) break;
      this.#open.delete(oldest);
    }
    return { id, answered };
  }

  /** False where nobody waits for it: answered before, too old, or never asked. */
  answer(id: string, payload: Payload): boolean {
    const resolve = this.#open.get(id);
    this.#open.delete(id);
    resolve?.(payload);
    return resolve !== undefined;
  }
}
