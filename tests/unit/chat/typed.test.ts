import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { OptionValues } from "../../../src/chat/answer/schema.js";
import { coerce } from "../../../src/chat/command/coerce.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { describe as describeOptions, typedName } from "../../../src/chat/command/describe.js";
import { commandNamed } from "../../../src/chat/command/names.js";
import { filmRef, filmRefs, flag, integer } from "../../../src/chat/command/options.js";
import type { Command } from "../../../src/chat/contract.js";
import { parseLine } from "../../../src/chat/line/parse.js";
import { recognisedBy } from "../../../src/chat/line/positionals.js";
import { typedOptions } from "../../../src/chat/line/typed.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { harmlessLine } from "../../../src/chat/text.js";
import { commands, find } from "../../support/fakes.js";

const listing = defineCommand({
  names: { es: "lista", en: "list" },
  summary: { es: "Lista", en: "List" },
  options: z.strictObject({
    titulo: filmRef().optional(),
    gusta: filmRefs({ es: "Gusta", en: "Liked" }).optional(),
    cantidad: integer({ min: 1, max: 10, default: 5 }, { es: "Cantidad", en: "Count" }),
    publico: flag({ es: "Público", en: "Public" }),
  }),
  result: z.unknown(),
  positional: ["titulo"],
  examples: ["lista"],
  run: (_, options) => ({ status: "ok", result: options, answer: { kind: "list" } }),
});

const ENGLISH = parseLocale("en");

const all: readonly Command[] = [...commands, listing];

function named(name: string): Command {
  const command = commandNamed(all, name);
  if (!command) throw new Error(name);
  return command;
}

describe("options, as they would be typed", () => {
  it.each([
    ["votos", { titulo: "toy story" }, "toy story"],
    ["votos", { titulo: "tmdb:862" }, "tmdb:862"],
    ["votos", {}, ""],
    ["votos", { titulo: "¿Qué hora es cantidad=3?" }, '"¿Qué hora es cantidad=3?"'],
    ["votos", { titulo: '"Weird Al" Yankovic' }, `'"Weird Al" Yankovic'`],
    ["recomendar", { titulo: "the matrix", cantidad: 10 }, '"the matrix" cantidad=10'],
    ["recomendar", { cantidad: 10, publico: true }, "cantidad=10 publico=true"],
    ["plataforma puntaje", { plataforma: "netflix", puntaje: 70, anio: 2018 }, "netflix 70 2018"],
    ["plataforma puntaje", { plataforma: "amazon prime", anio: 2018 }, '"amazon prime" anio=2018'],
    ["plataforma maxima", { plataforma: "netflix" }, "plataforma=netflix"],
    ["lista", { gusta: ["tmdb:603", "toy story"], cantidad: 3 }, 'gusta="tmdb:603, toy story" cantidad=3'],
    ["lista", { gusta: ["alien"] }, "gusta=alien"],
  ])("of /%s: %j", (name, options, typed) => {
    expect(typedOptions(named(name), options)).toBe(typed);
  });

  const marks = /["'«»“”]/u;
  const harmless = (text: string) => text !== "" && harmlessLine(text) === text;
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }).map(harmlessLine),
    fc.constantFrom("cantidad=3", "título=x", '"toy', "o'brien", "'til", "2012", "«a»", "=", "a=b"),
  );
  /** At most two kinds of quotation marks, so that one is left to quote with. */
  const text = fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map((words) => words.join(" "))
    .filter((one) => harmless(one) && !/[«»“”].*["']|["'].*[«»“”]/u.test(one));
  const title = fc.string({ minLength: 1, maxLength: 12 }).map(harmlessLine);
  const item = title.filter((one) => harmless(one) && !/[,;+]/u.test(one) && !marks.test(one));
  const integers = (min: number, max: number) => fc.integer({ min, max });
  const platform = fc.constantFrom("netflix", "amazon", "Amazon Prime");

  const questions: fc.Arbitrary<readonly [Command, OptionValues]> = fc.oneof(
    fc.record({ titulo: text }).map((options) => [named("votos"), options] as const),
    fc
      .record(
        {
          titulo: text,
          gusta: fc.array(item, { minLength: 1, maxLength: 4 }),
          cantidad: integers(1, 10),
          publico: fc.boolean(),
        },
        { requiredKeys: [] },
      )
      .map((options) => [listing, options] as const),
    fc
      .record({ plataforma: platform, puntaje: integers(0, 100), anio: integers(1870, 2100) })
      .map((options) => [named("plataforma puntaje"), options] as const),
    fc
      .record({ anio: integers(1870, 2100), plataforma: platform, tipo: text }, { requiredKeys: [] })
      .map((options) => [named("plataforma maxima"), options] as const),
  );

  it("are read as the same options", () => {
    fc.assert(
      fc.property(questions, ([command, options]) => {
        const line = `/${command.name} ${typedOptions(command, options)}`;
        const read = parseLine(all, line, recognisedBy(find));
        expect(read.command).toBe(command);
        expect(coerce(command, read.options)).toEqual(coerce(command, options));
        // Named throughout, they are the same too.
        const byName = `/${command.name} ${typedOptions({ positional: [] }, options)}`;
        expect(coerce(command, parseLine(all, byName, recognisedBy(find)).options)).toEqual(
          coerce(command, options),
        );
        // In English too.
        const english = new Map(describeOptions(command).map((one) => [one.name, typedName(one, ENGLISH)]));
        const inEnglish = typedOptions({ positional: [] }, options, (name) => english.get(name) ?? name);
        expect(
          coerce(command, parseLine(all, `/${command.name} ${inEnglish}`, recognisedBy(find)).options),
        ).toEqual(coerce(command, options));
      }),
      { numRuns: 3000 },
    );
  });
});
