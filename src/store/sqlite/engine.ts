/**
 * The embedded engine: one connection, for everything in turn. Whoever waits to write while a transaction is being
 * brought to the disk shares the next one, each behind a savepoint of its own: the disk is what takes time.
 */
import { setImmediate } from "node:timers/promises";
import type { Engine, Queries, Work } from "../engine.js";
import { SqliteFile, sqliteCode } from "./database.js";
import { openQueries } from "./queries.js";

/** How many writers share a transaction. */
const SHARED = 64;

interface Task {
  run(db: Queries): Promise<void>;
  /** Tells whoever waits: what `run` came to, or that it all failed. */
  settle(failure?: { readonly error: unknown }): void;
  /** What `run` met. */
  readonly failure?: { readonly error: unknown };
}

export class SqliteEngine implements Engine {
  readonly kind = "sqlite";
  readonly #path: string;
  readonly #file: SqliteFile;
  #queries: Promise<Queries> | undefined;
  #reads: Task[] = [];
  #writes: Task[] = [];
  #drained: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#file = new SqliteFile(path);
  }

  read<T>(work: Work<T>): Promise<T> {
    return this.#queued(this.#reads, work);
  }

  write<T>(work: Work<T>): Promise<T> {
    return this.#queued(this.#writes, work);
  }

  statement<T>(work: Work<T>): Promise<T> {
    return this.write(work);
  }

  alone<T>(work: Work<T>): Promise<T> {
    return this.write(work);
  }

  /** On a connection of its own: in WAL mode it keeps nobody waiting. */
  async snapshot<T>(work: Work<T>): Promise<T> {
    const file = new SqliteFile(this.#path);
    try {
      file.exec("begin");
      return await work(await openQueries(file));
    } finally {
      // What is left open would keep the log of writes from being emptied.
      file.exec("rollback");
      file.close();
    }
  }

  async exclusively(): Promise<void> {
    // Whoever writes is alone.
  }

  async ping(): Promise<void> {
    this.#file.prepare("select count(*) from sqlite_master").all([]);
  }

  async version(): Promise<number> {
    const named = "select 1 from sqlite_master where type = 'table' and name = 'schema_versions'";
    if (this.#file.prepare(named).all([]).length === 0) return 0;
    const [row] = this.#file.prepare("select max(version) as version from schema_versions").all([]);
    return Number((row as { version: number | null } | undefined)?.version ?? 0);
  }

  async inUse(): Promise<boolean> {
    return !this.#file.isAlone();
  }

  async damages(): Promise<readonly string[]> {
    const found = ["pragma integrity_check", "pragma foreign_key_check"].flatMap((check) =>
      this.#file.prepare(check).all([]),
    );
    return found.map((row) => Object.values(row ?? {}).join(" ")).filter((said) => said !== "ok");
  }

  codeOf(error: unknown) {
    return sqliteCode(error);
  }

  async close(): Promise<void> {
    await this.#drained;
    this.#file.close();
  }

  #queued<T>(queue: Task[], work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      queue.push(taskOf(work, resolve, reject));
      this.#drained ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    do {
      // Whatever has arrived meanwhile takes part.
      await setImmediate();
      const reads = this.#reads.splice(0);
      const writes = this.#writes.splice(0, SHARED);
      try {
        this.#queries ??= openQueries(this.#file);
        const db = await this.#queries;
        for (const task of reads) {
          await task.run(db);
          task.settle();
        }
        if (writes.length > 0) await this.#share(db, writes);
      } catch (error) {
        for (const task of [...reads, ...writes]) task.settle({ error });
      }
    } while (this.#reads.length + this.#writes.length > 0);
    // At once, so that nothing is queued behind a round that has ended.
    this.#drained = undefined;
  }

  /** One transaction for all; what one got wrong is taken back alone. */
  async #share(db: Queries, tasks: readonly Task[]): Promise<void> {
    const file = this.#file;
    try {
      file.prepare("begin immediate").run([]);
      for (const task of tasks) {
        file.prepare("savepoint task").run([]);
        await task.run(db);
        // A disk that is full, and the like, end the whole transaction by themselves.
        if (!file.inTransaction) throw task.failure?.error;
        if (task.failure) file.prepare("rollback to task").run([]);
        file.prepare("release task").run([]);
      }
      file.prepare("commit").run([]);
      for (const task of tasks) task.settle();
    } catch (error) {
      if (file.inTransaction) file.prepare("rollback").run([]);
      throw error;
    }
  }
}

function taskOf<T>(work: Work<T>, resolve: (value: T) => void, reject: (error: unknown) => void): Task {
  let told: (() => void) | undefined;
  let met: { readonly error: unknown } | undefined;
  let settled = false;
  return {
    async run(db) {
      try {
        const value = await work(db);
        told = () => resolve(value);
      } catch (error) {
        met = { error };
        told = () => reject(error);
      }
    },
    settle(failure) {
      if (settled) return;
      settled = true;
      // What it met itself says more than what the others met.
      if (failure && !met) reject(failure.error);
      else told?.();
    },
    get failure() {
      return met;
    },
  };
}
