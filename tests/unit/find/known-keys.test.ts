import { describe, expect, it } from "vitest";
import { KnownKeys } from "../../../src/find/themes/known-keys.js";

describe("known keys", () => {
  const keys = Array.from({ length: 5_000 }, (_, at) => `es:${(at * 7919).toString(36)} ${at}`);
  const known = new KnownKeys(keys.length, (place) => keys[place] ?? "");

  it("may be all that they are", () => {
    expect(keys.filter((key) => !known.mayHave(key))).toEqual([]);
  });

  it("are few of the others", () => {
    const others = Array.from({ length: 5_000 }, (_, at) => `en:${(at * 104_729).toString(36)}`);
    expect(others.filter((key) => known.mayHave(key)).length).toBeLessThan(others.length / 4);
  });

  it("are none where there are none", () => {
    const none = new KnownKeys(0, () => "");
    expect(none.mayHave("es:tiburon")).toBe(false);
  });
});
