/** Adult titles: named nowhere, whatever is asked, but where those who moderate allow it and the platform keeps minors out. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEdition } from "../../../src/app/bot/edition.js";
import { createProgram } from "../../../src/app/bot/program.js";
import { nightJobs } from "../../../src/app/jobs/nights.js";
import { openCatalog } from "../../../src/catalog/open.js";
import { ask } from "../../../src/chat/ask.js";
import type { Asking, Place } from "../../../src/chat/asking.js";
import type { Bot } from "../../../src/chat/contract.js";
import { complete } from "../../../src/chat/line/complete.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { botAt } from "../../../src/chat/place-settings.js";
import { act } from "../../../src/chat/run.js";
import { addPanel } from "../../../src/nights/posts.js";
import { filmOfTheDay } from "../../../src/queries/discover/film-of-the-day.js";
import { Runner } from "../../../src/schedule/runner.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import type { Store } from "../../../src/store/port.js";
import { StoredPlaceSettings } from "../../../src/surface/stored/place-settings.js";
import type { InteractionResult } from "../../../standins/discord/index.js";
import {
  answerTo,
  BOT,
  readable,
  strangers,
  Person as TelegramPerson,
} from "../../../standins/telegram/index.js";
import { answerText } from "../../support/answer-text.js";
import { buildIndex } from "../../support/build-index.js";
import { completionsOf, running } from "../../support/discord-running.js";
import { asking, memoryPorts } from "../../support/fakes.js";
import { hostOf } from "../../support/http-host.js";
import { memoryFolder } from "../../support/store/folder.js";
import { runTelegram } from "../../support/telegram-running.js";
import { FEED_FILMS, type FeedFilm, feedOf, filmAt, writeFeed } from "../refresh/feed.js";

const TITLE = "Zarzuela Prohibida";
const ID = "990001";
const FORBIDDEN = /zarzuela/iu;
const PERSON = "Zoraida Quiroga Test";
/** As well known, as good and as old as the best of the others, so that it leads every list that would have it. */
const ADULT: FeedFilm = {
  ...filmAt(0),
  movie: {
    ...filmAt(0).movie,
    id: ID,
    imdb_id: "tt9900010",
    title: TITLE,
    original_title: TITLE,
    adult: "True",
    vote_count: "99999",
    vote_average: "9.9",
    popularity: "999",
    release_date: "1999-03-31",
    overview: "A forbidden operetta about dragons.",
  },
  cast: [PERSON, ...filmAt(0).cast],
};
/** Another film of the same person, so that she is found. */
const OTHER: FeedFilm = { ...filmAt(1), cast: [PERSON, ...filmAt(1).cast] };

const SERVER: Place = { platform: "discord", server: "77", chat: "500" };
const GROUP: Place = { platform: "telegram", chat: "-9" };

let bot: Bot;
let store: Store;
let root: string;
const sources = mkdtempSync(join(tmpdir(), "claqueta-adult-"));
const folder = memoryFolder();

beforeAll(async () => {
  writeFeed(sources, feedOf([ADULT, OTHER, ...FEED_FILMS.filter((film) => film !== FEED_FILMS[1])]));
  root = await buildIndex([sources]);
  store = await openStoreHere({ folder });
  const program = createProgram({ minimumVotes: 0 });
  const places = new StoredPlaceSettings(async () => store.settings, {
    operators: program.settings,
    patience: 10_000,
  });
  bot = {
    edition: createEdition(openCatalog(root)),
    program,
    ports: { ...memoryPorts(), store: async () => store, places },
  };
  for (const place of [SERVER, GROUP]) {
    const at = here({ place, asker: { id: "x:1", moderates: true } });
    expect(answerText((await ask(bot, "/ajustes adultos sí", at)).answer)).toContain("se nombran");
  }
}, 120_000);
afterAll(async () => {
  await store.close();
  for (const path of [sources, root, folder]) rmSync(path, { recursive: true, force: true });
});

function here(more: Partial<Asking>): Asking {
  return asking("es", { now: new Date("2026-01-01"), asker: { id: "x:2", moderates: false }, ...more });
}

/** As a surface answers: with the bot of the place. */
const answered = (line: string, at: Asking) => ask(botAt(bot, at), line, at);
const completed = (line: string, at: Asking) =>
  complete(botAt(bot, at), line, parseLocale("es")).map(({ label }) => label);

const OPEN = here({ place: GROUP });
const CLOSED: readonly (readonly [string, Asking])[] = [
  ["nowhere in particular", here({ asker: undefined })],
  ["a chat of one's own", here({ place: { platform: "telegram", chat: "2", direct: true } })],
  ["a group that did not allow it", here({ place: { platform: "telegram", chat: "-10" } })],
  ["a server's channel that is not age-restricted", here({ place: SERVER, ageRestricted: false })],
];

const LINES = [
  `/pelicula ${TITLE}`,
  `/pelicula tmdb:${ID}`,
  "https://www.imdb.com/title/tt9900010/",
  `/votos ${TITLE}`,
  `/retorno ${TITLE}`,
  `/recomendar ${TITLE}`,
  "/recomendar",
  `/comparar ${TITLE}, ${filmAt(2).movie.title}`,
  "/buscar forbidden operetta about dragons",
  "las mejores de 1999",
  `/descubrir actor=${PERSON}`,
  "/descubrir",
  `/actor ${PERSON}`,
  `/director ${filmAt(0).directors[0]}`,
  "/mes marzo",
  "/dia miercoles",
  "/idioma ingles",
  `/valorar tmdb:${ID} 9`,
  `/pendientes añade tmdb:${ID}`,
  `de qué trata ${TITLE}`,
  `quién actúa en ${TITLE}`,
];

it.each(CLOSED)("are named by no answer and no completion in %s", async (_, at) => {
  // Allowed elsewhere, somebody rated it and wants to see it.
  await store.ratings.set("x:2", Number(ID), 10, at.now);
  await store.lists.add({ person: "x:2" }, Number(ID), "x:2", at.now, 10);
  for (const line of [...LINES, "/perfil", "/pendientes", "/servidor", "/pendientes azar=sí"]) {
    const outcome = await answered(line, at);
    const said = JSON.stringify([outcome.answer.title, outcome.answer, outcome.result]);
    // What was typed is quoted back; nothing else of it may be there.
    const quoted = line.includes(TITLE) ? new RegExp(`[«“]${TITLE}[»”]`, "giu") : /$^/u;
    expect([line, FORBIDDEN.test(said.replace(quoted, ""))]).toEqual([line, false]);
    expect([line, said.includes(`"id":${ID}`)]).toEqual([line, false]);
  }
  for (const typed of ["/pelicula zarz", "/pelicula zarzuela prohib", "/comparar zarzuela", "/descubrir "]) {
    expect(completed(typed, at).filter((label) => FORBIDDEN.test(label))).toEqual([]);
  }
});

it("are found, listed and completed where that is allowed, and recommended to nobody", async () => {
  const text = async (line: string) => answerText((await answered(line, OPEN)).answer);
  for (const line of [
    `/pelicula ${TITLE}`,
    `/descubrir actor=${PERSON}`,
    `/actor ${PERSON}`,
    "/mes marzo",
    "/pendientes",
  ]) {
    expect([line, FORBIDDEN.test(await text(line))]).toEqual([line, true]);
  }
  expect(completed("/pelicula zarz", OPEN).join()).toMatch(FORBIDDEN);
  expect(await text("/recomendar the matrix")).not.toMatch(FORBIDDEN);
  const similar = await answered(`/recomendar ${TITLE}`, OPEN);
  expect(similar.status).not.toBe("error");
  const days = Array.from({ length: 3 }, (_, seed) =>
    filmOfTheDay(bot.edition.catalog, { day: "2026-03-31", leftOut: new Set(), seed }),
  );
  expect(days.map((day) => day?.card.film.title)).not.toContain(TITLE);
});

it("depend on Discord on the channel's own word, for answers and completions", async () => {
  const run = await running({ bot, standIn: { openapi: false } });
  const from = (nsfw: boolean) => ({ guild: "77", channel: "500", nsfw, locale: "es-ES" });
  const shown = ({ message }: InteractionResult) => JSON.stringify([message?.components, message?.embeds]);
  try {
    const card = (nsfw: boolean) =>
      run.discord.slash({ command: "pelicula", options: { titulo: `tmdb:${ID}` }, ...from(nsfw) });
    expect(shown(await card(true))).toMatch(FORBIDDEN);
    expect(shown(await card(false))).not.toMatch(FORBIDDEN);
    const typed = async (nsfw: boolean) => {
      const options = { titulo: "zarzuela" };
      const typing = { command: "pelicula", options, focused: "titulo", ...from(nsfw) };
      return (await completionsOf(run, typing)).choices.map(({ name }) => name);
    };
    expect((await typed(true)).join()).toMatch(FORBIDDEN);
    expect((await typed(false)).join()).not.toMatch(FORBIDDEN);
  } finally {
    await run.stop();
  }
});

/** Of the starter's films, to see that the door is open at all. */
const OPEN_TITLE = filmAt(2).movie.title ?? "";

it("are named on Telegram in groups that allow it alone: not inline, to guests, or to one person", async () => {
  const { standIn } = await runTelegram(bot);
  const leo = new TelegramPerson(standIn, { id: 2 });
  const inGroup = async (id: number) => {
    const chat = { id, type: "group", title: "Cine" } as const;
    standIn.world.add(chat);
    return readable(await answerTo(standIn, leo.says(`/pelicula tmdb:${ID}`, { chat })));
  };
  expect(await inGroup(Number(GROUP.chat))).toMatch(FORBIDDEN);
  expect(await inGroup(-10)).not.toMatch(FORBIDDEN);
  expect(readable(await answerTo(standIn, leo.says(`/pelicula tmdb:${ID}`)))).not.toMatch(FORBIDDEN);
  for (const typed of ["zarzuela", TITLE, `tmdb:${ID}`]) {
    const { results } = await leo.searches(typed);
    expect([typed, FORBIDDEN.test(JSON.stringify(results))]).toEqual([typed, false]);
  }
  expect(JSON.stringify((await leo.searches(OPEN_TITLE)).results)).toContain(OPEN_TITLE);
  const guest = await leo.summons(`@${BOT.username} /pelicula tmdb:${ID}`, strangers());
  expect(JSON.stringify(guest)).not.toMatch(FORBIDDEN);
});

it("are named by no mention on Discord, which does not tell of the channel, and by no message to the bot alone", async () => {
  const run = await running({
    bot,
    standIn: { openapi: false },
    settings: () => ({ messages: { mentions: true, direct: true } }),
  });
  try {
    const said = async (content: string, channel: string, guild?: string) => {
      const before = run.discord.channels.sent(channel).length;
      run.discord.says({ content, channel, user: { id: "80351110224678912" }, ...(guild ? { guild } : {}) });
      await expect.poll(() => run.discord.channels.sent(channel).length).toBeGreaterThan(before);
      return JSON.stringify(run.discord.channels.sent(channel)[before]);
    };
    const us = `<@${run.discord.botId}>`;
    expect(await said(`${us} ${OPEN_TITLE}`, "300000000000000009", "77")).toContain(OPEN_TITLE);
    expect(await said(`${us} pelicula tmdb:${ID}`, "300000000000000009", "77")).not.toMatch(FORBIDDEN);
    expect(await said(`pelicula tmdb:${ID}`, "300000000000000010")).not.toMatch(FORBIDDEN);
  } finally {
    await run.stop();
  }
});

it("are named by no address over HTTP", async () => {
  const host = await hostOf({ ...bot, ports: { ...memoryPorts(), ...bot.ports } });
  const read = async (path: string) => (await host.get(path)).text;
  expect(await read(`/api/pelicula?titulo=${encodeURIComponent(OPEN_TITLE)}`)).toContain(OPEN_TITLE);
  for (const path of [
    `/api/pelicula?titulo=tmdb:${ID}`,
    `/api/descubrir?actor=${encodeURIComponent(PERSON)}`,
    "/api/mes?mes=marzo",
    `/api/pregunta?texto=${encodeURIComponent(`de qué trata tmdb:${ID}`)}`,
  ]) {
    expect([path, FORBIDDEN.test(await read(path))]).toEqual([path, false]);
  }
});

it("are proposed and drawn in nights of places that allow it, and named in no other's, whatever a button says", async () => {
  const deliver = async () => "sent" as const;
  const drawn: string[] = [];
  const handlers = nightJobs({
    bot: () => bot,
    deliver,
    calendar: () => undefined,
    redraw: async (_, answer) => {
      drawn.push(answerText(answer));
      return "sent";
    },
  });
  const runner = new Runner({
    store: async () => store,
    handlers,
    log: bot.ports.log,
    now: () => new Date(Date.now() + 10_000),
  });
  for (const [place, isOpen] of [
    [GROUP, true],
    [{ platform: "telegram", chat: "-10" }, false],
  ] as const) {
    const at = here({ place, now: new Date(), asker: { id: "x:2", moderates: false } });
    const opened = await answered("/noche abrir cierra=2h", at);
    const { id } = opened.result as { id: string };
    await addPanel(store, id, { id: "1", chat: place.chat, at: new Date() });
    for (const line of [`/noche proponer tmdb:${ID}`, "/noche sugiere", "/noche proponer", "/noche ver"]) {
      const said = answerText((await answered(line, at)).answer);
      if (!isOpen) expect([line, FORBIDDEN.test(said)]).toEqual([line, false]);
    }
    const propose = bot.program.actions.find(({ name }) => name === "np");
    if (!propose) throw new Error("nobody can propose");
    const forged = await act(botAt(bot, at), propose, { n: id, f: ID }, at);
    if (!isOpen) expect(answerText(forged.answer)).not.toMatch(FORBIDDEN);
    drawn.length = 0;
    while ((await runner.round()) > 0);
    expect(drawn.some((text) => FORBIDDEN.test(text))).toBe(isOpen);
  }
});
