/** What members see of an answer and where it leads: head, list, parts that open, links, and what takes an answer's place. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import type { Response } from "../../../../src/adapters/discord/protocol.js";
import { breachesOf } from "../../../../src/adapters/discord/render/limits.js";
import type { Reply } from "../../../../src/chat/answer/reply.js";
import type { Answer, Choice, Fold } from "../../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import type { Bot } from "../../../../src/chat/contract.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import {
  ASKER,
  idOf,
  OTHER,
  partsOf,
  plainly,
  press,
  pressedIn,
  rowsIn,
  shown,
  slash,
  writtenIn,
} from "../../../support/discord-payloads.js";
import { createBot, program } from "../../../support/fakes.js";

function botFor(run: (turn: number) => Reply): Bot {
  const dado = defineCommand({
    names: { es: "dado", en: "given" },
    summary: { es: "Dado", en: "Given" },
    label: { es: "Dado de {vez}", en: "Given of {vez}" },
    options: z.strictObject({
      vez: z.int().default(1).meta({ kind: "integer", es: "Vez", en: "Turn" }),
    }),
    result: z.unknown(),
    positional: [],
    examples: ["dado"],
    run: (_, { vez }) => run(vez),
  });
  return createBot({ program: { commands: [...program.commands, dado] } });
}

const given = (answer: Answer): Bot => botFor(() => ({ status: "ok", result: null, answer }));

async function respond(payload: unknown, of: Bot): Promise<Response> {
  const responder = new Responder({ bot: () => of, locale: SPANISH, now: () => new Date() });
  const responses = await responder.respond(payload);
  if (!responses) throw new Error("no response");
  return responses.first;
}

async function told(payload: unknown, of: Bot) {
  const { type, ...rest } = await respond(payload, of);
  if (!("data" in rest) || !("components" in rest.data)) throw new Error(`no message, but ${type}`);
  expect(breachesOf(rest.data)).toEqual([]);
  return { type, message: rest.data, ephemeral: (rest.data.flags & 64) !== 0 };
}

/** The message as it comes back with a press of one of its buttons. */
const under = (flags = 32_768) => ({ message: { flags } });

const card = (id: number): Pick<Choice, "command" | "options"> => ({
  command: "votos",
  options: { titulo: `tmdb:${id}` },
});

const folds: readonly Fold[] = [
  { label: "Dinero", fields: [{ name: "Presupuesto", value: "US$ 6.000.000" }] },
  { label: "Sinopsis (inglés)", text: "The aging patriarch…" },
];

const film: Answer = {
  kind: "film",
  title: "El padrino (1972)",
  glance: ["⭐ 8,5 (6.024) · 2 h 55 min · Drama, Crimen", "Dirección: Francis Ford Coppola"],
  text: "Los Corleone son una familia.",
  folds,
  follow: [
    { label: "Parecidas", ...card(1) },
    { label: "Saga", ...card(2) },
  ],
  links: [
    { label: "TMDB", url: "https://www.themoviedb.org/movie/238" },
    { label: "Nada", url: "javascript:alert(1)" },
  ],
  media: { kind: "link", url: "https://image.tmdb.org/t/p/w500/x.jpg", alt: "Cartel de El padrino" },
  notice: true,
};

describe("a film's card", () => {
  it("has its poster beside title and glance, and buttons by what they do", async () => {
    const { message, ephemeral } = await told(slash("dado"), given(film));
    expect(ephemeral).toBe(false);
    expect(partsOf(message).map(({ type }) => type)).toEqual([9, 10, 14, 1, 1, 10]);
    expect(partsOf(message)[0]).toMatchObject({
      accessory: {
        media: { url: "https://image.tmdb.org/t/p/w500/x.jpg" },
        description: "Cartel de El padrino",
      },
    });
    expect(writtenIn(message).map(plainly)).toEqual([
      "El padrino (1972)\n⭐ 8,5 (6.024) · 2 h 55 min · Drama, Crimen\nDirección: Francis Ford Coppola",
      "Los Corleone son una familia.",
      "This product uses the TMDB API but is not endorsed or certified by TMDB.",
    ]);
    const rows = rowsIn(message).map((row) => row.map((one) => ("style" in one ? one.style : 0)));
    // Grey, and the link after what opens.
    expect(rows).toEqual([
      [2, 2],
      [2, 2, 5],
    ]);
    expect(pressedIn(message).map(({ label }) => label)).toEqual([
      "Parecidas",
      "Saga",
      "Dinero",
      "Sinopsis (inglés)",
      "TMDB",
    ]);
  });

  it("opens its closed parts to whoever presses, and to them alone", async () => {
    const of = given(film);
    const { message } = await told(slash("dado"), of);
    for (const user of [ASKER, OTHER]) {
      const opened = await told(press(idOf(message, "Dinero"), { user, ...under() }), of);
      expect(opened).toMatchObject({ type: 4, ephemeral: true });
      expect(shown(opened.message)).toBe("El padrino (1972) · Dinero\nPresupuesto: US$ 6.000.000");
    }
  });

  it("turns the pages of a closed list in their place", async () => {
    const lines = Array.from({ length: 30 }, (_, at) => ({ head: `Película ${at + 1}` }));
    const of = given({ ...film, folds: [...folds, { label: "Las demás", list: { numbered: true, lines } }] });
    const { message } = await told(slash("dado"), of);
    const first = await told(press(idOf(message, "Las demás"), under()), of);
    expect(shown(first.message)).toMatch(/25\. Película 25\n1–25 de 30\n1 \/ 2\nSiguiente ▶$/u);
    const next = idOf(first.message, "Siguiente ▶");
    const second = await told(press(next, under(32_768 | 64)), of);
    expect(second.type).toBe(7);
    expect(shown(second.message)).toMatch(/Las demás\n26\. Película 26[\s\S]*◀ Anterior/u);
  });

  it("says that a part is gone where the answer has it no more", async () => {
    const { message } = await told(slash("dado"), given(film));
    const opened = await told(press(idOf(message, "Dinero"), under()), given({ kind: "film", title: "x" }));
    expect(shown(opened.message)).toContain("versión anterior");
    expect(opened.ephemeral).toBe(true);
  });
});

describe("a list", () => {
  const lines = Array.from({ length: 12 }, (_, at) => ({
    head: `Película ${at + 1} (1990)`,
    details: ["8,5"],
    why: "de la misma saga",
    asks: card(at + 1),
  }));
  const list: Answer = {
    kind: "list",
    title: "Parecidas",
    list: { numbered: true, lines },
    choices: [
      { label: "Película 1 (1990)", ...card(1) },
      { label: "Otras", command: "dado", options: { vez: 2 }, said: ["otras"], inPlace: true },
    ],
  };

  it("opens each of the page's lines from a menu, and does not offer them twice", async () => {
    const { message } = await told(slash("dado"), given(list));
    expect(writtenIn(message)[1]).toMatch(
      /^1\\\. \*\*Película 1 \(1990\)\*\* · 8,5\n-# de la misma saga\n2\\\./u,
    );
    const [, [menu] = [], on] = rowsIn(message);
    expect(menu).toMatchObject({ type: 3, placeholder: "Abrir una de la lista…" });
    const options = menu && "options" in menu ? menu.options : [];
    expect(options).toHaveLength(10);
    expect(options?.[1]).toMatchObject({ label: "2. Película 2 (1990)", description: "8,5" });
    expect(on?.map((one) => "label" in one && one.label)).toEqual(["Otras"]);
  });

  it("is followed in its place by the next ones, which only whoever asked can call for", async () => {
    const of = botFor((turn) =>
      turn === 3
        ? { status: "empty", result: null, answer: { kind: "empty", text: "No hay más." } }
        : { status: "ok", result: null, answer: { ...list, title: `Vez ${turn}` } },
    );
    const otras = idOf((await told(slash("dado"), of)).message, "Otras");
    const own = await told(press(otras, under()), of);
    expect(own).toMatchObject({ type: 7, message: { flags: 32_768 } });
    expect(shown(own.message)).toContain("Vez 2");
    const others = await told(press(otras, { user: OTHER, ...under() }), of);
    expect(others).toMatchObject({ type: 4, ephemeral: true });
    // Where there are no more, the last ones stay.
    const last = await told(press(otras.replace("vez=2", "vez=3"), under()), of);
    expect(last).toMatchObject({ type: 4, ephemeral: true });
  });

  it("takes the place of a message of before, whose embeds go", async () => {
    const of = given(list);
    const otras = idOf((await told(slash("dado"), of)).message, "Otras");
    const { message } = await told(press(otras, under(0)), of);
    expect(message).toMatchObject({ flags: 32_768, content: null, embeds: [] });
    expect((await told(press(otras, under()), of)).message).not.toHaveProperty("embeds");
  });
});

describe("labels", () => {
  const labels = async (...choices: Choice[]) =>
    (await told(slash("dado"), given({ kind: "choices", title: "¿Cuál?", choices }))).message;

  it("tell a film's year first, and only a film's", async () => {
    const message = await labels(
      { label: "Titanic (1997) · James Cameron", ...card(1) },
      { label: "Dado de Titanic (1997)", command: "dado", options: { vez: "tmdb:2" } },
      { label: "Con actores (1997)", command: "votos", options: { titulo: "x" } },
      { label: "Parque (Jurassic Park, 1993)", ...card(4) },
    );
    expect(pressedIn(message).map(({ label }) => label)).toEqual([
      "(1997) Titanic · James Cameron",
      "Dado de Titanic (1997)",
      "Con actores (1997)",
      "(1993) Parque (Jurassic Park)",
    ]);
  });

  it("are options where a button would cut them, and are told whole where even an option would", async () => {
    const long = `${"Muy ".repeat(15)}larga`;
    const longer = `${"x".repeat(80)} · ${"y".repeat(60)}`;
    const longest = "z".repeat(150);
    const message = await labels(
      { label: long, ...card(1) },
      { label: longer, ...card(2) },
      { label: longest, ...card(3) },
    );
    const [[menu] = []] = rowsIn(message);
    expect(menu).toMatchObject({
      options: [
        { label: long },
        { label: "x".repeat(80), description: "y".repeat(60) },
        { label: `${"z".repeat(99)}…` },
      ],
    });
    expect(shown(message)).toContain(`• ${longest}`);
  });
});

describe("too much of everything", () => {
  it("gives way by and by: links become text, ways on and parts menus", async () => {
    const many = <T>(count: number, make: (at: number) => T) =>
      Array.from({ length: count }, (_, at) => make(at));
    const { message } = await told(
      slash("dado"),
      given({
        ...film,
        list: { lines: many(30, (at) => ({ head: `Línea ${at}`, asks: card(100 + at) })) },
        choices: many(5, (at) => ({ label: `Opción ${at}`, ...card(at) })),
        follow: many(10, (at) => ({ label: `Seguir ${at}`, ...card(50 + at) })),
        folds: many(5, (at) => ({ label: `Parte ${at}`, text: "x" })),
        links: many(5, (at) => ({ label: `Sitio ${at}`, url: `https://example.org/${at}` })),
      }),
    );
    expect(rowsIn(message).map((row) => row.length)).toEqual([3, 1, 5, 1, 5]);
    expect(writtenIn(message).join("\n")).toContain("[Sitio 4](<https://example.org/4>)");
  });
});

describe("help", () => {
  it("is for whoever asks, unless they say that all may see it", async () => {
    const of = createBot();
    const open = async (options: Record<string, boolean>) =>
      !(await told(slash("ayuda", options), of)).ephemeral;
    expect([await open({}), await open({ publico: true }), await open({ publico: false })]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("a message that somebody wrote", () => {
  const lookedUp = (content: string) => {
    const { data: _, ...payload } = slash("x");
    const messages = { "5": { id: "5", content } };
    return { ...payload, data: { type: 3, name: "Buscar película", target_id: "5", resolved: { messages } } };
  };

  it("is looked up for whoever asks", async () => {
    const found = await told(lookedUp("<@123> /votos titanic"), createBot());
    expect(shown(found.message)).toContain("Titanic");
    expect(found.ephemeral).toBe(true);
    expect(shown((await told(lookedUp("<@123>"), createBot())).message)).toContain("no hay texto que buscar");
  });

  it("is read with suspicion", async () => {
    for (const target_id of ["__proto__", 7, null, "9"]) {
      const payload = lookedUp("x");
      const forged = { ...payload, data: { ...payload.data, target_id } };
      expect(shown((await told(forged, createBot())).message)).toContain("no hay texto");
    }
  });
});
