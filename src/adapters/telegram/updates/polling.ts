/**
 * Updates by asking for them: one question after the other, with a loop that nothing ends but the program.
 */
import { createRunner, createSource } from "@grammyjs/runner";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Listenable } from "../../../surface/network/http-client.js";
import type { Timing } from "../settings.js";
import { askedToWait } from "../transport/failures.js";
import { pause } from "../transport/pause.js";
import type { Lanes } from "./lanes.js";
import { UPDATES } from "./listener.js";

export interface PollingOptions {
  readonly api: Api;
  readonly lanes: Lanes;
  readonly timing: Timing;
  /** Which of them are to be handled. */
  accepts(update: unknown): update is Update;
  /** Told of every failure; false ends the polling. */
  onTrouble(error: unknown): Promise<boolean>;
  onUpdates(): void;
}

/** Telegram's own words for a failure that will not pass by itself are waited for longer. */
const AT_MOST = 100;

export interface Polling {
  /** Fetches no more; resolves once what was fetched last is in the lanes. */
  stop(): Promise<void>;
  /** Tells Telegram what was received, so that nobody is given it again. */
  confirm(): Promise<void>;
}

export function poll(options: PollingOptions): Polling {
  const fetcher = new Fetcher(options);
  const source = createSource<Update>({ supply: (room, signal) => fetcher.next(room, signal) });
  const runner = createRunner(source, options.lanes);
  runner.start();
  // Why it ended has been told by then.
  runner.task()?.catch(() => undefined);
  return {
    stop: async () => {
      if (runner.isRunning()) await runner.stop();
    },
    confirm: () => fetcher.confirm(),
  };
}

class Fetcher {
  #offset = 0;
  #failures = 0;

  readonly #options: PollingOptions;

  constructor(options: PollingOptions) {
    this.#options = options;
  }

  /**
   * The next updates that are to be handled; at once, or when there are some. Rejects only where it is ended.
   */
  async next(room: number, signal: Listenable): Promise<Update[]> {
    const { api, timing, accepts, onUpdates } = this.#options;
    for (;;) {
      try {
        const limit = Math.max(1, Math.min(room, AT_MOST));
        const parameters = { offset: this.#offset, limit, timeout: timing.poll, allowed_updates: UPDATES };
        // grammY's kind of signal is older than node's, and the same in all that matters here.
        const given = await api.getUpdates(parameters, signal as Parameters<Api["getUpdates"]>[1]);
        this.#failures = 0;
        onUpdates();
        if (await this.#advance(given, signal)) return given.filter(accepts);
      } catch (error) {
        if (signal.aborted) throw error;
        if (!(await this.#options.onTrouble(error))) throw error;
        await this.#backOff(error, signal);
      }
    }
  }

  /** False where a batch holds nothing that could be confirmed: it would come again and again. */
  async #advance(given: readonly Update[], signal: Listenable): Promise<boolean> {
    const ids = given.map(({ update_id: id }) => id).filter(Number.isSafeInteger);
    if (given.length === 0) {
      // All before is confirmed by now. After a quiet week Telegram counts anew from anywhere: an old offset
      // would confirm what nobody has seen.
      this.#offset = 0;
      return true;
    }
    this.#offset = ids.reduce((offset, id) => Math.max(offset, id + 1), this.#offset);
    if (ids.length > 0) return true;
    await pause(this.#options.timing.backOff.at(-1) ?? 0, signal);
    return false;
  }

  async #backOff(error: unknown, signal: Listenable): Promise<void> {
    const { backOff } = this.#options.timing;
    const own = backOff[Math.min(this.#failures++, backOff.length - 1)] ?? 0;
    // Not two programs in step with each other.
    await pause(Math.max(askedToWait(error), own * (0.75 + Math.random() / 2)), signal);
  }

  async confirm(): Promise<void> {
    if (this.#offset === 0) return;
    await this.#options.api.getUpdates({ offset: this.#offset, limit: 1, timeout: 0 });
  }
}
