/** A value of a list, and the question with another in its place. */
import { describe, expect, it } from "vitest";
import { givenValues, unknownValue, withValue } from "../../../commands/shared/filter/given-value.js";
import type { Context } from "../../../src/chat/contract.js";

const asked = { command: "descubrir", options: { genero: ["terror", "cmedia"], pais: "narnia" } };
const context = { asked } as unknown as Context;

describe("the values of an option", () => {
  it("know their place in a list", () => {
    expect(givenValues("genero", asked.options.genero)).toEqual([
      { option: "genero", text: "terror", at: 0 },
      { option: "genero", text: "cmedia", at: 1 },
    ]);
    expect(givenValues("pais", "narnia")).toEqual([{ option: "pais", text: "narnia" }]);
    expect(givenValues("desde", 1980)).toEqual([{ option: "desde", text: "1980" }]);
    expect(givenValues("hasta", undefined)).toEqual([]);
  });

  it("are replaced where they stand", () => {
    const [, second] = givenValues("genero", asked.options.genero);
    if (second === undefined) throw new Error("no second value");
    expect(withValue(context, second, "Comedia")).toEqual({ genero: ["terror", "Comedia"], pais: "narnia" });
    const country = { option: "pais", text: "narnia" };
    expect(withValue(context, country, "ES")).toEqual({ genero: ["terror", "cmedia"], pais: "ES" });
  });

  it("that are none offer what may have been meant, beside the others", () => {
    const [, second] = givenValues("genero", asked.options.genero);
    if (second === undefined) throw new Error("no second value");
    const suggestions = [{ label: "Comedia", value: "Comedy" }];
    const error = unknownValue(context, second, { es: "no", en: "no" }, suggestions);
    expect(error).toMatchObject({
      code: "invalid_parameter",
      option: "genero",
      suggestions: [{ label: "Comedia", options: { genero: ["terror", "Comedy"], pais: "narnia" } }],
    });
  });
});
