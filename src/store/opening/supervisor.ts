/**
 * An engine that may be away: what is asked of it meanwhile is refused at once, and it is tried again until it is back.
 * What goes wrong is told as StoreUnavailable alone; anything else is a bug of ours.
 */
import { OperatorError } from "../../words.js";
import type { Engine, Queries, Work } from "../engine.js";
import { StoreUnavailable, type UnavailableCode } from "../errors.js";
import type { StoreHealth } from "../port.js";
import { newerSchema, SCHEMA_VERSION } from "../version.js";
import { connecting } from "./connect.js";
import type { StoreOptions } from "./options.js";

/** Milliseconds until it is tried again: first, and at most. */
const FIRST_DELAY = 250;
const LONGEST_DELAY = 5_000;

/** With these nothing can be asked until it was tried again; the others are of one query alone. */
const GONE: ReadonlySet<UnavailableCode> = new Set(["away", "broken", "refused", "newer"]);

export class Supervisor implements Engine {
  readonly kind: Engine["kind"];
  readonly #connecting: ReturnType<typeof connecting>;
  readonly #onChange: ((health: StoreHealth) => void) | undefined;
  #engine: Engine | undefined;
  /** Why it is away; undefined while it serves. */
  #code: UnavailableCode | undefined = "away";
  #since = new Date();
  #trying: Promise<void> | undefined;
  #again: NodeJS.Timeout | undefined;
  #delay = FIRST_DELAY;
  #closed = false;

  /** @throws OperatorError for an address that is none */
  constructor(options: StoreOptions) {
    this.#connecting = connecting(options);
    this.kind = this.#connecting.kind;
    this.#onChange = options.onChange;
  }

  /**
   * Fulfilled once it was tried for the first time, whether it serves or not.
   * @throws OperatorError where its schema is of a newer program
   */
  async start(): Promise<void> {
    try {
      await this.#open();
      this.#become(undefined);
    } catch (error) {
      if (error instanceof OperatorError) throw error;
      this.#failed(error);
    }
  }

  /** Looks whether it serves now; never rejects. */
  async health(): Promise<StoreHealth> {
    if (this.#code === undefined && !this.#closed) await this.ping().catch(() => undefined);
    return this.#health();
  }

  read<T>(work: Work<T>): Promise<T> {
    return this.#asked((engine) => engine.read(work));
  }

  snapshot<T>(work: Work<T>): Promise<T> {
    return this.#asked((engine) => engine.snapshot(work));
  }

  write<T>(work: Work<T>): Promise<T> {
    return this.#asked((engine) => engine.write(work));
  }

  statement<T>(work: Work<T>): Promise<T> {
    return this.#asked((engine) => engine.statement(work));
  }

  alone<T>(work: Work<T>): Promise<T> {
    return this.#asked((engine) => engine.alone(work));
  }

  async exclusively(db: Queries, name: string): Promise<void> {
    await this.#engine?.exclusively(db, name);
  }

  ping(): Promise<void> {
    return this.#asked((engine) => engine.ping());
  }

  version(): Promise<number> {
    return this.#asked((engine) => engine.version());
  }

  inUse(): Promise<boolean> {
    return this.#asked((engine) => engine.inUse());
  }

  damages(): Promise<readonly string[]> {
    return this.#asked((engine) => engine.damages());
  }

  codeOf(error: unknown): UnavailableCode | undefined {
    return error instanceof StoreUnavailable ? error.code : this.#codeOf(error);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#trying;
    const engine = this.#engine;
    this.#engine = undefined;
    await engine?.close().catch(() => undefined);
  }

  async #asked<T>(ask: (engine: Engine) => Promise<T>): Promise<T> {
    const engine = this.#engine;
    if (this.#closed) throw new StoreUnavailable("closed");
    if (this.#code !== undefined || !engine) throw new StoreUnavailable(this.#code ?? "away");
    try {
      return await ask(engine);
    } catch (error) {
      const code = this.#codeOf(error);
      if (code === undefined) throw error;
      if (GONE.has(code)) this.#failed(error);
      // One slow query, or the first sign of a server that is gone: looking tells.
      else if (code === "timeout") this.#tryAgain(0);
      throw new StoreUnavailable(this.#closed ? "closed" : code);
    }
  }

  #codeOf(error: unknown): UnavailableCode | undefined {
    if (error instanceof StoreUnavailable) return error.code;
    return this.#engine ? this.#engine.codeOf(error) : this.#connecting.codeOf(error);
  }

  async #open(): Promise<void> {
    this.#engine ??= await this.#connecting.connect();
    const version = await this.#engine.version();
    if (version > SCHEMA_VERSION) throw newerSchema(version);
    if (version === SCHEMA_VERSION) return;
    const { migrate } = await import("../migrations/migrate.js");
    await migrate(this.#engine);
  }

  /** Looks again after a while, and goes on until it serves. */
  #tryAgain(delay: number): void {
    if (this.#closed || this.#again || this.#trying) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.#trying = this.#open().then(
        () => {
          this.#trying = undefined;
          this.#delay = FIRST_DELAY;
          this.#become(undefined);
        },
        (error: unknown) => {
          this.#trying = undefined;
          this.#failed(error);
        },
      );
    }, delay);
    this.#again.unref();
  }

  #failed(error: unknown): void {
    const code = error instanceof OperatorError ? "newer" : (this.#codeOf(error) ?? "broken");
    if (code === "broken") {
      // Its file may be another one next time.
      const engine = this.#engine;
      this.#engine = undefined;
      engine?.close().catch(() => undefined);
    }
    this.#become(code);
    this.#tryAgain(this.#delay);
    this.#delay = Math.min(LONGEST_DELAY, this.#delay * 2);
  }

  #become(code: UnavailableCode | undefined): void {
    if (this.#closed || code === this.#code) return;
    this.#code = code;
    this.#since = new Date();
    this.#onChange?.(this.#health());
  }

  #health(): StoreHealth {
    const code = this.#closed ? "closed" : this.#code;
    const known = { engine: this.kind, since: this.#since };
    return code === undefined ? { ...known, state: "ready" } : { ...known, state: "away", code };
  }
}
