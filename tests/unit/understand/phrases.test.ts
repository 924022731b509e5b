/** The little language of phrases: what it says, and what is found with it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands } from "../../../commands/index.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { describe as describeOptions } from "../../../src/chat/command/describe.js";
import { filmRef, month } from "../../../src/chat/command/options.js";
import type { Command } from "../../../src/chat/contract.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";

/** A command that is asked for by `phrases`. */
function commandWith(name: string, ...phrases: readonly string[]): Command {
  return defineCommand({
    names: { es: name, en: name },
    summary: { es: "Una prueba", en: "A test" },
    phrases: { es: phrases, en: [] },
    options: z.strictObject({ titulo: filmRef().optional(), mes: month().optional() }),
    result: z.unknown(),
    positional: ["titulo"],
    examples: [name],
    run: () => ({ status: "ok", result: null, answer: { kind: "figure" } }),
  });
}

/** What the phrases of one command find in a text. */
function found(text: string, ...phrases: readonly string[]) {
  return askedByPhrase([commandWith("uno", ...phrases)], text)?.options;
}

describe("a phrase", () => {
  it.each([
    ["dura (mucho|poco) {titulo}", "dura mucho Up", { titulo: "Up" }],
    ["dura (mucho|poco) {titulo}", "dura poco Up", { titulo: "Up" }],
    ["dura (mucho|poco) {titulo}", "dura Up", undefined],
    ["dura [mucho|muy poco] {titulo}", "dura muy poco Up", { titulo: "Up" }],
    ["dura [mucho|muy poco] {titulo}", "dura Up", { titulo: "Up" }],
    ["[la] duración", "duración", {}],
    ["[la] duración", "la duración", {}],
    ["cuánto [tiempo] [ya] dura", "cuanto dura", {}],
    ["cuánto [tiempo] [ya] dura", "cuanto tiempo ya dura", {}],
    ["cuánto [tiempo] [ya] dura", "cuanto  dura", undefined],
    ["(a [b] (c|d)|e) {titulo}", "a b d Up", { titulo: "Up" }],
    ["(a [b] (c|d)|e) {titulo}", "a c Up", { titulo: "Up" }],
    ["(a [b] (c|d)|e) {titulo}", "e Up", { titulo: "Up" }],
    ["quién[es] dirigió {titulo}", "quienes dirigio Up", { titulo: "Up" }],
    ["quién[es] dirigió {titulo}", "quien es dirigio Up", undefined],
    ["re(com|cu)ienda {titulo}", "recuienda Up", { titulo: "Up" }],
    ["how long is {titulo} [last]", "how long is the last jedi last", { titulo: "the last jedi" }],
    ["how long is {titulo} [last] [now]", "how long is up last now", { titulo: "up" }],
    ["en {mes:word}[s]", "en eneros", { mes: "enero" }],
    ["en {mes:word}[s]", "en enero o febrero", undefined],
    ["en {mes:word} hay {titulo}", "en Mayo hay Up", { mes: "Mayo", titulo: "Up" }],
    ["como {titulo} [en {mes:word}]", "como Up en mayo", { titulo: "Up", mes: "mayo" }],
    ["¡ay! (sí). {titulo}", "¡ay! (sí). Up", undefined],
    ["a.b+c* {titulo}", "a.b+c* Up", { titulo: "Up" }],
    ["a.b+c* {titulo}", "axb+c* Up", undefined],
  ])("%s in “%s”", (phrase, text, expected) => {
    expect(found(text, phrase)).toEqual(expected);
  });

  it.each([
    ["¿Cuánto dura «El padrino»?", "El padrino"],
    ["cuánto dura 'Up' ?!…", "Up"],
    ["CUÁNTO DURA AMÉLIE", "AMÉLIE"],
    ["cua\u0301nto dura Ame\u0301lie", "Amélie"],
    ["oye, cuanto dura up", "up"],
    ["y cuanto dura up", "up"],
    ["Hola, ¿cuanto dura up", undefined],
    ["cuanto dura ", undefined],
    ["cuanto dura «»", undefined],
    ["cuanto dura", undefined],
    ["no sé cuanto dura up", undefined],
  ])("is found in “%s” as people write it", (text, titulo) => {
    expect(found(text, "cuánto dura {titulo}")).toEqual(titulo && { titulo });
  });

  it("that knows more of the words comes before others, whatever their order", () => {
    const general = commandWith("general", "películas {titulo}");
    const special = commandWith("special", "películas con {titulo}");
    for (const known of [
      [general, special],
      [special, general],
    ]) {
      expect(askedByPhrase(known, "películas con Tom Hanks")?.command.name).toBe("special");
      expect(askedByPhrase(known, "películas de Tom Hanks")?.command.name).toBe("general");
    }
    expect(askedByPhrase([general, commandWith("other", "películas {titulo}")], "películas X")?.command).toBe(
      general,
    );
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

  it("finds a value in a long hostile text without trying everything", () => {
    const known = [commandWith("uno", "[a] [a] [a] (a|a a) {titulo} (b|b b)"), ...commands];
    for (const text of [
      `a ${"a ".repeat(20_000)}c`,
      `${"¿".repeat(20_000)}a`,
      `a ${"?".repeat(20_000)}x`,
      `a ${"»".repeat(20_000)}x b`,
      `cuanto dura ${"la pelicula ".repeat(5_000)}`,
      " ".repeat(50_000),
    ]) {
      expect(() => askedByPhrase(known, text)).not.toThrow();
    }
  });
});

/** Every way to say a phrase, with a word for each value. */
function sayings(phrase: Phrase): readonly string[] {
  return phrase.reduce<readonly string[]>(
    (said, part) => {
      const blank = part.kind === "either" || part.attached ? "" : " ";
      const endings =
        part.kind === "either"
          ? [...part.phrases.flatMap(sayings), ...(part.optional ? [""] : [])]
          : [blank + (part.kind === "word" ? part.text : "Amélie")];
      return said.flatMap((begun) => endings.map((ending) => begun + ending));
    },
    [""],
  );
}

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
  });

  it("are understood however they are said", () => {
    const misread = spoken.flatMap(({ command, phrase }) =>
      sayings(parsePhrase(phrase)).filter((said) => {
        const asked = askedByPhrase(commands, `¿${said.trim()}?`);
        const [value] = Object.values(asked?.options ?? {});
        return asked?.command !== command || value !== "Amélie";
      }),
    );
    expect(misread.slice(0, 10)).toEqual([]);
  });

  it("are answered by none in a text of other words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        expect(askedByPhrase(commands, `zz ${text}`)).toBeUndefined();
      }),
    );
  });

  it("never throw, and give values that stand in the text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .tuple(
          fc.constantFrom("cuanto dura ", "movies like ", "quien dirigio "),
          fc.string({ unit: "binary" }),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const value of Object.values(askedByPhrase(commands, written)?.options ?? {})) {
          expect(written.normalize("NFC")).toContain(value);
          expect(value).not.toBe("");
        }
      }),
    );
  });
});

describe("an example of what to say", () => {
  const english = parseLocale("en");

  it("is the shortest way to say the first phrase, with the option's name in the reader's language", () => {
    const command = commandWith("uno", "(cuánto|qué) [más] dura[n] [la (peli|película)] {titulo}", "otra");
    expect(spokenExample(command, SPANISH)).toBe("cuánto dura <título>");
    expect(spokenExample(command, english)).toBeUndefined();
    expect(spokenExample(commandWith("uno", "(en (el|la) {mes:word}|ya)"), SPANISH)).toBe("en el <mes>");
  });

  it("of every command is understood as that command", () => {
    for (const command of commands) {
      for (const locale of [SPANISH, english]) {
        const example = spokenExample(command, locale)?.replace(/<.*>/u, "Amélie");
        if (example !== undefined) expect(askedByPhrase(commands, example)?.command).toBe(command);
      }
    }
  });
});
