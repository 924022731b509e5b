/** Writes what comes within a moment together: for what nobody waits for. */

export class Gathered<Item> {
  readonly #write: (items: readonly Item[]) => Promise<void>;
  readonly #delay: number;
  readonly #most: number;
  #waiting: Item[] = [];
  #writing: Promise<void> | undefined;

  /**
   * @param write never rejects
   * @param delay milliseconds that items are gathered
   * @param most items that wait; more are given up, the oldest first
   */
  constructor(write: (items: readonly Item[]) => Promise<void>, { delay = 50, most = 5_000 } = {}) {
    this.#write = write;
    this.#delay = delay;
    this.#most = most;
  }

  add(item: Item): void {
    if (this.#waiting.length >= this.#most) this.#waiting.shift();
    this.#waiting.push(item);
    this.#writing ??= this.#writeSoon();
  }

  /** Resolves once nothing waits to be written. */
  async settle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  async #writeSoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.#delay).unref());
    const items = this.#waiting;
    this.#waiting = [];
    await this.#write(items);
    this.#writing = this.#waiting.length > 0 ? this.#writeSoon() : undefined;
  }
}
