/** What stands behind the ports while all of it is in memory. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conversation, LastAnswer } from "../../../src/chat/ports.js";
import { MemoryLanguageChoices } from "../../../src/surface/memory/language-choices.js";
import { MemoryLastAnswers } from "../../../src/surface/memory/last-answers.js";
import { MemoryShortKeys } from "../../../src/surface/memory/short-keys.js";

function last(label: string): LastAnswer {
  const asked = { command: "votos", options: {} };
  return { asked, choices: [{ label, ...asked }], lines: [asked, null] };
}

const NOW = new Date("2020-02-02T12:00:00Z");

describe("last answers", () => {
  it("are of one conversation each: place, topic and person", async () => {
    const answers = new MemoryLastAnswers();
    const place = { platform: "a", chat: "1" };
    const asker = { id: "a:1", moderates: false };
    const conversations: readonly Conversation[] = [
      { place },
      { place, asker },
      { place, asker: { ...asker, id: "a:2" } },
      { place: { ...place, platform: "b" }, asker },
      { place: { ...place, server: "9" }, asker },
      { place: { ...place, chat: "2" }, asker },
      { place: { ...place, topic: "1" }, asker },
      // Fields that run into each other are others all the same.
      { place: { platform: "a", server: "1", chat: "" }, asker },
      { place: { platform: "a", chat: "", topic: "1" }, asker },
    ];
    for (const [at, where] of conversations.entries()) answers.set(where, last(`${at}`), NOW);
    for (const [at, where] of conversations.entries())
      expect(await answers.get(where, NOW)).toEqual(last(`${at}`));
    expect(await answers.get({ place: { ...place, chat: "3" } }, NOW)).toBeUndefined();
  });

  it("are the last, and whoever moderates is the same person", async () => {
    const answers = new MemoryLastAnswers();
    const place = { platform: "a", chat: "1" };
    answers.set({ place, asker: { id: "a:1", moderates: true } }, last("first"), NOW);
    answers.set({ place, asker: { id: "a:1", moderates: false } }, last("second"), NOW);
    expect(await answers.get({ place, asker: { id: "a:1", moderates: true } }, NOW)).toEqual(last("second"));
  });

  it("are forgotten after a quarter of an hour, and begin anew with each answer", async () => {
    const answers = new MemoryLastAnswers();
    const where = { place: { platform: "a", chat: "1" } };
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    answers.set(where, last("first"), NOW);
    expect(await answers.get(where, later(15))).toEqual(last("first"));
    answers.set(where, last("second"), later(15));
    expect(await answers.get(where, later(30))).toEqual(last("second"));
    expect(await answers.get(where, later(31))).toBeUndefined();
  });

  it("are of so many conversations, and forgotten where others talk much", async () => {
    const answers = new MemoryLastAnswers();
    const place = { platform: "a", chat: "1" };
    answers.set({ place }, last("early"), NOW);
    for (let at = 0; at < 60_000; at++) {
      answers.set({ place: { ...place, chat: `other ${at}` } }, last(`${at}`), NOW);
    }
    expect(await answers.get({ place }, NOW)).toBeUndefined();
    expect(await answers.get({ place: { ...place, chat: "other 59999" } }, NOW)).toEqual(last("59999"));
  });
});

describe("short keys", () => {
  it("stand for the text they were made from, and no other", async () => {
    const keys = new MemoryShortKeys();
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.string({ unit: "binary" }), { maxLength: 10 }), async (texts) => {
        const kept = texts.map((text) => keys.keep(text));
        expect(new Set(kept).size).toBe(texts.length);
        for (const [at, key] of kept.entries()) {
          expect(key).toMatch(/^[\w-]{16}$/);
          expect(keys.keep(texts[at] ?? "")).toBe(key);
          expect(await keys.find(key)).toBe(texts[at]);
        }
      }),
    );
    expect(await keys.find("nobody-made-this")).toBeUndefined();
  });

  it("are forgotten once much else was kept", async () => {
    const keys = new MemoryShortKeys();
    const key = keys.keep("early");
    for (let at = 0; at < 9; at++) keys.keep(`${at}`.repeat(1_000_000));
    expect(await keys.find(key)).toBeUndefined();
  });
});

describe("language choices", () => {
  it("are remembered until they are taken back", () => {
    const choices = new MemoryLanguageChoices();
    choices.set("telegram:1", "en");
    choices.set("discord:1", "es");
    expect(["telegram:1", "discord:1", "__proto__"].map((person) => choices.get(person))).toEqual([
      "en",
      "es",
      undefined,
    ]);
    choices.set("telegram:1", undefined);
    expect(choices.get("telegram:1")).toBeUndefined();
  });
});
