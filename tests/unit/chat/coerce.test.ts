import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coerce, coerceAll, plainValues } from "../../../src/chat/command/coerce.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import {
  decimalNumber,
  filmRef,
  filmRefs,
  flag,
  integer,
  MOST_LISTED,
  month,
  text,
} from "../../../src/chat/command/options.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { answerText } from "../../support/answer-text.js";
import { asking, bot } from "../../support/fakes.js";

const command = defineCommand({
  names: { es: "prueba", en: "trial" },
  summary: { es: "Prueba", en: "Trial" },
  options: z.strictObject({
    texto: text().optional(),
    mes: month().optional(),
    titulos: filmRefs().optional(),
    titulo: filmRef().optional(),
    nota: decimalNumber({ min: 0, max: 10 }, { es: "Nota", en: "Rating" }).optional(),
    cantidad: integer({ min: 1, max: 10, default: 5 }, { es: "Cantidad", en: "Count" }),
    publico: flag({ es: "Público", en: "Public" }),
  }),
  result: z.unknown(),
  positional: [],
  examples: ["prueba"],
  run: (_, options) => ({ status: "ok", result: options, answer: { kind: "list" } }),
});

describe("a list", () => {
  it.each([
    ["alien, blade runner", ["alien", "blade runner"]],
    ["alien;tmdb:603 , matrix", ["alien", "tmdb:603", "matrix"]],
    ["alien + blade runner", ["alien", "blade runner"]],
    ["Ocean's 11", ["Ocean's 11"]],
    ["c++", ["c++"]],
    [" , alien,, ", ["alien"]],
    ["alien\u200b\n, matrix", ["alien", "matrix"]],
    [
      ["alien", " blade runner ", ""],
      ["alien", "blade runner"],
    ],
    [["Crouching Tiger, Hidden Dragon"], ["Crouching Tiger, Hidden Dragon"]],
    [
      [603, "tmdb:862"],
      ["603", "tmdb:862"],
    ],
  ])("%j is read as %j", (given, read) => {
    expect(coerce(command, { titulos: given })).toEqual({ titulos: read });
  });

  it.each(["", " ", ",", ";, ", [], [""], [" "], null, undefined])("%j is none", (given) => {
    expect(coerce(command, { titulos: given })).toEqual({});
  });

  it.each([[[{ $gt: "" }]], [[null]], [{ 0: "alien" }], [true], [["x".repeat(201)]]])(
    "%j is refused",
    async (titulos) => {
      const outcome = await dispatch(bot, command, { titulos }, asking());
      expect(outcome.error).toEqual({ code: "invalid_parameter", option: "titulos" });
    },
  );

  it("has an end", async () => {
    const many = Array.from({ length: MOST_LISTED + 1 }, (_, at) => `tmdb:${at}`);
    const whole = { titulos: many.slice(1).join(",") };
    expect((await dispatch(bot, command, whole, asking())).result).toMatchObject({ titulos: many.slice(1) });
    const { answer, error } = await dispatch(bot, command, { titulos: many.join(",") }, asking());
    expect(error).toEqual({ code: "invalid_parameter", option: "titulos" });
    expect(answerText(answer)).toContain(`una lista de 1 a ${MOST_LISTED} títulos`);
  });
});

describe("other values", () => {
  it.each([
    ["cantidad", " 7 ", 7],
    ["cantidad", "+7", 7],
    ["cantidad", 7, 7],
    ["cantidad", "siete", "siete"],
    ["cantidad", "7.5", "7.5"],
    ["cantidad", "9".repeat(16), "9".repeat(16)],
    ["nota", "7,5", 7.5],
    ["nota", "7.25", 7.25],
    ["nota", 8, 8],
    ["nota", "7,5,5", "7,5,5"],
    ["nota", "alta", "alta"],
    ["titulo", ["tmdb:1", " ", "tmdb:2"], "tmdb:1 + tmdb:2"],
    ["titulo", ["tmdb:1"], "tmdb:1"],
    ["texto", ["a", "b"], ["a", "b"]],
    ["publico", "Sí", true],
    ["publico", "NO", false],
    ["publico", true, true],
    ["publico", "quizá", "quizá"],
    ["mes", 1, "1"],
    ["texto", 2012, "2012"],
    ["texto", " a\tb ", "a b"],
    ["otra", 5, 5],
  ])("%s: %j is read as %j", (name, given, read) => {
    expect(coerce(command, { [name]: given })).toEqual({ [name]: read });
  });

  it("of which nothing is known are made harmless", () => {
    expect(coerceAll({ a: " x\u202e ", b: 1, c: "", d: null, e: ["y"] })).toEqual({ a: "x", b: 1, e: ["y"] });
  });

  it("that no option can hold are not told as what was asked", () => {
    expect(plainValues({ a: "x", b: 1, c: false, d: ["y", 2], e: { f: 1 }, g: [{}] })).toEqual({
      a: "x",
      b: 1,
      c: false,
      d: ["y", 2],
    });
  });

  it("never make it fail, whatever they are", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.anything(), (others, titulos) => {
        const read = coerce(command, { ...others, titulos });
        for (const value of Object.values(read)) expect(value ?? "").not.toBe("");
        // What has been read reads the same again.
        expect(coerce(command, read)).toEqual(read);
      }),
    );
  });
});
