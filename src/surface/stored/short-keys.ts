/** What has no room in a button, kept in the store as well as in memory: buttons work after a restart, and anywhere. */
import { isStoreUnavailable, type Log } from "../../chat/errors/errors.js";
import type { ShortKeys } from "../../chat/ports.js";
import type { Repositories } from "../../store/port.js";

/** Milliseconds that texts are gathered before they are written together. */
const GATHERED = 200;
/** More texts than wait for a store that is away are kept in memory alone. */
const MOST_WAITING = 5_000;

type Buttons = Pick<Repositories["buttons"], "keep" | "find">;

export class StoredShortKeys implements ShortKeys {
  readonly #memory: ShortKeys;
  readonly #buttons: () => Promise<Buttons>;
  readonly #now: () => Date;
  readonly #log: Log;
  #waiting = new Map<string, string>();
  #writing: Promise<void> | undefined;

  constructor(
    memory: ShortKeys,
    buttons: () => Promise<Buttons>,
    { now, log }: { readonly now: () => Date; readonly log: Log },
  ) {
    this.#memory = memory;
    this.#buttons = buttons;
    this.#now = now;
    this.#log = log;
  }

  keep(text: string): string {
    const key = this.#memory.keep(text);
    if (this.#waiting.size < MOST_WAITING) this.#waiting.set(key, text);
    this.#writing ??= this.#writeSoon();
    return key;
  }

  async find(key: string): Promise<string | undefined> {
    const known = await this.#memory.find(key);
    if (known !== undefined) return known;
    try {
      return await (await this.#buttons()).find(key, this.#now());
    } catch (error) {
      this.#told(error);
      return undefined;
    }
  }

  /** Resolves once nothing waits to be written. */
  async settle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  async #writeSoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHERED).unref());
    const texts = this.#waiting;
    this.#waiting = new Map();
    try {
      await (await this.#buttons()).keep(texts, this.#now());
    } catch (error) {
      // They are in memory still, and their buttons work as long as this process runs.
      this.#told(error);
    }
    this.#writing = this.#waiting.size > 0 ? this.#writeSoon() : undefined;
  }

  #told(error: unknown): void {
    if (!isStoreUnavailable(error)) this.#log.error({ err: error }, "texts of buttons in the store");
  }
}
