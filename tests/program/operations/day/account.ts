/** What came of what was asked in a day, and how fast it has to be asked. */
import { setTimeout as pause } from "node:timers/promises";

export type Surface = "http" | "discord" | "telegram";

/** Faults that are told in full; of the others only their number. */
const TOLD = 20;

export class Account {
  readonly answered: Record<Surface, number> = { http: 0, discord: 0, telegram: 0 };
  /** Answers that Discord did not wait for: it waits 3 seconds. */
  late = 0;
  /** What should not have been: nothing of it is expected. */
  readonly faults: string[] = [];
  #faults = 0;

  note(surface: Surface, fault?: string): void {
    this.answered[surface] += 1;
    if (fault !== undefined) this.fault(`${surface}: ${fault}`);
  }

  fault(what: string): void {
    this.#faults += 1;
    if (this.faults.length < TOLD) this.faults.push(`${new Date().toISOString()} ${what}`);
  }

  get faultCount(): number {
    return this.#faults;
  }
}

/** As many questions as are due by now, spread evenly over the day: who fell behind catches up. */
export class Pace {
  readonly #begin = performance.now();
  readonly #total: number;
  readonly #ms: number;
  #asked = 0;

  constructor(total: number, ms: number) {
    this.#total = total;
    this.#ms = ms;
  }

  get isDone(): boolean {
    return this.#asked >= this.#total;
  }

  /** Waits until the next question is due. */
  async next(): Promise<number> {
    const due = (this.#asked / this.#total) * this.#ms;
    this.#asked += 1;
    const wait = this.#begin + due - performance.now();
    if (wait > 0) await pause(wait);
    return this.#asked;
  }
}
