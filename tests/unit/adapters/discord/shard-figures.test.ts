import { describe, expect, it, vi } from "vitest";
import { reportFigures, ShardFigures } from "../../../../src/adapters/discord/connection/shard-figures.js";

const one = { answered: 10, late: 1, lost: 2, repeated: 3, inFlight: 4 };

describe("figures of several processes", () => {
  it("are summed up; those of a process that ended stay, but for what it had in flight", () => {
    const figures = new ShardFigures();
    expect(figures.total.answered).toBe(0);
    figures.told(0, { figures: one });
    figures.told(1, { figures: one });
    figures.told(1, { figures: { ...one, answered: 20 } });
    expect(figures.total).toEqual({ answered: 30, late: 2, lost: 4, repeated: 6, inFlight: 8 });
    figures.ended(1);
    figures.ended(1);
    expect(figures.total).toEqual({ answered: 30, late: 2, lost: 4, repeated: 6, inFlight: 4 });
    figures.told(1, { figures: { ...one, answered: 1 } });
    expect(figures.total.answered).toBe(31);
  });

  it("are read only where they are some", () => {
    const figures = new ShardFigures();
    for (const message of [
      null,
      1,
      "x",
      {},
      { _ready: true },
      { figures: null },
      { figures: { answered: 1 } },
    ]) {
      figures.told(0, message);
    }
    expect(figures.total).toEqual({ answered: 0, late: 0, lost: 0, repeated: 0, inFlight: 0 });
  });

  it("are told to the process that started this one, and once more at the end", () => {
    vi.useFakeTimers();
    const own = { connected: true, send: vi.fn() };
    const stop = new AbortController();
    reportFigures(() => one, stop.signal, own);
    vi.advanceTimersByTime(5000);
    expect(own.send.mock.calls.map(([message]) => message)).toEqual([{ figures: one }]);
    stop.abort();
    vi.advanceTimersByTime(60_000);
    expect(own.send).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
