/** Who may refresh, where several processes share a data folder. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { writing } from "../../catalog/versions/unwritable.js";
import { OperatorError } from "../../words.js";

/** The right to refresh, for as long as it is renewed. */
export interface Lease {
  /** Grows with every lease that is given: what was begun under a lower one is stale. */
  readonly fence: number;
  /** Aborts when the lease is lost. */
  readonly lost: AbortSignal;
  /** Throws an OperatorError where somebody else has it by now, or it ran out. */
  assertHeld(): void;
  /** Gives it back. */
  release(): void | Promise<void>;
}

export interface Leases {
  /** Undefined where somebody else has it. */
  take(): Lease | undefined | Promise<Lease | undefined>;
}

/** Milliseconds without a sign of life after which a holder counts as dead. */
const TERM = 60_000;

interface Held {
  readonly holder: string;
  /** Milliseconds since 1970; 0 once it was given back. */
  readonly until: number;
}

/**
 * Leases as numbered files: the highest is the current one, and its number is the fence. Only one process can create
 * the file with the next number, so that of several that find a lease run out one gets it. The highest file stays when
 * a lease is given back: numbers are never used twice.
 */
export class FileLeases implements Leases {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #term: number;

  /** @param term milliseconds without a sign of life after which a holder counts as dead */
  constructor(folder: string, now: () => number = Date.now, term = TERM) {
    this.#folder = folder;
    this.#now = now;
    this.#term = term;
  }

  /** @throws OperatorError where the folder cannot be written to */
  take() {
    // The folder it lies in is the one that somebody can mend.
    return writing(dirname(this.#folder), () => this.#take());
  }

  #take() {
    mkdirSync(this.#folder, { recursive: true });
    const highest = this.#highest();
    if (highest > 0 && this.#read(highest).until > this.#now()) return undefined;
    const fence = highest + 1;
    const holder = `${hostname()} ${process.pid} ${randomUUID()}`;
    try {
      writeFileSync(this.#path(fence), this.#written(holder), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
      // A full disk leaves it there, empty: it would count as somebody's lease for a term.
      rmSync(this.#path(fence), { force: true });
      throw error;
    }
    for (const older of this.#numbers()) if (older < fence) rmSync(this.#path(older), { force: true });
    return this.#lease(fence, holder);
  }

  #lease(fence: number, holder: string) {
    const lost = new AbortController();
    const isHeld = () => {
      const { holder: current, until } = this.#read(fence);
      return this.#highest() === fence && current === holder && until > this.#now();
    };
    const renew = () => {
      try {
        if (isHeld()) this.#write(fence, this.#written(holder));
        else lost.abort();
      } catch {
        // A folder that cannot be written just now: the next turn may; until then the term runs.
      }
    };
    const timer = setInterval(renew, this.#term / 3);
    timer.unref();
    return {
      fence,
      lost: lost.signal,
      assertHeld() {
        if (!isHeld()) throw leaseLost(fence);
      },
      release: () => {
        clearInterval(timer);
        try {
          if (isHeld()) this.#write(fence, JSON.stringify({ holder, until: 0 } satisfies Held));
        } catch {
          // On a full disk it ends by itself, with its term.
        }
      },
    };
  }

  #written(holder: string): string {
    return JSON.stringify({ holder, until: this.#now() + this.#term } satisfies Held);
  }

  #write(fence: number, text: string): void {
    const draft = join(this.#folder, `.${fence}.${process.pid}.draft`);
    try {
      writeFileSync(draft, text);
      renameSync(draft, this.#path(fence));
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }

  /** A file that is just being created is as good as a fresh lease; so is one nobody can read, for a term. */
  #read(fence: number): Held {
    try {
      const { holder, until } = JSON.parse(readFileSync(this.#path(fence), "utf8")) as Partial<Held>;
      if (typeof holder === "string" && typeof until === "number") return { holder, until };
    } catch {
      // Below.
    }
    const written = statSync(this.#path(fence), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return { holder: "", until: written + this.#term };
  }

  #numbers(): number[] {
    return readdirSync(this.#folder).flatMap((name) => (/^\d{1,15}$/u.test(name) ? Number(name) : []));
  }

  #highest(): number {
    return Math.max(0, ...this.#numbers());
  }

  #path(fence: number): string {
    return join(this.#folder, String(fence));
  }
}

/** What is said where a lease was lost. */
export function leaseLost(fence: number): OperatorError {
  return new OperatorError({
    es: `Otro proceso renueva los datos (turno ${fence} perdido)`,
    en: `Another process refreshes the data (lease ${fence} lost)`,
  });
}

/** Of a data folder. */
export function leasesOf(root: string): FileLeases {
  return new FileLeases(join(root, "refresh.lease"));
}
