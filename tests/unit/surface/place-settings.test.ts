/** What communities have set, from memory: with the store there, slow, away, and changed by another process. */
import { describe, expect, it } from "vitest";
import { FALLBACKS } from "../../../src/settings/declared.js";
import type { CommunitySettings } from "../../../src/store/port.js";
import { StoredPlaceSettings } from "../../../src/surface/stored/place-settings.js";

const PLACE = { platform: "discord", server: "10", chat: "100" };
const THREAD = { ...PLACE, topic: "1000" };

/** A store of one community, which can be away or take its time. */
function fakeStore() {
  let kept: CommunitySettings = { revision: 0, values: [] };
  let state: "there" | "away" | "slow" = "there";
  const asked = { all: 0, revisions: 0 };
  let release: () => void = () => {};
  const gone = async () => {
    if (state === "away") throw new Error("away");
    if (state === "slow") await new Promise<void>((resolve) => (release = resolve));
  };
  return {
    asked,
    set: (minimumVotes: number, scope: object = {}) => {
      const value = {
        scope: { community: "discord:10", ...scope },
        key: "minimumVotes",
        value: String(minimumVotes),
      };
      kept = { revision: kept.revision + 1, values: [...kept.values, value] };
    },
    be: (next: typeof state) => {
      state = next;
    },
    release: () => release(),
    settings: async () => ({
      async all() {
        asked.all++;
        await gone();
        return kept;
      },
      async revisions() {
        asked.revisions++;
        await gone();
        return new Map([["discord:10", kept.revision]]);
      },
    }),
  };
}

function cached() {
  const store = fakeStore();
  let now = 0;
  const places = new StoredPlaceSettings(store.settings, {
    operators: FALLBACKS,
    clock: () => now,
    patience: 50,
  });
  return { store, places, pass: (ms: number) => (now += ms), votes: () => places.of(THREAD).minimumVotes };
}

describe("settings of places", () => {
  it("are not looked for before anything is kept", async () => {
    const { store } = cached();
    let isKept = false;
    const places = new StoredPlaceSettings(store.settings, {
      operators: FALLBACKS,
      isKept: () => isKept,
      patience: 50,
    });
    store.set(500);
    expect(places.prepare(PLACE)).toBeUndefined();
    expect(store.asked).toEqual({ all: 0, revisions: 0 });
    expect(places.of(PLACE)).toBe(FALLBACKS);
    isKept = true;
    await places.prepare(PLACE);
    expect(places.of(PLACE).minimumVotes).toBe(500);
  });

  it("are read at a community's first question, and then are there at once", async () => {
    const { store, places, votes } = cached();
    store.set(500);
    store.set(7, { channel: "100", topic: "1000" });
    expect(votes()).toBe(2000);
    await places.prepare(THREAD);
    expect(votes()).toBe(7);
    expect(places.of(PLACE).minimumVotes).toBe(500);
    expect(places.prepare(PLACE)).toBeUndefined();
    expect(store.asked).toEqual({ all: 1, revisions: 1 });
  });

  it("of many communities at once are asked for together, and read where something is set", async () => {
    const { store, places } = cached();
    store.set(500);
    const all = Array.from({ length: 300 }, (_, at) => ({ ...PLACE, server: String(at) }));
    await Promise.all(all.map((place) => places.prepare(place)));
    expect(store.asked).toEqual({ all: 1, revisions: 1 });
    expect(all.filter((place) => places.of(place).minimumVotes === 500)).toEqual([PLACE]);
    expect(all.map((place) => places.prepare(place)).filter(Boolean)).toEqual([]);
  });

  it("are the operator's while the store takes its time, for nobody but the first, and then what it says", async () => {
    const { store, places, votes } = cached();
    store.set(500);
    store.be("slow");
    await places.prepare(THREAD);
    expect(votes()).toBe(2000);
    expect(places.prepare(THREAD)).toBeUndefined();
    store.be("there");
    store.release();
    await expect.poll(votes).toBe(500);
  });

  it("follow what another process changes, within seconds of a question", async () => {
    const { store, places, pass, votes } = cached();
    await places.prepare(THREAD);
    store.set(500);
    places.prepare(THREAD);
    await places.settle();
    expect(store.asked.revisions).toBe(1);
    pass(3_000);
    expect(places.prepare(THREAD)).toBeUndefined();
    await places.settle();
    expect(votes()).toBe(500);
    pass(3_000);
    places.prepare(THREAD);
    await places.settle();
    // Nothing was changed: nothing is read again.
    expect(store.asked).toEqual({ all: 1, revisions: 3 });
  });

  it("stand while the store is away, and recover by themselves", async () => {
    const { store, places, pass, votes } = cached();
    store.set(500);
    await places.prepare(THREAD);
    store.be("away");
    store.set(700);
    pass(3_000);
    places.prepare(THREAD);
    await places.reread(THREAD);
    await places.settle();
    expect(votes()).toBe(500);
    store.be("there");
    pass(3_000);
    places.prepare(THREAD);
    await places.settle();
    expect(votes()).toBe(700);
  });

  it("are the operator's where the store was never there, and nobody waits for it twice", async () => {
    const { store, places, pass, votes } = cached();
    store.be("away");
    store.set(500);
    await places.prepare(THREAD);
    expect(votes()).toBe(2000);
    expect(places.prepare(THREAD)).toBeUndefined();
    store.be("there");
    pass(3_000);
    places.prepare(THREAD);
    await places.settle();
    expect(votes()).toBe(500);
  });
});
