/** Adult titles: named nowhere, whatever is asked, but where those who moderate allow it and the platform keeps minors out. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEdition } from "../../../src/app/bot/edition.js";
import { createProgram } from "../../../src/app/bot/program.js";
import { openCatalog } from "../../../src/catalog/open.js";
import { ask } from "../../../src/chat/ask.js";
import type { Asking, Place } from "../../../src/chat/asking.js";
import type { Bot } from "../../../src/chat/contract.js";
import { complete } from "../../../src/chat/line/complete.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { botAt } from "../../../src/chat/place-settings.js";
import { filmOfTheDay } from "../../../src/queries/discover/film-of-the-day.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import type { Store } from "../../../src/store/port.js";
import { StoredPlaceSettings } from "../../../src/surface/stored/place-settings.js";
import type { InteractionResult } from "../../../standins/discord/index.js";
import { answerText } from "../../support/answer-text.js";
import { buildIndex } from "../../support/build-index.js";
import { running } from "../../support/discord-running.js";
import { asking, memoryPorts } from "../../support/fakes.js";
import { memoryFolder } from "../../support/store/folder.js";
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
  const places = new StoredPlaceSettings(async () => store.settings, { operators: program.settings });
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
      return (await run.discord.autocomplete(typing)).choices.map(({ name }) => name);
    };
    expect((await typed(true)).join()).toMatch(FORBIDDEN);
    expect((await typed(false)).join()).not.toMatch(FORBIDDEN);
  } finally {
    await run.stop();
  }
});
