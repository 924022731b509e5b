/** All sessions, also those whose connection is gone: they may be resumed. */
import { randomBytes } from "node:crypto";
import { shardOf } from "./protocol.js";
import { Session } from "./session.js";

/** Old sessions nobody resumed are dropped beyond this many. */
const MAX_SESSIONS = 64;

export class Sessions {
  #sessions = new Map<string, Session>();
  #watchers = new Set<() => void>();
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  create(shard: readonly [number, number], intents: number): Session {
    const session = new Session(randomBytes(16).toString("hex"), shard, intents, this.#keep);
    this.#sessions.set(session.sessionId, session);
    for (const old of this.#sessions.values()) {
      if (this.#sessions.size <= MAX_SESSIONS) break;
      if (!old.connected) this.#sessions.delete(old.sessionId);
    }
    return session;
  }

  get(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  all(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  forget(session: Session): void {
    this.#sessions.delete(session.sessionId);
    this.changed();
  }

  /** Those that get the events of a guild, or of direct messages. */
  of(guild: string | undefined): readonly Session[] {
    return this.all().filter(({ shard: [id, count] }) => shardOf(guild, count) === id);
  }

  get established(): number {
    return this.all().filter(({ connected, established }) => connected && established).length;
  }

  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Resolves when so many are established. */
  ready(count: number, timeoutMs: number): Promise<void> {
    if (this.established >= count) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(watcher);
        reject(new Error(`${this.established} of ${count} sessions were ready within ${timeoutMs} ms`));
      }, timeoutMs);
      const watcher = () => {
        if (this.established < count) return;
        clearTimeout(timer);
        this.#watchers.delete(watcher);
        resolve();
      };
      this.#watchers.add(watcher);
    });
  }
}
