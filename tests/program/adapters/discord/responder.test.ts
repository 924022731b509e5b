/** Interactions in, responses out, on the starter catalogue: what everybody sees whichever way they are delivered. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import type { Responses } from "../../../../src/adapters/discord/interaction/responses.js";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import { breachesOf } from "../../../../src/adapters/discord/render/limits.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { describe as describeOptions } from "../../../../src/chat/command/describe.js";
import type { Command } from "../../../../src/chat/contract.js";
import { parseLine } from "../../../../src/chat/line/parse.js";
import { recognisedBy } from "../../../../src/chat/line/positionals.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { commandCode } from "../../../../src/surface/buttons.js";
import {
  OTHER,
  partsOf,
  pick,
  press,
  pressedIn,
  rowsIn,
  shown,
  slash,
  slashOf,
  typing,
} from "../../../support/discord-payloads.js";
import { memoryPorts, SECRET, type TestBot } from "../../../support/fakes.js";
import { starter } from "../../../support/starter-index.js";

/** A director of sixty films, and what is hard to answer. */
const noOptions = { options: z.strictObject({}), result: z.unknown(), positional: [] } as const;
const slow = defineCommand({
  ...noOptions,
  names: { es: "lento", en: "slow" },
  summary: { es: "Tarda", en: "Slow" },
  examples: ["lento"],
  async run() {
    await pause(1500);
    return { status: "ok", result: null, answer: { kind: "figure", text: "Por fin." } };
  },
});
const broken = defineCommand({
  ...noOptions,
  names: { es: "roto", en: "broken" },
  summary: { es: "Falla", en: "Fails" },
  examples: ["roto"],
  run: () => {
    throw new Error(`postgres://bot:${SECRET}@db`);
  },
});

const { edition, program } = starter.bot;

function botWith(...more: readonly Command[]): TestBot {
  const commands = [...program.commands, slow, broken, ...more];
  return { edition, program: { ...program, commands }, ports: memoryPorts() };
}

const bot = botWith();
const { commands } = bot.program;

/** One that knows nothing of those before it. */
function responder(of: TestBot = botWith()) {
  const made = new Responder({ bot: () => of, locale: SPANISH, now: () => new Date() });
  return { respond: (payload: unknown) => made.respond(payload), logged: of.ports.logged };
}

async function messageOf(responses: Promise<Responses | undefined>): Promise<Message> {
  const told = await responses;
  const promised = await told?.promised?.();
  // On a busy machine whatever is asked may take so long that it is promised first, to those who are to see it.
  if (promised && told && "data" in told.first) {
    const { flags = 0 } = promised.message;
    const kept = "flags" in told.first.data ? (told.first.data.flags ?? 0) : 0;
    return { ...promised.message, flags: flags | kept };
  }
  if (!told || !("data" in told.first) || !("components" in told.first.data)) {
    throw new Error(`no message, but ${JSON.stringify(told)}`);
  }
  expect(breachesOf(told.first.data)).toEqual([]);
  return told.first.data;
}

const isEphemeral = ({ flags = 0 }: Message) => (flags & 64) !== 0;

function ids(message: Message): string[] {
  return rowsIn(message)
    .flat()
    .flatMap((one) => ("custom_id" in one ? one.custom_id : []));
}

describe("commands", () => {
  it("answers every example of every command in both languages", async () => {
    const { respond, logged } = responder();
    for (const command of commands.filter(({ name }) => name !== "lento" && name !== "roto")) {
      for (const example of command.examples) {
        for (const locale of ["es-ES", "es-419", "en-US", "en-GB"]) {
          const message = await messageOf(respond(slashOf(bot, example, { locale })));
          expect(shown(message).length).toBeGreaterThan(10);
          expect(message.allowed_mentions).toEqual({ parse: [] });
        }
      }
    }
    expect(logged).toEqual([]);
  });

  it("shows a film's card with its poster", async () => {
    const message = await messageOf(responder().respond(slash("pelicula", { titulo: "el padrino" })));
    expect(partsOf(message)[0]).toMatchObject({
      type: 9,
      components: [{ content: expect.stringMatching(/^### El padrino \(The Godfather, 1972\)/) }],
      accessory: { media: { url: expect.stringMatching(/^https:\/\/image\.tmdb\.org\/.*\.jpg$/) } },
    });
    expect(shown(message)).toContain("6.024");
    expect(isEphemeral(message)).toBe(false);
  });

  it("speaks the person's language, else the server's, else its own", async () => {
    const said = async (locale: string, guildLocale?: string) =>
      shown(
        await messageOf(responder().respond(slash("votos", { titulo: "titanic" }, { locale, guildLocale }))),
      );
    expect(await said("en-GB", "es-ES")).toContain("Votes:");
    expect(await said("fr", "en-US")).toContain("Votes:");
    expect(await said("fr", "de")).toContain("Votos:");
    expect(await said("es-419")).toContain("Votos:");
  });

  it("calls commands in English as the client does", async () => {
    const message = await messageOf(responder().respond(slash("ayuda", {}, { locale: "en-US" })));
    expect(shown(message)).toContain("/recommend el padrino");
    expect(shown(message)).toContain("/film el laberinto");
    expect(shown(message)).not.toContain("/recomendar");
  });

  it("tells all, unless they ask for themselves or something is wrong", async () => {
    const { respond } = responder();
    expect(isEphemeral(await messageOf(respond(slash("votos", { titulo: "titanic" }))))).toBe(false);
    expect(isEphemeral(await messageOf(respond(slash("votos", { titulo: "titanic", publico: true }))))).toBe(
      false,
    );
    expect(isEphemeral(await messageOf(respond(slash("votos", { titulo: "titanic", publico: false }))))).toBe(
      true,
    );
    expect(isEphemeral(await messageOf(respond(slash("votos", { titulo: "hamlet" }))))).toBe(true);
    expect(isEphemeral(await messageOf(respond(slash("votos", { titulo: "asdfghjkl" }))))).toBe(true);
    expect(isEphemeral(await messageOf(respond(slash("mes", { mes: "brumario" }))))).toBe(true);
    expect(isEphemeral(await messageOf(respond(slash("desconocido"))))).toBe(true);
  });

  it("resolves what was typed instead of picked, and numbers as text", async () => {
    const { respond } = responder();
    const typed = await messageOf(respond(slash("mes", { mes: "setiembre" })));
    expect(shown(typed)).toMatch(/septiembre/);
    const asText = await messageOf(
      respond(slash("plataforma puntaje", { plataforma: "netflx", puntaje: "70", anio: "2018" })),
    );
    expect(shown(asText)).toContain("Netflix");
  });

  it("tells a bug by its id alone", async () => {
    const { respond, logged } = responder();
    const message = await messageOf(respond(slash("roto")));
    expect(shown(message)).toMatch(/código: [0-9a-f]{8}/);
    expect(JSON.stringify(message)).not.toContain(SECRET);
    expect(isEphemeral(message)).toBe(true);
    expect(logged).toHaveLength(1);
  });

  it("promises an answer in time where it takes longer, and keeps the promise", async () => {
    const responses = await responder().respond(slash("lento", { publico: false }));
    expect(responses?.first).toEqual({ type: 5, data: { flags: 64 } });
    expect(shown((await responses?.promised?.())?.message as Message)).toContain("Por fin.");
  });
});

describe("choices", () => {
  it("are buttons of exact questions, answered for all to see", async () => {
    const { respond } = responder();
    const asked = await messageOf(respond(slash("votos", { titulo: "hamlet" })));
    const first = pressedIn(asked)[0]?.id ?? "";
    expect(first).toMatch(new RegExp(`^2o;\\w+;${commandCode("votos")};0;titulo=tmdb:\\d+$`, "u"));
    const answered = await messageOf(respond(press(first)));
    expect(shown(answered)).toContain("Hamlet (1996)");
    expect(isEphemeral(answered)).toBe(false);
  });

  it("stay private where the question was, or where somebody else picks", async () => {
    const { respond } = responder();
    const [mine = ""] = ids(await messageOf(respond(slash("votos", { titulo: "hamlet", publico: false }))));
    expect(isEphemeral(await messageOf(respond(press(mine))))).toBe(true);
    const [open = ""] = ids(await messageOf(respond(slash("votos", { titulo: "hamlet" }))));
    expect(isEphemeral(await messageOf(respond(press(open, { user: OTHER }))))).toBe(true);
  });

  it("are a menu where there are more than five", async () => {
    const many = defineCommand({
      ...noOptions,
      names: { es: "varios", en: "several" },
      summary: { es: "Varios", en: "Several" },
      examples: ["varios"],
      run: () => ({
        status: "choices",
        result: null,
        answer: {
          kind: "choices",
          title: "¿Cuál?",
          // One twice, one too long, one of a command that does not exist, and too many.
          choices: [
            ...Array.from({ length: 30 }, (_, at) => ({
              label: `Opción ${at}`,
              command: "votos",
              options: { titulo: `tmdb:${at}` },
            })),
            { label: "Otra vez", command: "votos", options: { titulo: "tmdb:0" } },
            { label: "Larga", command: "votos", options: { titulo: "x".repeat(100) } },
            { label: "Ninguna", command: "nada", options: {} },
          ],
        },
      }),
    });
    const { respond } = responder(botWith(many));
    const message = await messageOf(respond(slash("varios")));
    const menu = rowsIn(message)[0]?.[0] as { custom_id: string; options: { value: string }[] };
    expect(menu.options).toHaveLength(25);
    expect(shown(message)).toContain("Opción 25");
    expect(shown(message)).not.toContain("Ninguna");
    const film = `2o;0;${commandCode("votos")};0;titulo=tmdb:597`;
    expect(shown(await messageOf(respond(pick(menu.custom_id, film))))).toContain("Titanic");
  });

  it("of another version or forged are told to be", async () => {
    const { respond } = responder();
    const gone = `2o;a;${commandCode("borrado")};0;titulo=x`;
    for (const id of ["1;o;a;0;votos", "0;x", "basura", "", "1;menu", "2n;choices", gone]) {
      const message = await messageOf(respond(press(id)));
      expect(isEphemeral(message)).toBe(true);
      expect(shown(message)).toContain("versión anterior");
    }
    const forged = `2o;a;${commandCode("votos")};0;otra=1;__proto__=x;constructor=y`;
    const wrong = await messageOf(respond(press(forged)));
    expect(shown(wrong)).toContain("no tiene la opción");
  });
});

describe("pages", () => {
  /** The button that turns to the next page. */
  const onward = (message: Parameters<typeof ids>[0]): string =>
    ids(message).findLast((id) => id.startsWith("2p;")) ?? "";

  it("turn both ways, round, for the asker alone, after a restart", async () => {
    const first = await messageOf(responder().respond(slash("director", { nombre: "spielberg" })));
    const on = onward(first);
    expect(on).toMatch(new RegExp(`;${commandCode("director")};1;nombre=person:\\d+$`, "u"));
    expect(shown(first)).toMatch(/1–10 de \d\d/);
    // Another process knows nothing of the first.
    const turned = await responder().respond(press(on));
    expect(turned?.first.type).toBe(7);
    const second = await messageOf(Promise.resolve(turned));
    expect(shown(second)).toMatch(/11–\d\d de/);
    const back = ids(second).find((id) => id.startsWith("2p;")) ?? "";
    expect(shown(await messageOf(responder().respond(press(back))))).toBe(
      shown(first).replace("Entendí: Steven Spielberg\n\n", ""),
    );

    const other = await responder().respond(press(on, { user: OTHER }));
    expect(other?.first.type).toBe(4);
    const refused = await messageOf(Promise.resolve(other));
    expect(isEphemeral(refused)).toBe(true);
    expect(shown(refused)).toContain("Solo pasa las páginas quien hizo la pregunta");
  });

  it("that do not exist any more are the last", async () => {
    const { respond } = responder();
    const on = onward(await messageOf(respond(slash("director", { nombre: "spielberg" }))));
    expect(shown(await messageOf(respond(press(on.replace(/^(2p;\w+;\w+);1;/u, "$1;zz;")))))).toMatch(
      /21–\d\d de/,
    );
  });
});

describe("completion", () => {
  const choices = async (payload: unknown) => {
    const responses = await responder().respond(payload);
    const { type, data } = (responses as Responses).first as {
      type: number;
      data: { choices: { name: string; value: string }[] };
    };
    expect(type).toBe(8);
    for (const { name, value } of data.choices) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
    }
    return data.choices;
  };

  it("gives films with year and director, and their exact id", async () => {
    const [first] = await choices(typing("pelicula", "titulo", { titulo: "el padr" }));
    expect(first).toEqual({ name: "El padrino (1972) · Francis Ford Coppola", value: "tmdb:238" });
  });

  it("gives each value of a list behind those before it, whole, or nothing", async () => {
    const gusta = async (text: string) => choices(typing("recomendar", "gusta", { gusta: text }));
    const [first] = await gusta("titan");
    expect(first).toEqual({ name: "Titanic (1997)", value: "tmdb:597" });
    const [second] = await gusta("Titanic (1997), el padr");
    expect(second).toEqual({
      name: "Titanic (1997), El padrino (1972)",
      value: "Titanic (1997), tmdb:238",
    });
    const four = "Titanic (1997), El padrino (1972), Matrix (1999), Parque Jurásico (1993), E.T.";
    for (const { name, value } of await gusta(`${four}, el padr`)) {
      expect(name.startsWith(four)).toBe(true);
      expect(value.startsWith(four)).toBe(true);
    }
    expect(await gusta(`${four}, ${four}, el padr`)).toEqual([]);
    const [film] = await choices(typing("descubrir", "excluir", { excluir: "Titanic (1997), matr" }));
    expect(film?.name).toMatch(/^Titanic \(1997\), Matrix/u);
  });

  it("knows every kind of option but integers, flags, people and free text", async () => {
    for (const command of commands) {
      const { options } = parseLine(commands, command.examples[0], recognisedBy(edition.find));
      for (const { name, kind } of describeOptions(command)) {
        if (["integer", "number", "flag", "text", "theme", "member"].includes(kind)) continue;
        const typed = String(options[name] ?? "").slice(0, 3);
        const found = await choices(typing(command.name, name, { [name]: typed }));
        expect(found.length, `${command.name} ${name}`).toBeGreaterThan(0);
      }
    }
  });

  it("answers in the reader's language, within 25, whatever is typed", async () => {
    expect(await choices(typing("mes", "mes", { mes: "ja" }, { locale: "en-US" }))).toMatchObject([
      { name: "January" },
    ]);
    expect((await choices(typing("pelicula", "titulo", { titulo: "" }))).length).toBeLessThanOrEqual(25);
    for (const titulo of ["\u202e\u0000", "x".repeat(6000), "🇪🇸".repeat(500), "tmdb:1", "%"]) {
      await choices(typing("pelicula", "titulo", { titulo }));
    }
    expect(await choices(typing("desconocido", "titulo", { titulo: "a" }))).toEqual([]);
    expect(await choices(typing("pelicula", "otra", { otra: "a" }))).toEqual([]);
    expect(await choices(typing("pelicula", "", {}))).toEqual([]);
  });
});

describe("what is no interaction", () => {
  it.each([null, 1, "x", [], {}, { type: 2 }, { type: 2, id: "1" }, { id: "x", token: "../x", type: 2 }])(
    "is not answered: %j",
    async (payload) => expect(await responder().respond(payload)).toBeUndefined(),
  );

  it("is told where somebody waits", async () => {
    const { respond } = responder();
    for (const type of [0, 5, 99, "2", null, {}]) {
      const message = await messageOf(respond({ id: "1", token: "a", type }));
      expect(shown(message)).toContain("No entiendo");
    }
    for (const data of [
      null,
      1,
      [],
      { name: {}, options: "x" },
      { name: "votos", options: [null, 1, { name: 1 }] },
    ]) {
      expect(isEphemeral(await messageOf(respond({ ...slash("votos"), data })))).toBe(true);
    }
  });
});
