/** How many questions a minute are answered. */
import { describe, expect, it } from "vitest";
import { MemoryQuestionLimits } from "../../../src/surface/memory/question-limits.js";

const place = { platform: "discord", server: "10", chat: "100" };
const ana = { id: "discord:1", moderates: false };
const leo = { id: "discord:2", moderates: false };

function limits(perPerson: number, perChannel: number) {
  const counted = new MemoryQuestionLimits();
  return (asker: typeof ana | undefined, second = 0, chat = "100") => {
    const where = { place: { ...place, chat }, ...(asker ? { asker } : {}) };
    return counted.admit(where, { perPerson, perChannel }, new Date(second * 1000));
  };
}

describe("limits", () => {
  it("tell each person once a minute, and answer everybody else", () => {
    const ask = limits(2, 0);
    expect([1, 2, 3, 4, 5].map((second) => ask(ana, second))).toEqual([
      "answered",
      "answered",
      "told",
      "silent",
      "silent",
    ]);
    expect(ask(leo, 5)).toBe("answered");
    expect(ask(ana, 5, "101")).toBe("answered");
    expect(ask(ana, 61)).toBe("answered");
  });

  it("count a channel's questions whoever asks, and tell it once", () => {
    const ask = limits(0, 2);
    expect([ask(ana), ask(undefined), ask(leo), ask(ana), ask(ana, 60)]).toEqual([
      "answered",
      "answered",
      "told",
      "silent",
      "answered",
    ]);
  });
});
