/** How long each stage of a build takes. */
import type { Progress, StageName } from "./progress.js";

/** Hands progress on, and notes how long each stage took. */
export class Stopwatch implements Progress {
  readonly #progress: Progress;
  readonly #now: () => Date;
  readonly #spent = new Map<StageName, number>();
  #current: { readonly name: StageName; readonly since: number } | undefined;

  constructor(progress: Progress, now: () => Date) {
    this.#progress = progress;
    this.#now = now;
  }

  stage(name: StageName, done: number, total: number): void {
    if (this.#current?.name !== name) {
      this.#stop();
      this.#current = { name, since: this.#now().getTime() };
    }
    this.#progress.stage(name, done, total);
  }

  end(): void {
    this.#stop();
    this.#progress.end();
  }

  milliseconds(): Record<string, number> {
    return Object.fromEntries(this.#spent);
  }

  #stop(): void {
    if (this.#current === undefined) return;
    const { name, since } = this.#current;
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + this.#now().getTime() - since);
    this.#current = undefined;
  }
}
