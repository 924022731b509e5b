import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { ask } from "../../../src/chat/ask.js";
import type { Asker } from "../../../src/chat/asking.js";
import { type CommandSpec, defineCommand } from "../../../src/chat/command/command.js";
import { commandNamed } from "../../../src/chat/command/names.js";
import { filmRefs, text } from "../../../src/chat/command/options.js";
import type { Access, Command } from "../../../src/chat/contract.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { answerText } from "../../support/answer-text.js";
import {
  asking,
  bot,
  commands,
  createBot,
  MODERATOR,
  OPERATOR,
  PLACE,
  SECRET,
  SOMEBODY,
  type TestBot,
} from "../../support/fakes.js";

function named(name: string): Command {
  const command = commandNamed([...commands, ...bot.program.operatorCommands], name);
  if (!command) throw new Error(name);
  return command;
}

function run(name: string, options: Record<string, unknown>, tag = "es") {
  return dispatch(bot, named(name), options, asking(tag));
}

type Spec = CommandSpec<typeof anyOptions, unknown>;

const anyOptions = z.strictObject({ texto: text().optional(), titulos: filmRefs().optional() });

/** A command that gives what it was asked as its result. */
function command(spec: Partial<Spec> = {}): Command {
  return defineCommand({
    names: { es: "prueba", en: "trial" },
    summary: { es: "Prueba", en: "Trial" },
    options: anyOptions,
    result: z.unknown(),
    positional: ["texto"],
    examples: ["prueba"],
    run: ({ asked }, options) => ({
      status: "ok",
      result: { asked, options },
      answer: { kind: "figure", text: "hecho" },
    }),
    ...spec,
  });
}

describe("an answer", () => {
  it("carries the command, what was asked, its result and what is shown", async () => {
    expect(await ask(bot, "/votos titanic", asking())).toEqual({
      command: "votos",
      asked: { command: "votos", options: { titulo: "titanic" } },
      status: "ok",
      result: expect.objectContaining({ value: "tmdb:597" }),
      answer: { kind: "figure", title: "Titanic (1997)", fields: [{ name: "Votos", value: "7770" }] },
      cacheable: true,
    });
  });

  it("is in the reader's language", async () => {
    const { answer } = await ask(bot, "/votos titanic", asking("en-GB"));
    expect(answer.fields).toEqual([{ name: "Votes", value: "7770" }]);
  });

  it("may be a question or nothing", async () => {
    const { status, answer } = await ask(bot, "votos cinderella", asking());
    expect(status).toBe("choices");
    expect(answer.choices).toHaveLength(2);
    expect((await ask(bot, "votos asdfghjkl", asking())).status).toBe("empty");
  });

  it("is given the time it is asked at", async () => {
    const { result } = await ask(bot, "mes enero", asking());
    expect(result).toEqual({ now: "2020-02-02T00:00:00.000Z" });
  });

  it("is given the question as it was asked, without what it was not asked with", async () => {
    const given = { texto: "  uno\u200b ", titulos: "alien, tmdb:603 + blade runner" };
    const { result, asked } = await dispatch(bot, command(), given, asking());
    const options = { texto: "uno", titulos: ["alien", "tmdb:603", "blade runner"] };
    expect(result).toEqual({ asked: { command: "prueba", options }, options });
    expect(asked).toEqual({ command: "prueba", options });
    expect((await run("recomendar", {})).asked).toEqual({ command: "recomendar", options: {} });
    expect((await run("recomendar", { cantidad: "3", publico: "sí" })).asked?.options).toEqual({
      cantidad: 3,
      publico: true,
    });
  });

  it("tells whether it may be kept", async () => {
    const kept = async (spec: Partial<Spec>) => (await dispatch(bot, command(spec), {}, asking())).cacheable;
    expect(await kept({})).toBe(true);
    expect(await kept({ cacheable: false })).toBe(false);
    // Whatever a write says of itself.
    expect(await kept({ effect: "write", cacheable: true })).toBe(false);
    expect((await run("mes", { mes: "bug" })).cacheable).toBe(false);
  });
});

describe("options", () => {
  it("become what the schema says", async () => {
    const line = "recomendar toy story cantidad=3 publico=sí";
    expect((await ask(bot, line, asking())).result).toEqual({
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
      { code: "missing_parameter", option: "titulo" },
      "Falta un dato: título. Por ejemplo: /votos titanic",
      "Something is missing: title. For example: /votos titanic",
    ],
    [
      "recomendar matrix cantidad=11",
      { code: "invalid_parameter", option: "cantidad" },
      "«Cantidad» ha de ser un número entero entre 1 y 10, y recibí «11».",
      "“Count” has to be a whole number between 1 and 10; I got “11”.",
    ],
    [
      "recomendar matrix cantidad=0",
      { code: "invalid_parameter", option: "cantidad" },
      "entre 1 y 10, y recibí «0»",
      "I got “0”",
    ],
    [
      "recomendar matrix cantidad=tres",
      { code: "invalid_parameter", option: "cantidad" },
      "recibí «tres»",
      "I got “tres”",
    ],
    [
      "recomendar matrix cantidad=2.5",
      { code: "invalid_parameter", option: "cantidad" },
      "recibí «2.5»",
      "I got “2.5”",
    ],
    [
      "recomendar matrix publico=quizá",
      { code: "invalid_parameter", option: "publico" },
      "«Público» ha de ser «sí» o «no», y recibí «quizá».",
      "“Public” has to be “yes” or “no”; I got “quizá”.",
    ],
    [
      "plataforma puntaje netflix 70",
      { code: "missing_parameter", option: "anio" },
      "Falta un dato: año",
      "Something is missing: year",
    ],
  ])("that do not fit are told, to people and to programs: %s", async (line, error, es, en) => {
    const spanish = await ask(bot, line, asking());
    expect(spanish).toMatchObject({ status: "error", result: null, asked: { command: spanish.command } });
    expect(spanish.error).toEqual(error);
    expect(answerText(spanish.answer)).toContain(es);
    const english = await ask(bot, line, asking("en"));
    expect(english.error).toEqual(error);
    expect(answerText(english.answer)).toContain(en);
  });

  it("that a command does not have are told", async () => {
    const { status, answer, error } = await run("votos", { titulo: "titanic", anio: 1 });
    expect([status, error]).toEqual(["error", { code: "unknown_parameter", option: "anio" }]);
    expect(answerText(answer)).toBe("/votos no tiene la opción «anio». Tiene: titulo.");
    expect(answerText((await run("votos", { titulos: "x" })).answer)).toContain("¿Quisiste decir «titulo»?");
    const hostile = JSON.parse('{ "titulo": "titanic", "__proto__": { "admin": true } }');
    expect((await run("votos", hostile)).error).toEqual({ code: "unknown_parameter", option: "__proto__" });
  });
});

describe("what goes wrong", () => {
  it("is told kindly where the person did it", async () => {
    const own = createBot();
    const { command, status, answer, error } = await ask(own, "mes person", asking());
    expect([command, status, answer.text]).toEqual(["mes", "error", "Eso no es un mes."]);
    expect(error).toEqual({ code: "invalid_parameter", option: "mes" });
    expect(own.ports.logged).toEqual([]);
  });

  it("is told and logged where a dependency did it", async () => {
    const own = createBot();
    const { answer, error } = await ask(own, "mes dependency", asking("en"));
    expect(answer).toEqual({ kind: "error", text: "Not now." });
    expect(error).toEqual({ code: "unavailable" });
    expect(own.ports.logged).toMatchObject([
      { level: "warn", details: { dependency: "store", command: "mes" } },
    ]);
  });

  it.each(["bug", "reject"])("is logged under the id that is told where we did it: %s", async (kind) => {
    const own = createBot();
    const { command, status, answer, error } = await ask(own, `mes ${kind}`, asking());
    expect([command, status]).toEqual(["mes", "error"]);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    const [entry] = own.ports.logged;
    const id = String((entry?.details as { id?: string })?.id);
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(answer.text).toContain(id);
    expect(error).toEqual({ code: "internal", id });
  });

  it("is answered even where the log is broken", async () => {
    const broken = () => {
      throw new Error("disk full");
    };
    const own = createBot({ ports: { log: { info: broken, warn: broken, error: broken } } });
    expect((await ask(own, "mes bug", asking())).status).toBe("error");
  });

  it("is answered where find fails", async () => {
    const find = { ...bot.edition.find, term: () => JSON.parse("{") };
    const own = createBot({ edition: { find } });
    const { command, error } = await ask(own, "plataforma maxima x y", asking());
    expect(command).toBe("plataforma maxima");
    expect(error).toMatchObject({ code: "internal", id: expect.stringMatching(/^[0-9a-f]{8}$/) });
  });

  it("never rejects", async () => {
    const own = createBot();
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .tuple(fc.constantFrom(...commands.map(({ name }) => name)), fc.string({ unit: "binary" }))
        .map((parts) => parts.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom("es", "en-US"), async (line, tag) => {
        const { status, answer, error } = await ask(own, line, asking(tag));
        expect(error === undefined).toBe(status !== "error");
        if (status === "error") expect(plainText(answer.text ?? "")).not.toBe("");
        expect(own.ports.logged).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.anything()), async (options) => {
        const { status } = await dispatch(own, named("recomendar"), options, asking());
        expect(["ok", "error"]).toContain(status);
      }),
    );
  });
});

describe("who asks", () => {
  const asked = async (access: Access, asker?: Asker, own: TestBot = bot) => {
    const { status, error } = await dispatch(own, command({ access }), {}, asking("es", { asker }));
    return status === "ok" ? "ok" : error?.code;
  };

  it("may be anyone, where nothing else is said", async () => {
    expect(await asked("anyone")).toBe("ok");
    expect(await asked("anyone", SOMEBODY)).toBe("ok");
  });

  it("has to moderate the place, or run the bot", async () => {
    expect(await asked("moderator")).toBe("not_allowed");
    expect(await asked("moderator", SOMEBODY)).toBe("not_allowed");
    expect(await asked("moderator", MODERATOR)).toBe("ok");
    expect(await asked("moderator", OPERATOR)).toBe("ok");
  });

  it("has to run the bot, by the very id that their platform vouches for", async () => {
    expect(await asked("operator")).toBe("not_allowed");
    expect(await asked("operator", MODERATOR)).toBe("not_allowed");
    expect(await asked("operator", { ...OPERATOR, id: "other:1" })).toBe("not_allowed");
    expect(await asked("operator", OPERATOR)).toBe("ok");
    expect(await asked("operator", OPERATOR, createBot({ program: { operators: new Set() } }))).toBe(
      "not_allowed",
    );
  });

  it("is told what they may not, and nothing is done", async () => {
    let runs = 0;
    const forOperators = command({
      access: "operator",
      run: () => {
        runs++;
        return { status: "ok", result: null, answer: { kind: "figure" } };
      },
    });
    const { answer } = await dispatch(bot, forOperators, { texto: "x" }, asking());
    expect(answerText(answer)).toContain("quien lleva el bot");
    expect(answerText(answer)).toContain("/ayuda");
    const english = await dispatch(bot, forOperators, {}, asking("en", { asker: SOMEBODY }));
    expect(answerText(english.answer)).toContain("those who run the bot");
    const moderators = await dispatch(bot, command({ access: "moderator" }), {}, asking());
    expect(answerText(moderators.answer)).toContain("quienes moderan");
    expect(runs).toBe(0);
  });
});

describe("a write", () => {
  it("is refused where one may only read", async () => {
    const write = command({ effect: "write" });
    expect(await dispatch(bot, write, {}, asking("es", { effect: "read" }))).toMatchObject({
      status: "error",
      error: { code: "read_only" },
    });
    expect((await dispatch(bot, write, {}, asking())).status).toBe("ok");
    expect((await dispatch(bot, command(), {}, asking("es", { effect: "read" }))).status).toBe("ok");
  });
});

describe("a better answer", () => {
  it("comes later, as an outcome like any other", async () => {
    const first = await dispatch(bot, named("refrescar"), {}, asking("es", { asker: OPERATOR }));
    expect(first).toMatchObject({ status: "ok", result: "begun" });
    const second = await first.later?.();
    expect(second).toEqual({
      command: "refrescar",
      asked: first.asked,
      status: "ok",
      result: "done",
      answer: { kind: "figure", title: "Renovado" },
      cacheable: false,
    });
    expect(await ask(bot, "/votos titanic", asking())).not.toHaveProperty("later");
  });

  it("that goes wrong is told like any other error", async () => {
    const own = createBot();
    const slow = command({
      run: () => ({
        status: "ok",
        result: null,
        answer: { kind: "figure" },
        later: () => Promise.reject(new Error(SECRET)),
      }),
    });
    const { later } = await dispatch(own, slow, {}, asking());
    const outcome = await later?.();
    expect(outcome).toMatchObject({ status: "error", error: { code: "internal" } });
    expect(JSON.stringify(outcome)).not.toContain(SECRET);
    expect(own.ports.logged).toHaveLength(1);
  });
});

describe("what is remembered of a conversation", () => {
  const here = asking("es", { place: PLACE, asker: SOMEBODY });

  it("is the last question and its choices, each person's own", async () => {
    const own = createBot();
    const { asked, answer } = await dispatch(own, named("votos"), { titulo: "cinderella" }, here);
    const where = { place: PLACE, asker: SOMEBODY };
    expect(await own.ports.lastAnswers.get(where, here.now)).toEqual({
      asked,
      choices: answer.choices,
      lines: [],
    });
    expect(await own.ports.lastAnswers.get({ ...where, asker: OPERATOR }, here.now)).toBeUndefined();
    expect(
      await own.ports.lastAnswers.get({ ...where, place: { ...PLACE, topic: "7" } }, here.now),
    ).toBeUndefined();
    await dispatch(own, named("votos"), { titulo: "titanic" }, here);
    expect(await own.ports.lastAnswers.get(where, here.now)).toMatchObject({ choices: [] });
  });

  it("is nothing where questions stand alone", async () => {
    const set: unknown[] = [];
    const lastAnswers = {
      get: () => Promise.reject(new Error("asked for")),
      set: (...told: unknown[]) => void set.push(told),
    };
    const own = createBot({ ports: { lastAnswers } });
    expect((await ask(own, "/votos cinderella", asking("es", { asker: SOMEBODY }))).status).toBe("choices");
    expect(set).toEqual([]);
  });
});
