import { PassThrough, Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCommand } from "../../../src/chat/command/command.js";
import { runAsk } from "../../../src/cli/ask/ask.js";
import { linesOf } from "../../../src/cli/lines.js";
import { OperatorError } from "../../../src/words.js";
import { asking, bot, contar, createBot } from "../../support/fakes.js";

interface Told {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

function collector() {
  let text = "";
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  return { stream, text: () => text };
}

async function run(args: string[], typed: string | Readable = "", tag = "es", known = bot): Promise<Told> {
  const output = collector();
  const errors = collector();
  const { locale } = asking(tag);
  const { log } = known.ports;
  const input = typeof typed === "string" ? Readable.from([typed]) : typed;
  const code = await runAsk(
    args,
    { input, output: output.stream, errors: errors.stream },
    {
      locale,
      log,
      open: (data) => {
        if (data === "broken")
          throw new OperatorError({ es: "No hay índice\nen broken", en: "There is no index\nin broken" });
        if (data === "bug") throw new TypeError("secret detail");
        return known;
      },
    },
  );
  return { code, output: output.text(), errors: errors.text() };
}

const noOptions = {
  summary: { es: "Una prueba", en: "A test" },
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
} as const;

function objects({ output }: Told): Record<string, unknown>[] {
  return output
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe("a question as arguments", () => {
  it("is answered as text", async () => {
    expect(await run(["votos", "titanic"])).toEqual({
      code: 0,
      output: "Titanic (1997)\nVotos: 7770\n\n",
      errors: "",
    });
    expect((await run(["/votos titanic", "--lang", "en"])).output).toContain("Votes: 7770");
  });

  it("is answered as one JSON object", async () => {
    const told = await run(["--json", "/votos", "titanic"]);
    const [answer = {}, ...others] = objects(told);
    expect(others).toEqual([]);
    expect(Object.keys(answer)).toEqual([
      "input",
      "command",
      "understood",
      "status",
      "result",
      "answer",
      "text",
      "ms",
    ]);
    expect(answer).toMatchObject({
      input: "/votos titanic",
      command: "votos",
      understood: { command: "votos", options: { titulo: "titanic" } },
      status: "ok",
      result: { value: "tmdb:597" },
      answer: { kind: "figure" },
      text: "Titanic (1997)\nVotos: 7770",
    });
    expect(String(answer.ms)).toMatch(/^\d+(\.\d{1,3})?$/);
  });

  it("may be asked in other words, and says how it was read", async () => {
    const [answer = {}] = objects(await run(["--json", "how many votes has titanic"]));
    expect(answer).toMatchObject({ input: "how many votes has titanic", command: "votos", status: "ok" });
    expect(answer.text).toBe("Titanic (1997)\nLo leí como: /votos titanic\nVotos: 7770");
  });

  it("that goes wrong says so to programs too", async () => {
    const errors = async (line: string) => objects(await run(["--json", line])).map(({ error }) => error);
    expect(await errors("/votos")).toEqual([{ code: "missing_parameter", option: "titulo" }]);
    expect(await errors("/recomendar matrix cantidad=99")).toEqual([
      { code: "invalid_parameter", option: "cantidad" },
    ]);
    expect(await errors("/nada")).toEqual([{ code: "unknown_command" }]);
    expect(await errors("/mes bug")).toEqual([
      { code: "internal", id: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ]);
    expect(await errors("/votos titanic")).toEqual([undefined]);
  });

  it("stands alone: nothing is remembered of the one before", async () => {
    const remembered = createBot();
    const told = await run(["--json"], "votos cinderella\notra\n2\n", "es", remembered);
    expect(objects(told).map(({ status }) => status)).toEqual(["choices", "error", "error"]);
    expect(
      await remembered.ports.lastAnswers.get(
        { place: { platform: "terminal", chat: "terminal" } },
        new Date(),
      ),
    ).toBe(undefined);
  });

  it("waits for the best answer there is", async () => {
    const tarda = defineCommand({
      ...noOptions,
      names: { es: "tarda", en: "slow" },
      examples: ["tarda"],
      run: () => ({
        status: "ok",
        result: 1,
        answer: { kind: "figure", text: "so far" },
        later: async () => ({ status: "ok", result: 2, answer: { kind: "figure", text: "all" } }),
      }),
    });
    const known = createBot({ program: { commands: [tarda] } });
    expect((await run(["tarda"], "", "es", known)).output).toBe("all\n\n");
    expect(objects(await run(["--json", "tarda"], "", "es", known))).toMatchObject([{ result: 2 }]);
  });

  it("may be answered with a picture, told as text and given as base64, without what only a person can press", async () => {
    const grafico = defineCommand({
      ...noOptions,
      names: { es: "grafico", en: "chart" },
      examples: ["grafico"],
      run: () => ({
        status: "ok",
        result: null,
        answer: {
          kind: "figure",
          media: { kind: "bytes", bytes: new Uint8Array([1, 2, 255]), type: "image/png", alt: "Votos" },
          actions: [contar.button("+1", { hasta: 1 })],
        },
      }),
    });
    const known = createBot({ program: { commands: [grafico] } });
    const [told = {}] = objects(await run(["--json", "grafico"], "", "es", known));
    expect(told.answer).toMatchObject({ media: { kind: "bytes", bytes: "AQL/", alt: "Votos" } });
    expect(told.text).toBe("Imagen, que aquí no se puede mostrar: Votos");
  });

  it("is explained: how its film was found", async () => {
    const [told = {}] = objects(await run(["--explain", "--json", "how many votes has titanic"]));
    expect(told).toMatchObject({
      input: "how many votes has titanic",
      resolution: { kind: "found", value: 0 },
    });
  });

  it("is completed", async () => {
    const [told = {}] = objects(await run(["--complete", "/votos toy"]));
    expect(Object.keys(told)).toEqual(["input", "completions", "ms"]);
    expect(told.completions).toEqual([
      { label: "Toy Story (1995)", value: "tmdb:862" },
      { label: "Toy Story 2 (1999)", value: "tmdb:863" },
    ]);
  });

  it("that is wrong is an answer, not a failure", async () => {
    const told = await run(["--json", ""]);
    expect(told.code).toBe(0);
    expect(objects(told)).toMatchObject([{ input: "", command: null, status: "error", result: null }]);
  });
});

describe("questions on standard input", () => {
  it("are answered one object a line, each with its line unchanged", async () => {
    const lines = [
      "  votos  titanic ",
      "",
      "\t",
      "/nada",
      "votos cinderella",
      "votos\u2028titanic",
      "votos \u001b[1m",
      "\ufeffmes enero",
    ];
    const told = await run(["--json"], `${lines.join("\n")}\nlast without newline`);
    expect(told.code).toBe(0);
    expect(objects(told).map(({ input }) => input)).toEqual([...lines, "last without newline"]);
    expect(objects(told).map(({ status }) => status)).toEqual([
      "ok",
      "error",
      "error",
      "error",
      "choices",
      "ok",
      "empty",
      "ok",
      "error",
    ]);
  });

  it("may end their lines as Windows does", async () => {
    expect(
      objects(await run(["--json"], "votos titanic\r\nvotos asdf\r\n")).map(({ input }) => input),
    ).toEqual(["votos titanic", "votos asdf"]);
  });

  it("may be none", async () => {
    expect(await run(["--json"], "")).toEqual({ code: 0, output: "", errors: "" });
  });

  it("are answered as text with a blank line between", async () => {
    const { output } = await run([], "votos titanic\n\nvotos asdf\n");
    expect(output).toBe("Titanic (1997)\nVotos: 7770\n\nNo encuentro esa película.\n\n");
  });

  it("are answered as they come", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const { locale } = asking();
    const { log } = bot.ports;
    const done = runAsk(
      ["--json"],
      { input, output, errors: collector().stream },
      { open: () => bot, locale, log },
    );
    for (const title of ["titanic", "toy story 2"]) {
      input.write(`votos ${title}\n`);
      const [told] = await Promise.all([new Promise((resolve) => output.once("data", resolve))]);
      expect(String(told)).toContain(`votos ${title}`);
    }
    input.end();
    expect(await done).toBe(0);
  });

  it("are completed one object a line", async () => {
    const told = objects(await run(["--complete", "--json"], "/vo\n\n/votos zzz\n"));
    expect(told).toMatchObject([
      { input: "/vo", completions: [{ label: "/votos", value: "/votos" }] },
      { input: "" },
      { input: "/votos zzz", completions: [] },
    ]);
  });

  it("one line each, whatever is asked", async () => {
    const line = fc
      .string({ unit: "binary", maxLength: 100 })
      .map((text) => text.replace(/[\r\n]|\p{Surrogate}/gu, ""));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 10 }), async (lines) => {
        const told = await run(["--json"], lines.map((text) => `${text}\n`).join(""));
        expect(objects(told).map(({ input }) => input)).toEqual(lines);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what goes wrong", () => {
  it.each([["--nope"], ["--lang", "fr"], ["--lang"], ["--data"], ["--json=1"], ["--data", ""]])(
    "wrong flags: %s %s",
    async (...args) => {
      const told = await run([...args.filter((arg) => arg !== undefined)], "votos titanic\n");
      expect(told.code).toBe(2);
      expect(told.output).toBe("");
      expect(told.errors).toMatch(/^No entiendo el argumento «--\w+/);
      expect(told.errors).toContain("Uso: ask");
    },
  );

  it("no index: one line", async () => {
    expect(await run(["--data", "broken", "votos"])).toEqual({
      code: 1,
      output: "",
      errors: "No hay índice en broken\n",
    });
    expect((await run(["--data", "broken", "--lang", "en"])).errors).toBe("There is no index in broken\n");
    const told = await run(["--data", "bug", "votos"]);
    expect(told.code).toBe(1);
    expect(told.errors).toMatch(/^Algo falló.*[0-9a-f]{8}.*\n$/);
    expect(told.errors).not.toContain("secret");
  });

  it("help is no error", async () => {
    expect(await run(["--help"])).toMatchObject({ code: 0, errors: "" });
  });

  it("a reader that leaves is no error", async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
    });
    const { locale } = asking();
    const { log } = bot.ports;
    const input = Readable.from(Array.from({ length: 1000 }, () => "votos titanic\n"));
    const host = { open: () => bot, locale, log };
    expect(await runAsk(["--json"], { input, output: gone, errors: collector().stream }, host)).toBe(0);
  });

  it("a slow reader loses nothing", async () => {
    let lines = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk, _encoding, done) => {
        lines += String(chunk).split("\n").length - 1;
        pause(1).then(() => done());
      },
    });
    const { locale } = asking();
    const { log } = bot.ports;
    const input = Readable.from(["votos titanic\n".repeat(20)]);
    await runAsk(
      ["--json"],
      { input, output: slow, errors: collector().stream },
      { open: () => bot, locale, log },
    );
    await new Promise<void>((resolve) => void slow.end(resolve));
    expect(lines).toBe(20);
  });

  it("a result that JSON cannot hold is a bug with a line of its own", async () => {
    const grande = defineCommand({
      ...noOptions,
      names: { es: "grande", en: "large" },
      examples: ["grande"],
      run: () => ({ status: "ok", result: 1n, answer: { kind: "figure", text: "1" } }),
    });
    const known = createBot({ program: { commands: [grande] } });
    const told = await run(["--json", "grande"], "", "es", known);
    const [{ error }] = objects(told) as [{ error: { code: string; id: string } }];
    expect(objects(told)).toMatchObject([{ command: "grande", status: "error", result: null }]);
    expect(error.code).toBe("internal");
    expect(known.ports.logged).toMatchObject([{ level: "error", details: { id: error.id } }]);
  });
});

it("lines are put together from any pieces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n]/g, "")),
        { minLength: 1 },
      ),
      fc.integer({ min: 1, max: 7 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\r\n`).join(""));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const read: string[] = [];
        for await (const line of linesOf(Readable.from(pieces))) read.push(line);
        expect(read).toEqual(lines);
      },
    ),
  );
});
