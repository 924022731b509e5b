/** A bounded map behaves as a Map that forgets what was not used for long. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BoundedMap } from "../../../src/surface/bounded-map.js";

type Step =
  | { readonly does: "set"; readonly key: number; readonly value: number; readonly size: number }
  | { readonly does: "get"; readonly key: number }
  | { readonly does: "delete"; readonly key: number };

const key = fc.integer({ min: 0, max: 12 });

const steps = fc.array<Step>(
  fc.oneof(
    fc.record({
      does: fc.constant("set" as const),
      key,
      value: fc.integer(),
      size: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({ does: fc.constant("get" as const), key }),
    fc.record({ does: fc.constant("delete" as const), key }),
  ),
  { maxLength: 200 },
);

/** The entries as one would remember them with all the memory in the world, last used last. */
class Model {
  readonly #entries = new Map<number, { readonly value: number; readonly size: number }>();

  get(one: number): number | undefined {
    const entry = this.#entries.get(one);
    if (entry) this.#use(one, entry);
    return entry?.value;
  }

  set(one: number, value: number, size: number): void {
    this.#use(one, { value, size });
  }

  delete(one: number): void {
    this.#entries.delete(one);
  }

  /** The keys last used whose sizes add up to no more than `room`. */
  recent(room: number): ReadonlySet<number> {
    let used = 0;
    const entries = [...this.#entries].reverse();
    const end = entries.findIndex(([, { size }]) => {
      used += size;
      return used > room;
    });
    return new Set(entries.slice(0, end === -1 ? undefined : end).map(([one]) => one));
  }

  #use(one: number, entry: { readonly value: number; readonly size: number }): void {
    this.#entries.delete(one);
    this.#entries.set(one, entry);
  }
}

function play(map: BoundedMap<number, number>, step: Step): number | undefined {
  switch (step.does) {
    case "get":
      return map.get(step.key);
    case "set":
      map.set(step.key, step.value, step.size);
      return undefined;
    case "delete":
      map.delete(step.key);
      return undefined;
  }
}

describe("a bounded map", () => {
  it("never tells what was not set last, and always knows the half that was used last", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 2, max: 40 }), (played, capacity) => {
        const map = new BoundedMap<number, number>(capacity);
        const model = new Model();
        for (const step of played) {
          const recent = model.recent(capacity / 2);
          const told = play(map, step);
          if (step.does === "get") {
            const known = model.get(step.key);
            if (told !== undefined) expect(told).toBe(known);
            if (recent.has(step.key)) expect(told).toBe(known);
            // What was forgotten is not used by asking for it.
            if (told === undefined) model.delete(step.key);
          } else if (step.does === "set" && step.size <= capacity / 2) {
            model.set(step.key, step.value, step.size);
          } else model.delete(step.key);
        }
      }),
    );
  });

  it("is a Map where all has room in half of it", () => {
    fc.assert(
      fc.property(steps, (played) => {
        const map = new BoundedMap<number, number>(2 * 8 * 200);
        const plain = new Map<number, number>();
        for (const step of played) {
          const told = play(map, step);
          if (step.does === "set") plain.set(step.key, step.value);
          else if (step.does === "delete") plain.delete(step.key);
          else expect(told).toBe(plain.get(step.key));
        }
      }),
    );
  });

  it("holds no more than its capacity, however much goes through it", () => {
    const map = new BoundedMap<number, number>(100);
    for (let one = 0; one < 100_000; one++) map.set(one, one);
    // From the newest on: what is asked for takes the place of what was not asked for yet.
    const known = Array.from({ length: 100_000 }, (_, at) => 99_999 - at).filter(
      (one) => map.get(one) !== undefined,
    );
    expect(known.length).toBeLessThanOrEqual(100);
    expect(known.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, at) => 99_999 - at));
  });

  it("keeps nothing that is larger than half of it, and forgets what stood there", () => {
    const map = new BoundedMap<string, string>(10);
    map.set("a", "small", 5);
    expect(map.get("a")).toBe("small");
    map.set("a", "large", 6);
    expect(map.get("a")).toBeUndefined();
  });

  it("may hold values that are undefined, and keys of any kind", () => {
    const map = new BoundedMap<unknown, unknown>(10);
    const object = {};
    map.set(object, "object");
    map.set(Number.NaN, "nan");
    map.set(undefined, "undefined");
    expect([map.get(object), map.get(Number.NaN), map.get(undefined), map.get({})]).toEqual([
      "object",
      "nan",
      "undefined",
      undefined,
    ]);
  });
});
