/**
 * Text from outside holds the event loop for some milliseconds at most, whatever door it comes through: headers, addresses, lines of
 * every command, half-typed ones, button data, messages, cells of files.
 *
 * This test asserts a time, which no other does: that a text is read in linear time can be seen in nothing else. It asks
 * for processor time, which other programs on the machine do not use up, and a text counts as slow only where it was in
 * each of several attempts, with texts as hostile of which nothing can be remembered: neither a collection of garbage nor
 * code that is not compiled yet makes it fail. Whatever it is has 10 ms on a core as fast as the one that figures were taken
 * on; on a slower one as much more as a fixed loop takes longer there. A header that was read in quadratic time took 30,
 * questions that found no end 50 to 130.
 */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { hostileTexts } from "../../../bench/tools/questions/hostile-texts.js";
import { readInteraction } from "../../../src/adapters/discord/interaction/incoming.js";
import { withoutMarkup } from "../../../src/adapters/discord/messages/markup.js";
import { createApp } from "../../../src/adapters/http/app.js";
import { QuestionFigures } from "../../../src/adapters/http/operations/question-figures.js";
import { addressesOf } from "../../../src/adapters/http/server/clients/forwarded.js";
import { askedBy } from "../../../src/adapters/telegram/handlers/start.js";
import { transfer } from "../../../src/app/bot/transfer.js";
import { ask } from "../../../src/chat/ask.js";
import { describe as optionsOf } from "../../../src/chat/command/describe.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { complete } from "../../../src/chat/line/complete.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { foldName, harmless, harmlessLine } from "../../../src/chat/text.js";
import { saidClock, saidDuration, saidMoment } from "../../../src/events/time/said.js";
import { zoneCalled } from "../../../src/events/time/zones.js";
import { retryAfter } from "../../../src/refresh/http/retry-after.js";
import { decodeButton } from "../../../src/surface/buttons.js";
import { asking } from "../../support/fakes.js";
import { optionsFor } from "../../support/http-host.js";
import { starter } from "../../support/starter-index.js";

/** Milliseconds of the processor, on a core that takes no longer for the fixed loop than was measured. */
const ALLOWED = 10;
const ATTEMPTS = 8;
const WHOLE = process.env.HOSTILE_FULL === "1";

vi.setConfig({ testTimeout: WHOLE ? 1_800_000 : 120_000 });

const LOOP_TEXT = "una comedia romántica de los noventa con Hugh Grant ".repeat(2000);
/** Milliseconds that the fixed loop takes where nothing else runs. */
const LOOP_MS = 4;

/** How many times longer than that a fixed loop takes here and now; at least 1. */
async function slowness(): Promise<number> {
  const ms = await cost(() => {
    const words = new Map<string, number>();
    for (const word of LOOP_TEXT.normalize("NFD").toLowerCase().split(" "))
      words.set(word, (words.get(word) ?? 0) + 1);
    for (let at = 0; at < LOOP_TEXT.length; at++)
      words.set(LOOP_TEXT.slice(at, at + 4), LOOP_TEXT.charCodeAt(at));
  }, "");
  return Math.max(1, ms / LOOP_MS);
}

type Door = (text: string) => unknown;

/** Milliseconds of processor that one text takes. */
async function cost(door: Door, text: string): Promise<number> {
  const before = process.cpuUsage();
  await door(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Texts that took too long in every attempt. */
async function slow(
  door: Door,
  lengths: readonly number[],
  { step = 1 }: { readonly step?: number } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const length of lengths) {
    const turns = Array.from({ length: ATTEMPTS }, (_, turn) => [...hostileTexts(length, turn)]);
    for (let at = length % step; at < (turns[0]?.length ?? 0); at += step) {
      let least = Number.POSITIVE_INFINITY;
      for (const texts of turns) {
        const ms = await cost(door, texts[at] ?? "");
        // What else runs makes the same work dearer: the loop is asked right behind it.
        least = Math.min(least, ms < ALLOWED ? ms : ms / (await slowness()));
        if (least < ALLOWED) break;
      }
      if (least >= ALLOWED)
        found.push(`${least.toFixed(0)} ms: ${(turns[0]?.[at] ?? "").slice(0, 40)}… (${length})`);
    }
  }
  return found;
}

const isSendable = (text: string) => /^[\x20-\x7e\t]*$/u.test(text);

describe("HTTP", () => {
  const HEADERS = [
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "claqueta-person",
    "claqueta-place",
    "content-type",
    "idempotency-key",
    "if-none-match",
    "origin",
    "x-forwarded-for",
  ];
  let app: Awaited<ReturnType<typeof createApp>>;

  beforeAll(async () => {
    const settings = {
      token: "an-obviously-fake-token-of-tests",
      trustedProxies: ["127.0.0.1"],
      corsOrigins: ["https://cine.example"],
    };
    const options = optionsFor(starter.bot, { settings });
    app = await createApp(options, { ending: () => false, figures: new QuestionFigures() });
    return () => app.close();
  });

  it.each(HEADERS)("reads the header %s", async (name) => {
    const door: Door = (text) => {
      const value = isSendable(text)
        ? text
        : Buffer.from(text)
            .toString("latin1")
            .replace(/[^\x20-\xff]/gu, "?");
      const prefix = name === "authorization" ? "Bearer " : name === "accept-encoding" ? "br" : "";
      return app.inject({ method: "POST", url: "/api/ask?q=/ayuda", headers: { [name]: prefix + value } });
    };
    expect(await slow(door, [200, 7_900], { step: WHOLE ? 1 : 9 })).toEqual([]);
  });

  it.each([
    "/*",
    "/api/*",
    "/api/votos/*",
    "/api/pais?pais=*",
    "/api/idioma/*",
    "/api/ask?q=*",
    "/api/pregunta?texto=*",
    "/api/complete?q=*",
    "/api/grafico/*.png",
    "/pelicula/*",
    "/persona/*",
    "/descubrir?genero=*",
    "/noche/*",
    "/api/votos/x?*",
    "/api/votos/x?lang=*",
  ])("reads the address %s", async (address) => {
    const door: Door = (text) => {
      const written = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?"))
        .slice(0, 2000)
        .replace(/%.?$/u, "");
      return app.inject({ url: address.replace("*", written) });
    };
    expect(await slow(door, [200, 1_900], { step: WHOLE ? 1 : 13 })).toEqual([]);
  });
});

describe("chat", () => {
  it("answers lines of every command", async () => {
    const { commands } = starter.bot.program;
    // A picture is drawn by a thread of its own.
    const asked = commands.filter(({ picture }) => picture === undefined);
    let next = 0;
    const door: Door = (text) => starter.ask(`/${asked[next++ % asked.length]?.name} ${text}`);
    expect(
      await slow(door, WHOLE ? Array(asked.length).fill(200) : [200, 10_000], {
        step: WHOLE ? 1 : 2,
      }),
    ).toEqual([]);
  });

  it("answers each option of each command", async () => {
    const { commands } = starter.bot.program;
    const all = commands
      .filter(({ picture }) => picture === undefined)
      .flatMap((command) => optionsOf(command).map(({ name }) => ({ command, name })));
    let next = 0;
    const door: Door = (text) => {
      const { command, name } = all[next++ % all.length] ?? all[0] ?? { command: undefined, name: "" };
      return command && dispatch(starter.bot, command, { [name]: text }, asking());
    };
    expect(
      await slow(door, WHOLE ? Array(all.length).fill(2_000) : [2_000], {
        step: WHOLE ? 1 : 2,
      }),
    ).toEqual([]);
  });

  it("understands what is said, and what is said after it", async () => {
    const place = { platform: "fake", chat: "1" };
    const door: Door = (text) => ask(starter.bot, text, asking("es", { place }));
    expect(await slow(door, [200, 10_000], { step: WHOLE ? 1 : 4 })).toEqual([]);
  });

  it.each<[string, Door]>([
    ["half a line", (text) => complete(starter.bot, text, SPANISH)],
    ["half a command", (text) => complete(starter.bot, `/descubrir genero=${text}`, SPANISH)],
    ["half a title", (text) => starter.bot.edition.find.complete("film", text.slice(0, 200), 25, "es")],
    ["half a country", (text) => starter.bot.edition.find.complete("country", text.slice(0, 200), 25, "es")],
    ["a link", (text) => starter.bot.edition.find.linkIn(text.slice(0, 200))],
    ["harmless text", (text) => [harmless(text), harmlessLine(text), foldName(text)]],
  ])("reads %s", async (_, door) => {
    expect(await slow(door, [200, 10_000], { step: WHOLE ? 1 : 5 })).toEqual([]);
  });
});

describe("platforms", () => {
  it.each<[string, Door]>([
    [
      "button data",
      (text) => decodeButton(`1c|${text}`, starter.bot.program.commands, starter.bot.ports.shortKeys),
    ],
    ["a deep link", (text) => askedBy(text, "pelicula")],
    ["addresses of proxies", (text) => addressesOf(text)],
    ["a message", (text) => withoutMarkup(text)],
    ["how long to wait", (text) => retryAfter(text)],
    ["a time", (text) => [saidClock, saidDuration, zoneCalled].map((read) => read(text.slice(0, 200)))],
    ["a moment", (text) => saidMoment(text.slice(0, 200), "Europe/Madrid", new Date("2026-11-30"))],
    [
      "an interaction",
      (text) =>
        readInteraction({
          type: 2,
          id: "1",
          token: text,
          data: { name: text, options: [{ type: 3, name: text, value: text }] },
        }),
    ],
  ])("read %s", async (_, door) => {
    expect(await slow(door, [200, 10_000])).toEqual([]);
  });
});

describe("files", () => {
  it.each([
    [
      "Letterboxd's",
      "Date,Name,Year,Letterboxd URI,Rating",
      (cell: string) => `${cell},${cell},${cell},${cell},4`,
    ],
    [
      "IMDb's",
      "Const,Your Rating,Date Rated,Title,URL,Title Type,Year",
      (cell: string) => `${cell},8,${cell},${cell},x,movie,${cell}`,
    ],
    ["nobody's", "*", (cell: string) => cell],
  ])("have cells: %s", async (_, head, row) => {
    const door: Door = (text) => {
      const cell = text.replace(/[",\n]/gu, "");
      const bytes = new TextEncoder().encode(`${head.replace("*", cell)}\n${row(cell)}\n`);
      const sent = { name: "lista.csv", bytes, now: new Date("2026-11-30") };
      return transfer.read(sent, starter.bot.edition).catch(() => undefined);
    };
    expect(await slow(door, [200, 10_000], { step: WHOLE ? 1 : 5 })).toEqual([]);
  });
});
