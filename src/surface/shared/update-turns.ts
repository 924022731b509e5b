/** Which process answers an update that a platform may deliver to several of them. */
import type { UpdateTurns } from "../../chat/ports.js";
import type { Repositories, Turn } from "../../store/port.js";
import { Gathered } from "./gathered.js";
import type { Patience } from "./patience.js";

/** Milliseconds after which a process that took an update on and did not answer it is taken not to come back. */
export const HELD = 10_000;

type Seen = Repositories["seen"];

interface Update {
  readonly platform: string;
  readonly id: string;
}

export class SharedUpdateTurns implements UpdateTurns {
  readonly #seen: () => Promise<Seen>;
  readonly #patience: Patience;
  readonly #answered: Gathered<Update>;
  readonly #held: number;

  /**
   * @param seen rejects while the store is away: then whoever is given an update answers it
   * @param held milliseconds; HELD unless said
   */
  constructor(seen: () => Promise<Seen>, patience: Patience, held = HELD) {
    this.#seen = seen;
    this.#patience = patience;
    this.#held = held;
    this.#answered = new Gathered((updates) => this.#note(updates));
  }

  async take(platform: string, id: string, now: Date): Promise<Turn> {
    const until = new Date(now.getTime() + this.#held);
    const turn = await this.#patience.for(async () => (await this.#seen()).take(platform, id, now, until));
    return turn ?? "mine";
  }

  answered(platform: string, id: string): void {
    this.#answered.add({ platform, id });
  }

  /** Resolves once nothing waits to be written. */
  settle(): Promise<void> {
    return this.#answered.settle();
  }

  async #note(updates: readonly Update[]): Promise<void> {
    const byPlatform = new Map<string, string[]>();
    for (const { platform, id } of updates)
      byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), id]);
    try {
      const seen = await this.#seen();
      for (const [platform, ids] of byPlatform) await seen.answered(platform, ids);
    } catch (error) {
      this.#patience.failed(error);
    }
  }
}
