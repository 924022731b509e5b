/**
 * Who may refresh, where several processes share a database: one at a time, so that the sources are asked once by each in
 * turn. Each has a data folder of its own, or they share that too: its own lease is taken as well, and alone where the
 * database is away.
 */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { isStoreUnavailable } from "../../chat/errors/errors.js";
import { type Lease, type Leases, leaseLost } from "../../refresh/run/lease.js";
import type { Repositories, Lease as StoredLease } from "../../store/port.js";

const NAME = "refresh";
/** Milliseconds without a sign of life after which a holder counts as dead. */
const TERM = 30_000;
/** Milliseconds between two looks whether another has ended. */
const LOOK_EVERY = 2_000;
/** Milliseconds after which it is not waited for others any longer. */
const LONGEST_WAIT = 2 * 60 * 60_000;

export interface SharedLeasesOptions {
  /** Whether it waits for others to end, instead of leaving it to them. */
  readonly waits: boolean;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Milliseconds; TERM unless said. */
  readonly term?: number;
  /** Milliseconds; LOOK_EVERY unless said. */
  readonly lookEvery?: number;
}

export class SharedLeases implements Leases {
  readonly #own: Leases;
  readonly #stored: Repositories["leases"];
  readonly #options: SharedLeasesOptions;
  readonly #owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  readonly #term: number;

  /** @param own those of the data folder */
  constructor(own: Leases, stored: Repositories["leases"], options: SharedLeasesOptions) {
    this.#own = own;
    this.#stored = stored;
    this.#options = options;
    this.#term = options.term ?? TERM;
  }

  async take(): Promise<Lease | undefined> {
    const stored = await this.#takeStored();
    if (stored === "held") return undefined;
    const shared = stored && this.#kept(stored);
    const own = await this.#own.take();
    if (own === undefined || shared === undefined) {
      await shared?.release();
      return own;
    }
    return {
      fence: own.fence,
      lost: AbortSignal.any([own.lost, shared.lost]),
      assertHeld() {
        own.assertHeld();
        if (shared.lost.aborted) throw leaseLost(shared.fence);
      },
      async release() {
        await own.release();
        await shared.release();
      },
    };
  }

  /** Undefined where the database is away. */
  async #takeStored(): Promise<StoredLease | "held" | undefined> {
    const { waits, signal, lookEvery = LOOK_EVERY } = this.#options;
    const end = performance.now() + (waits ? LONGEST_WAIT : 0);
    try {
      for (;;) {
        const now = new Date();
        const taken = await this.#stored.take(NAME, this.#owner, now, this.#until(now));
        if (taken) return taken;
        if (signal.aborted || performance.now() >= end) return "held";
        await pause(lookEvery, undefined, { signal }).catch(() => undefined);
      }
    } catch (error) {
      if (isStoreUnavailable(error)) return undefined;
      throw error;
    }
  }

  #until(now: Date): Date {
    return new Date(now.getTime() + this.#term);
  }

  #kept(taken: StoredLease) {
    const stored = this.#stored;
    const gone = new AbortController();
    const renew = async () => {
      try {
        const renewed = await stored.renew(taken, this.#until(new Date()));
        if (renewed === undefined) gone.abort();
      } catch {
        // While the database is away nobody else is given it either.
      }
    };
    const timer = setInterval(() => void renew(), this.#term / 3);
    timer.unref();
    return {
      fence: taken.fence,
      lost: gone.signal,
      async release() {
        clearInterval(timer);
        // Where it cannot be given back it runs out.
        await stored.release(taken).catch(() => undefined);
      },
    };
  }
}
