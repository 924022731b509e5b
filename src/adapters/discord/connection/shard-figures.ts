/** What became of questions in the processes that share the servers, told to the one that started them. */
import type { SurfaceFigures } from "../../../surface/port.js";

/** Milliseconds between two reports. */
const EVERY = 5000;
const NAMES = [
  "answered",
  "late",
  "lost",
  "repeated",
  "inFlight",
] as const satisfies (keyof SurfaceFigures)[];
const NONE: SurfaceFigures = { answered: 0, late: 0, lost: 0, repeated: 0, inFlight: 0 };

/**
 * Tells the process that started this one, again and again until `signal`; nobody where none did.
 * @param own this process
 */
export function reportFigures(
  figures: () => SurfaceFigures,
  signal: AbortSignal,
  own: Pick<NodeJS.Process, "send" | "connected"> = process,
): void {
  const report = () => {
    // It may just have gone, which is told to this process by other means.
    if (own.connected) own.send?.({ figures: figures() }, undefined, undefined, () => undefined);
  };
  const timer = setInterval(report, EVERY);
  timer.unref();
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    report();
  });
}

/** Sums up what the processes told last; one that ended has its part in it still. */
export class ShardFigures {
  readonly #last = new Map<number, SurfaceFigures>();
  #ended = NONE;

  get total(): SurfaceFigures {
    return [...this.#last.values()].reduce(sum, this.#ended);
  }

  /** Whatever else a process tells is of no interest here. */
  told(shard: number, message: unknown): void {
    const { figures } = (message ?? {}) as { readonly figures?: unknown };
    if (isFigures(figures)) this.#last.set(shard, figures);
  }

  /** Another process will begin to count anew. */
  ended(shard: number): void {
    const last = this.#last.get(shard);
    this.#last.delete(shard);
    if (last) this.#ended = { ...sum(this.#ended, last), inFlight: 0 };
  }
}

function sum(one: SurfaceFigures, other: SurfaceFigures): SurfaceFigures {
  return {
    answered: one.answered + other.answered,
    late: one.late + other.late,
    lost: one.lost + other.lost,
    repeated: one.repeated + other.repeated,
    inFlight: one.inFlight + other.inFlight,
  };
}

function isFigures(value: unknown): value is SurfaceFigures {
  if (typeof value !== "object" || value === null) return false;
  return NAMES.every((name) => typeof (value as Partial<SurfaceFigures>)[name] === "number");
}
