/** A store for nights that can be closed and opened again, a clock that goes when it is told, and a night's rules. */
import { rmSync } from "node:fs";
import type { NightRules } from "../../src/events/night/events/rules.js";
import { openStoreHere } from "../../src/store/opening/here.js";
import type { Store } from "../../src/store/port.js";
import { afterEachTest } from "./clean-up.js";
import { memoryFolder } from "./store/folder.js";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A store whose file outlives the process that had it open. */
export interface LastingFile {
  /** Opens it: once more for each process that there is. */
  open(): Promise<Store>;
}

const open: (() => Promise<void> | void)[] = [];
afterEachTest(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** @param folder where it is; one of its own unless said */
export function lastingFile(folder = memoryFolder()): LastingFile {
  open.push(() => rmSync(folder, { recursive: true, force: true }));
  return {
    async open() {
      const store = await openStoreHere({ folder });
      open.push(() => store.close());
      return store;
    },
  };
}

/** Begins at noon of the first of June 2026, in UTC. */
export class Clock {
  #now = Date.UTC(2026, 5, 1, 12);

  readonly now = (): Date => new Date(this.#now);

  pass(milliseconds: number): Date {
    this.#now += milliseconds;
    return this.now();
  }

  /** That much later, without going there. */
  in(milliseconds: number): Date {
    return new Date(this.#now + milliseconds);
  }
}

export function rulesOf(clock: Clock, changes: Partial<NightRules> = {}): NightRules {
  return {
    title: "Noche de prueba",
    method: "approval",
    deadline: clock.in(24 * HOUR).toISOString(),
    phases: "together",
    proposalsUntil: null,
    tally: "open",
    votesEach: null,
    vetoesEach: 1,
    quorum: 0,
    tieBreak: { rules: ["firstPlaces", "earlier"], seed: "semilla" },
    runtimeLimit: null,
    platform: null,
    showing: null,
    proposalsEach: 3,
    proposedBy: "anyone",
    carried: [],
    ...changes,
  };
}
