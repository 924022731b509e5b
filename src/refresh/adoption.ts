/**
 * What answers from the version in use, and follows the pointer when it names another.
 *
 * The pointer is looked at every second or so: file systems do not all tell of changes, and not reliably. What it names
 * is loaded beside what is in use and takes its place in one step, so that whoever began with the old one ends with it.
 */
import { type BigIntStats, statSync } from "node:fs";
import { join } from "node:path";
import { CURRENT_FILE } from "../catalog/schema.js";
import { currentVersion, isVersionName } from "../catalog/versions/versions.js";

export interface AdoptionOptions<T> {
  /** Root of versions. */
  readonly root: string;
  /** The version that `first` answers from. */
  readonly version: string;
  readonly first: T;
  /** Loads a version whole; rejects where it cannot be used. */
  readonly load: (version: string) => Promise<T>;
  /** Told after the version in use was changed. */
  readonly onAdopted?: (version: string) => void;
  /** Told once for each version that does not load; what is in use stays. */
  readonly onFault?: (version: string, error: unknown) => void;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

const EVERY = 1_000;
/** A version that did not load is tried again after so many looks: a disk may have been full, or slow. */
const LOOKS_BETWEEN_TRIES = 30;

export class Adoption<T> {
  /** Without what was first in use: it would never be let go. */
  readonly #options: Omit<AdoptionOptions<T>, "first">;
  #current: T;
  #version: string;
  #seen = "";
  #faulty: { readonly version: string; looks: number } | undefined;
  #looking: Promise<void> | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor({ first, ...options }: AdoptionOptions<T>) {
    this.#options = options;
    this.#current = first;
    this.#version = options.version;
    this.#timer = setInterval(() => void this.look(), options.every ?? EVERY);
    this.#timer.unref();
  }

  get current(): T {
    return this.#current;
  }

  /** Name of the version in use. */
  get version(): string {
    return this.#version;
  }

  /** Looks at the pointer now; resolves once what it names is in use, or was found not to load. Never rejects. */
  look(): Promise<void> {
    // One after the other: a slow load must not overtake the one after it.
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { root, load, onAdopted, onFault } = this.#options;
    const named = this.#named(root);
    if (named === undefined || named === this.#version) return;
    if (this.#faulty?.version === named && --this.#faulty.looks > 0) return;
    try {
      const next = await load(named);
      // The pointer may have moved on while this version was read: the next look will see to it.
      this.#current = next;
      this.#version = named;
      this.#faulty = undefined;
    } catch (error) {
      const again = this.#faulty?.version === named;
      this.#faulty = { version: named, looks: LOOKS_BETWEEN_TRIES };
      if (!again) onFault?.(named, error);
      return;
    }
    onAdopted?.(named);
  }

  /** What the pointer names, where it was written since the last look or leads to what did not load. */
  #named(root: string): string | undefined {
    try {
      const stats = statSync(join(root, CURRENT_FILE), { bigint: true, throwIfNoEntry: false });
      const seen = stats === undefined ? "" : identity(stats);
      if (seen === this.#seen && this.#faulty === undefined) return undefined;
      const named = currentVersion(root);
      this.#seen = seen;
      return named !== undefined && isVersionName(named) ? named : undefined;
    } catch {
      // A folder that cannot be read just now is looked at again.
      return undefined;
    }
  }
}

function identity({ ino, mtimeNs, size }: BigIntStats): string {
  return `${ino} ${mtimeNs} ${size}`;
}
