/** What people chose and what buttons carry, in a real store: there after a restart, and told where the store is away. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Log } from "../../../../src/chat/errors/errors.js";
import { StoreUnavailable } from "../../../../src/store/errors.js";
import { openStoreHere } from "../../../../src/store/opening/here.js";
import type { Store } from "../../../../src/store/port.js";
import { MemoryShortKeys } from "../../../../src/surface/memory/short-keys.js";
import { StoredLanguageChoices } from "../../../../src/surface/stored/language-choices.js";
import { StoredShortKeys } from "../../../../src/surface/stored/short-keys.js";
import { memoryFolder } from "../../../support/store/folder.js";

const folder = memoryFolder();
const now = new Date("2026-11-29T20:00:00Z");
const silent: Log = { info() {}, warn() {}, error() {} };
let store: Store;

beforeAll(async () => {
  store = await openStoreHere({ folder });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const away = () => Promise.reject(new StoreUnavailable("away"));

/** Told of everything that is logged. */
function listening() {
  const heard: string[] = [];
  const log = { ...silent, error: (_: object, message: string) => void heard.push(message) };
  return { heard, log };
}

describe("languages in a store", () => {
  const choices = () => new StoredLanguageChoices(async () => store.people, silent);

  it("are there for the next process, and gone where somebody follows their client again", async () => {
    const first = choices();
    await first.set("discord:1", "en", now);
    await first.set("discord:2", "es", now);
    const second = choices();
    await second.start();
    expect([second.get("discord:1"), second.get("discord:2")]).toEqual(["en", "es"]);
    await second.set("discord:1", undefined, new Date(now.getTime() + 1));
    const third = choices();
    await third.start();
    expect(third.get("discord:1")).toBeUndefined();
    for (const each of [second, third]) each.stop();
  });

  it("are not said to be saved where the store is away; what is known stands, and no fault is logged", async () => {
    const { heard, log } = listening();
    const choices = new StoredLanguageChoices(away, log);
    await choices.start();
    await expect(choices.set("discord:1", "en", now)).rejects.toThrow(StoreUnavailable);
    expect(choices.get("discord:1")).toBeUndefined();
    choices.stop();
    expect(heard).toEqual([]);
  });
});

describe("texts of buttons in a store", () => {
  const keys = (buttons: () => Promise<Store["buttons"]> = async () => store.buttons, log = silent) =>
    new StoredShortKeys(new MemoryShortKeys(), buttons, { now: () => now, log });

  it("are found at once, and by the next process", async () => {
    const first = keys();
    const texts = ["a".repeat(500), "b", "c"];
    const kept = texts.map((text) => first.keep(text));
    expect(await first.find(kept[0] ?? "")).toBe(texts[0]);
    await first.settle();
    const second = keys();
    expect(await Promise.all(kept.map((key) => second.find(key)))).toEqual(texts);
    expect(await second.find("nobody's")).toBeUndefined();
  });

  it("work where the store is away, as long as the process lives", async () => {
    const { heard, log } = listening();
    const alone = keys(away, log);
    const key = alone.keep("something");
    await alone.settle();
    expect(await alone.find(key)).toBe("something");
    expect(await alone.find("another")).toBeUndefined();
    expect(heard).toEqual([]);
  });
});
