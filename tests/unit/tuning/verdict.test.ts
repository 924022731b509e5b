/** What becomes of a message, by what was accepted and what the bot made of it. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/chat/answer/schema.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { showsFilm, verdictOf } from "../../../tuning/evaluate/messages/verdict.js";

function outcome(status: Outcome["status"], answer: Partial<Answer> = {}, result: unknown = null): Outcome {
  return { command: null, asked: null, status, result, answer: { kind: "help", ...answer }, cacheable: true };
}

const unforgiven = { command: "pelicula", options: { titulo: "tmdb:33" } };
const other = { command: "pelicula", options: { titulo: "tmdb:34" } };
const suggestion = { label: "Sin perdón", command: "pelicula", options: { titulo: "tmdb:33" } };

describe("a message that asks for something", () => {
  it("is understood by any accepted reading, whatever the answer", () => {
    expect(verdictOf([other, unforgiven], { understood: unforgiven, outcome: outcome("ok") })).toBe(
      "understood",
    );
    expect(verdictOf([unforgiven], { understood: unforgiven, outcome: outcome("empty") })).toBe("understood");
  });

  it("is wrongly understood where something else is answered", () => {
    expect(verdictOf([unforgiven], { understood: other, outcome: outcome("ok") })).toBe("wrong");
    expect(verdictOf([unforgiven], { understood: null, outcome: outcome("ok") })).toBe("wrong");
  });

  it("is asked back where there are choices, or suggestions", () => {
    expect(verdictOf([unforgiven], { understood: other, outcome: outcome("choices") })).toBe("asked");
    const empty = outcome("empty", { choices: [suggestion] });
    expect(verdictOf([unforgiven], { understood: null, outcome: empty })).toBe("asked");
  });

  it("is not understood otherwise", () => {
    for (const outcomeOfIt of [undefined, outcome("empty"), outcome("error")]) {
      expect(verdictOf([unforgiven], { understood: null, outcome: outcomeOfIt })).toBe("not understood");
    }
  });
});

describe("talk", () => {
  const talk = [{ command: null, options: {} }] as const;

  it("is understood where nothing was, and no film is told of", () => {
    expect(verdictOf(talk, { understood: null, outcome: outcome("empty") })).toBe("understood");
    expect(verdictOf(talk, { understood: null, outcome: undefined })).toBe("understood");
  });

  it("is not where something was understood, or a film offered", () => {
    expect(verdictOf(talk, { understood: unforgiven, outcome: outcome("ok") })).toBe("wrong");
    const offered = outcome("choices", { choices: [suggestion] });
    expect(verdictOf(talk, { understood: null, outcome: offered })).toBe("not understood");
  });
});

describe("what cannot be answered", () => {
  const none = [{ command: "none", options: {} }] as const;

  it("is to be answered with nothing, whatever was understood", () => {
    expect(verdictOf(none, { understood: unforgiven, outcome: outcome("empty") })).toBe("understood");
    expect(verdictOf(none, { understood: null, outcome: outcome("ok") })).toBe("wrong");
    expect(verdictOf(none, { understood: null, outcome: outcome("choices") })).toBe("not understood");
  });
});

describe("what is so open that a question back is right", () => {
  const open = [{ command: "ask-back", options: {} }, unforgiven] as const;

  it("is understood by a question back", () => {
    expect(verdictOf(open, { understood: null, outcome: outcome("choices") })).toBe("understood");
    expect(verdictOf(open, { understood: null, outcome: outcome("empty") })).toBe("not understood");
  });
});

describe("a film is shown", () => {
  it.each([
    ["by its card", outcome("ok", { kind: "film" })],
    ["by its figure", outcome("ok", {}, { film: { id: 33 } })],
    ["in a list", outcome("ok", {}, { films: [{ id: 33 }] })],
    ["among what was found", outcome("ok", {}, { matches: [{ id: 33 }] })],
    ["as a choice", outcome("choices", { choices: [suggestion] })],
  ])("%s", (_way, shown) => {
    expect(showsFilm(shown)).toBe(true);
  });

  it("not by a line of help", () => {
    const help = { label: "/ayuda", command: "ayuda", options: {} };
    expect(showsFilm(outcome("empty", { choices: [help] }, { films: [] }))).toBe(false);
    expect(showsFilm(undefined)).toBe(false);
  });
});
