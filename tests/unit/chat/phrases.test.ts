/** The little language of phrases: what is none, which options the commands' phrases name, and how an example is said. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands } from "../../../commands/index.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { describe as describeOptions } from "../../../src/chat/command/describe.js";
import { filmRef, month } from "../../../src/chat/command/options.js";
import { parsePhrase, spokenExample } from "../../../src/chat/command/phrases.js";
import type { Command } from "../../../src/chat/contract.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";

/** A command that is asked for by `phrases`. */
function commandWith(...phrases: readonly string[]): Command {
  return defineCommand({
    names: { es: "uno", en: "uno" },
    summary: { es: "Una prueba", en: "A test" },
    phrases: { es: phrases, en: [] },
    options: z.strictObject({ titulo: filmRef().optional(), mes: month().optional() }),
    result: z.unknown(),
    positional: ["titulo"],
    examples: ["uno"],
    run: () => ({ status: "ok", result: null, answer: { kind: "figure" } }),
  });
}

describe("a phrase", () => {
  it("is taken apart into words, values and alternatives", () => {
    expect(parsePhrase("quién[es] (hizo|ha hecho) {titulo} en {mes:word}")).toEqual([
      { kind: "word", attached: false, text: "quién" },
      { kind: "either", optional: true, phrases: [[{ kind: "word", attached: true, text: "es" }]] },
      {
        kind: "either",
        optional: false,
        phrases: [
          [{ kind: "word", attached: false, text: "hizo" }],
          [
            { kind: "word", attached: false, text: "ha" },
            { kind: "word", attached: false, text: "hecho" },
          ],
        ],
      },
      { kind: "value", attached: false, option: "titulo", oneWord: false },
      { kind: "word", attached: false, text: "en" },
      { kind: "value", attached: false, option: "mes", oneWord: true },
    ]);
  });

  it.each([
    "",
    " ",
    "[a]",
    "(a|[b]) c",
    "(a|)",
    "(a",
    "[a",
    "a)",
    "a|b",
    "(a]",
    "{a",
    "a}",
    "{}",
    "{A}",
    "{a:b}",
  ])("that is none is refused: “%s”", (phrase) => {
    expect(() => parsePhrase(phrase)).toThrow(`phrase “${phrase}”: `);
  });
});

const spoken = commands.flatMap((command) =>
  [...command.phrases.es, ...command.phrases.en].map((phrase) => ({ command, phrase })),
);

describe("the phrases of commands", () => {
  it.each(spoken)("$phrase: is one, and names options of $command.name", ({ command, phrase }) => {
    const options = new Set(describeOptions(command).map(({ name }) => name));
    const named = [...phrase.matchAll(/\{(\w+)/gu)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(options).toContain(name);
    expect(phrase).toBe(phrase.toLowerCase());
    expect(() => parsePhrase(phrase)).not.toThrow();
  });
});

describe("an example of what to say", () => {
  it("is the shortest way to say the first phrase, with the option's name in the reader's language", () => {
    const command = commandWith("(cuánto|qué) [más] dura[n] [la (peli|película)] {titulo}", "otra");
    expect(spokenExample(command, SPANISH)).toBe("cuánto dura <título>");
    expect(spokenExample(command, parseLocale("en"))).toBeUndefined();
    expect(spokenExample(commandWith("(en (el|la) {mes:word}|ya)"), SPANISH)).toBe("en el <mes>");
  });
});
