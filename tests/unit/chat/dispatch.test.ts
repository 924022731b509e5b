import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandNamed } from "../../../src/chat/command/names.js";
import { ask, dispatch } from "../../../src/chat/dispatch.js";
import { commands, SECRET, services, surroundings } from "../../support/fakes.js";

async function run(name: string, options: Record<string, unknown>, tag = "es") {
  const command = commandNamed(commands, name);
  if (!command) throw new Error(name);
  return dispatch(services, command, options, surroundings(tag));
}

describe("an answer", () => {
  it("carries the command, its result and what is shown", async () => {
    expect(await ask(services, "/votos titanic", surroundings())).toEqual({
      command: "votos",
      status: "ok",
      result: expect.objectContaining({ value: "tmdb:597" }),
      answer: { kind: "figure", title: "Titanic (1997)", fields: [{ name: "Votos", value: "7770" }] },
    });
  });

  it("is in the reader's language", async () => {
    const { answer } = await ask(services, "/votos titanic", surroundings("en-GB"));
    expect(answer.fields).toEqual([{ name: "Votes", value: "7770" }]);
  });

  it("may be a question or nothing", async () => {
    const { status, answer } = await ask(services, "votos cinderella", surroundings());
    expect(status).toBe("choices");
    expect(answer.choices).toHaveLength(2);
    expect((await ask(services, "votos asdfghjkl", surroundings())).status).toBe("empty");
  });

  it("is given the time it is asked at", async () => {
    const { result } = await ask(services, "mes enero", surroundings());
    expect(result).toEqual({ now: "2020-02-02T00:00:00.000Z" });
  });
});

describe("options", () => {
  it("become what the schema says", async () => {
    const line = "recomendar toy story cantidad=3 publico=sí";
    expect((await ask(services, line, surroundings())).result).toEqual({
      titulo: "toy story",
      cantidad: 3,
      publico: true,
    });
    expect((await run("recomendar", { cantidad: " 10 " })).result).toMatchObject({
      cantidad: 10,
      publico: false,
    });
    expect((await run("recomendar", { titulo: "", cantidad: null })).result).toEqual({
      cantidad: 5,
      publico: false,
    });
    expect((await run("mes", { mes: 1 })).answer.text).toBe("1");
  });

  it.each([
    [
      "votos",
      "Falta un dato: título. Por ejemplo: /votos titanic",
      "Something is missing: title. For example: /votos titanic",
    ],
    [
      "recomendar matrix cantidad=11",
      "«Cantidad» ha de ser un número entero entre 1 y 10, y recibí «11».",
      "“Count” has to be a whole number between 1 and 10; I got “11”.",
    ],
    ["recomendar matrix cantidad=0", "entre 1 y 10, y recibí «0»", "I got “0”"],
    ["recomendar matrix cantidad=tres", "recibí «tres»", "I got “tres”"],
    ["recomendar matrix cantidad=2.5", "recibí «2.5»", "I got “2.5”"],
    [
      "recomendar matrix publico=quizá",
      "«Público» ha de ser «sí» o «no», y recibí «quizá».",
      "“Public” has to be “yes” or “no”; I got “quizá”.",
    ],
    ["plataforma puntaje netflix 70", "Falta un dato: año", "Something is missing: year"],
  ])("that do not fit are told: %s", async (line, es, en) => {
    const spanish = await ask(services, line, surroundings());
    expect(spanish).toMatchObject({ status: "error", result: null });
    expect(spanish.command).not.toBeNull();
    expect(spanish.answer.text).toContain(es);
    expect((await ask(services, line, surroundings("en"))).answer.text).toContain(en);
  });

  it("that a command does not have are told", async () => {
    const { status, answer } = await run("votos", { titulo: "titanic", anio: 1 });
    expect(status).toBe("error");
    expect(answer.text).toBe("/votos no tiene la opción «anio». Tiene: titulo.");
    expect((await run("votos", { titulos: "x" })).answer.text).toContain("¿Quisiste decir «titulo»?");
    const hostile = JSON.parse('{ "titulo": "titanic", "__proto__": { "admin": true } }');
    expect((await run("votos", hostile)).status).toBe("error");
  });
});

describe("what goes wrong", () => {
  it("is told kindly where the person did it", async () => {
    const asked = surroundings();
    const { command, status, answer } = await ask(services, "mes person", asked);
    expect([command, status, answer.text]).toEqual(["mes", "error", "Eso no es un mes."]);
    expect(asked.logged).toEqual([]);
  });

  it("is told and logged where a dependency did it", async () => {
    const asked = surroundings("en");
    const { answer } = await ask(services, "mes dependency", asked);
    expect(answer).toEqual({ kind: "error", text: "Not now." });
    expect(asked.logged).toMatchObject([{ details: { dependency: "store", command: "mes" } }]);
  });

  it.each(["bug", "reject"])("is logged under the id that is told where we did it: %s", async (kind) => {
    const asked = surroundings();
    const { command, status, answer } = await ask(services, `mes ${kind}`, asked);
    expect([command, status]).toEqual(["mes", "error"]);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    const [entry] = asked.logged;
    const id = String((entry?.details as { id?: string })?.id);
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(answer.text).toContain(id);
  });

  it("is answered even where the log is broken", async () => {
    const broken = () => {
      throw new Error("disk full");
    };
    const asked = { ...surroundings(), log: { warn: broken, error: broken } };
    expect((await ask(services, "mes bug", asked)).status).toBe("error");
  });

  it("is answered where find fails", async () => {
    const find = { ...services.find, term: () => JSON.parse("{") };
    const { command, status } = await ask({ ...services, find }, "plataforma maxima x y", surroundings());
    expect([command, status]).toEqual(["plataforma maxima", "error"]);
  });

  it("never rejects", async () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .tuple(fc.constantFrom(...commands.map(({ name }) => name)), fc.string({ unit: "binary" }))
        .map((parts) => parts.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom("es", "en-US"), async (line, tag) => {
        const asked = surroundings(tag);
        const { status, answer } = await ask(services, line, asked);
        if (status === "error") expect(answer.text).not.toBe("");
        expect(asked.logged).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.anything()), async (options) => {
        await run("recomendar", options);
      }),
    );
  });
});
