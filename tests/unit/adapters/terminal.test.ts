import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { chat } from "../../../src/adapters/terminal/chat.js";
import { tab } from "../../../src/adapters/terminal/completer.js";
import { render, wantsColours } from "../../../src/adapters/terminal/render.js";
import { columns, wrap } from "../../../src/adapters/terminal/wrap.js";
import type { Answer } from "../../../src/chat/answer/answer.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import type { Services } from "../../../src/chat/context.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import { integer } from "../../../src/chat/command/options.js";
import { services, surroundings } from "../../support/fakes.js";
import { commonCases, commonServices, HOSTILE } from "../../support/surface.case.js";

/** A chat over pipes: what is typed at once, and all that is shown until it ends. */
async function conversation(
  typed: string,
  { tag = "es", known = commonServices }: { tag?: string; known?: Services } = {},
) {
  const input = new PassThrough();
  const output = new PassThrough();
  const { locale, log } = surroundings(tag);
  const held = chat(
    { services: () => known, locale, log, now: () => new Date() },
    { input, output, env: {} },
  );
  input.end(typed);
  await held;
  output.end();
  let shown = "";
  for await (const piece of output) shown += piece;
  return shown;
}

describe("the common cases", () => {
  it.each(commonCases)("$name", async ({ line, tag, check }) => {
    check({ text: await conversation(`${line}\n`, { tag }) });
  });
});

describe("a chat", () => {
  it("begins with how it goes and TMDB's notice", async () => {
    const shown = await conversation("");
    expect(shown).toContain("/votos titanic");
    expect(shown).toContain("/ayuda");
    expect(shown).toContain("/salir");
    expect(shown).toContain("This product uses the TMDB API but is not endorsed or certified by TMDB.");
    expect(await conversation("", { tag: "en" })).toContain("Tab completes");
  });

  it("picks a choice of the last answer by its number", async () => {
    const shown = await conversation("votos cinderella\n2\n2\n");
    expect(shown).toMatch(/1\. Cinderella \(2015\) · Kenneth Branagh\n2\. Cinderella \(1950\)/);
    expect(shown).toContain("Votos: 1760");
    // The second "2" has nothing left to pick from.
    expect(shown).toContain("No entendí la pregunta");
  });

  it("picks a choice by what it may be called, until there is another answer", async () => {
    const more = defineCommand({
      name: "mas",
      summary: { es: "Más", en: "More" },
      options: z.strictObject({
        desde: integer({ min: 0, max: 9, default: 0 }, { es: "Desde", en: "From" }),
      }),
      result: z.null(),
      positional: [],
      examples: ["mas"],
      run: (_, { desde }) => ({
        status: "ok",
        result: null,
        answer: {
          kind: "list",
          title: `from ${desde}`,
          choices: [
            { label: "Others", command: "mas", options: { desde: desde + 1 }, said: ["otra", "otra mas"] },
          ],
        },
      }),
    });
    const known = { ...services, commands: [...services.commands, more] };
    const shown = await conversation("/mas\notra\n¡Otra más!\nvotos titanic\notra\n", { known });
    expect(shown.match(/from \d/g)).toEqual(["from 0", "from 1", "from 2"]);
    expect(shown).toContain("No entendí la pregunta");
  });

  it("answers in order what is pasted at once, however long each takes", async () => {
    const slow: Services = {
      ...services,
      commands: services.commands.map((command) => ({
        ...command,
        run: async (context, options) => {
          await pause(options.titulo === "titanic" ? 30 : 1);
          return command.run(context, options);
        },
      })),
    };
    const shown = await conversation("votos titanic\nvotos toy story 2\nvotos asdf\n", { known: slow });
    expect(shown).toMatch(/Titanic[\s\S]*Toy Story 2[\s\S]*No encuentro/);
  });

  it.each(["/salir", "salir", "exit"])("ends at %s, after what was asked before", async (leave) => {
    const shown = await conversation(`votos titanic\n${leave}\nvotos asdf\n`);
    expect(shown).toContain("7770");
    expect(shown).not.toContain("No encuentro");
  });

  it("does nothing for an empty line", async () => {
    expect(await conversation("\n  \n")).not.toContain("No entendí");
  });

  it("ends when it is told to", async () => {
    const input = new PassThrough();
    const end = new AbortController();
    const { locale, log } = surroundings();
    const seat = { input, output: new PassThrough().resume(), env: {} };
    const held = chat(
      { services: () => services, locale, log, now: () => new Date(), signal: end.signal },
      seat,
    );
    end.abort();
    await held;
    await chat(
      { services: () => services, locale, log, now: () => new Date(), signal: end.signal },
      { ...seat, input: new PassThrough() },
    );
  });
});

describe("at a terminal", () => {
  /** Keys as a terminal sends them, one after the other. */
  async function keys(...typed: string[]) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
    let shown = "";
    output.on("data", (piece) => {
      shown += piece;
    });
    const { locale, log } = surroundings();
    const held = chat(
      { services: () => services, locale, log, now: () => new Date() },
      { input, output, env: {} },
    );
    for (const key of typed) {
      input.write(key);
      await pause(20);
    }
    input.write("\u0004");
    await held;
    input.end();
    await once(input.resume(), "end");
    return shown;
  }

  it("Tab completes a command and a title, and Enter asks", async () => {
    const shown = await keys("/vo\t", "toy story 2\t", "\r");
    expect(shown).toContain("/votos Toy Story 2 (1999)");
    expect(shown).toContain("Votos: 3914");
    expect(shown).toContain("\u001b[1mToy Story 2 (1999)\u001b[22m");
  });

  it("Tab lists what it cannot decide", async () => {
    const shown = await keys("/votos cinderella\t", "\t", "\u0003", "\u0003");
    expect(shown).toContain("Cinderella (2015) · Kenneth Branagh");
  });

  it("the Up key brings back the last question", async () => {
    const shown = await keys("votos titanic\r", "\u001b[A", "\r");
    expect(shown.match(/Votos: 7770/g)).toHaveLength(2);
  });

  it("Ctrl-C forgets the line, and leaves an empty one", async () => {
    const shown = await keys("votos asdf", "\u0003", "votos titanic\r", "\u0003");
    expect(shown).toContain("7770");
    expect(shown).not.toContain("No encuentro");
  });
});

describe("Tab", () => {
  it.each([
    ["/vo", { kind: "replace", line: "/votos " }],
    ["vo", { kind: "replace", line: "/votos " }],
    ["/votos toy", { kind: "replace", line: "/votos Toy Story " }],
    ["/votos Toy Story ", { kind: "list", labels: ["Toy Story (1995)", "Toy Story 2 (1999)"] }],
    ["/votos zzz", { kind: "nothing" }],
    ["/votos cinderella", { kind: "replace", line: "/votos Cinderella (" }],
  ])("%s", (line, expected) => {
    expect(tab(services, line, SPANISH)).toEqual(expected);
  });
});

describe("rendering", () => {
  const answer: Answer = {
    kind: "film",
    title: "Parque Jurásico (Jurassic Park, 1993)",
    text: "Uno.\n\nDos.",
    fields: [{ name: "Votos", value: "4.956" }],
    list: ["a", "b", "c", "d"],
    choices: [
      { label: "Cinderella (2015) · Kenneth Branagh", command: "votos", options: { titulo: "tmdb:150689" } },
      { label: "Cinderella (1950)", command: "votos", options: { titulo: "tmdb:11224" } },
    ],
    image: "https://image.tmdb.org/t/p/w342/x.jpg",
    footer: "Datos de 2017",
  };

  it("shows every part", () => {
    expect(render(answer, { locale: SPANISH, listLimit: 3 })).toBe(
      [
        "Parque Jurásico (Jurassic Park, 1993)",
        "Uno.",
        "",
        "Dos.",
        "Votos: 4.956",
        "",
        "• a",
        "• b",
        "• c",
        "… y 1 más",
        "",
        "1. Cinderella (2015) · Kenneth Branagh",
        "2. Cinderella (1950)",
        "",
        "https://image.tmdb.org/t/p/w342/x.jpg",
        "",
        "Datos de 2017",
      ].join("\n"),
    );
    const english = render(answer, { locale: parseLocale("en"), listLimit: 1 });
    expect(english).toContain("… and 3 more");
    expect(render({ kind: "figure" }, { locale: SPANISH })).toBe("");
  });

  it("is bold and dim where colours are on", () => {
    const shown = render(answer, { locale: SPANISH, colours: true });
    expect(shown).toContain("\u001b[1mParque Jurásico (Jurassic Park, 1993)\u001b[22m");
    expect(shown).toContain("\u001b[2mDatos de 2017\u001b[22m");
    expect(wantsColours({ isTTY: true }, {})).toBe(true);
    expect(wantsColours({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
    expect(wantsColours({ isTTY: true }, { TERM: "dumb" })).toBe(false);
    expect(wantsColours({}, {})).toBe(false);
  });

  it("keeps within the width", () => {
    // An address is left whole: a terminal can open it.
    const shown = render({ ...answer, image: undefined }, { locale: SPANISH, width: 24 });
    for (const line of shown.split("\n")) expect(columns(line)).toBeLessThanOrEqual(24);
    expect(shown).toContain("1. Cinderella (2015) ·\n   Kenneth Branagh");
  });

  it("lets no control character through, whatever it is given", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constant(HOSTILE));
    const answers = fc.record({
      kind: fc.constant("film" as const),
      title: text,
      text,
      fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
      list: fc.array(text, { maxLength: 3 }),
      image: text,
      choices: fc.array(fc.record({ label: text, command: text, options: fc.constant({}) }), {
        maxLength: 3,
      }),
      footer: text,
    });
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 100 }), (hostile, width) => {
        const shown = render(hostile, { locale: SPANISH, width });
        expect(shown).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 200 },
    );
  });
});

describe("wrapping", () => {
  it("measures what a terminal shows", () => {
    expect(columns("año")).toBe(3);
    expect(columns("an\u0303o")).toBe(3);
    expect(columns("日本")).toBe(4);
    expect(columns("🎬 x")).toBe(4);
  });

  it("breaks at spaces, and long words anywhere", () => {
    expect(wrap("uno dos tres", 7)).toEqual(["uno dos", "tres"]);
    expect(wrap("uno dos tres", 7, 2)).toEqual(["uno dos", "  tres"]);
    expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(wrap("日本日本", 5)).toEqual(["日本", "日本"]);
    expect(wrap("", 4)).toEqual([""]);
  });

  it("loses nothing and fits", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 4, max: 40 }),
        (line, width) => {
          const lines = wrap(line, width, 2);
          expect(lines.join("").replace(/\s/gu, "")).toBe(line.replace(/\s/gu, ""));
          for (const part of lines) expect(columns(part)).toBeLessThanOrEqual(Math.max(width, 4));
        },
      ),
    );
  });
});
