/** A night's page: for whoever was given its address, and nobody else. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SignedNightPages, showNightPage } from "../../../src/app/nights/pages.js";
import { ask } from "../../../src/chat/ask.js";
import { act } from "../../../src/chat/run.js";
import { StoreUnavailable } from "../../../src/store/errors.js";
import { asking, type TestBot } from "../../support/fakes.js";
import { type Host, hostOf, type Told } from "../../support/http-host.js";
import { GROUP, keptBot } from "../../support/kept-bot.js";

const kept = keptBot();
const BASE = "https://cine.example";
const LEADER = "fake:1";
const now = new Date("2026-01-01");

let bot: TestBot;
let host: Host;
beforeAll(async () => {
  const nightPages = new SignedNightPages(BASE, async () => kept.store.keys);
  bot = { ...kept.bot, ports: { ...kept.bot.ports, nightPages } };
  host = await hostOf(bot, { nightPage: (secret, how) => showNightPage(bot, secret, { ...how, now }) });
});

/** Of each case: what one community has seen is not proposed there again. */
let server = 0;
beforeEach(() => {
  server += 1;
});

const surroundings = (person: string, moderates = false) =>
  asking("es", { now, asker: { id: person, moderates }, place: { ...GROUP, server: `${server}` } });

async function says(person: string, line: string, moderates = false) {
  const { answer, status } = await ask(bot, line, surroundings(person, moderates));
  expect(status).toBe("ok");
  return answer;
}

/** The page's address as whoever leads is shown it. */
async function address(night: string, person = LEADER): Promise<string | undefined> {
  const { links = [] } = await says(person, `/noche ver ${night}`);
  return links.find(({ url }) => url.startsWith(`${BASE}/noche/`))?.url.slice(BASE.length);
}

async function opened(name: string, more = ""): Promise<string> {
  await says(LEADER, `/noche abrir ${name} cierra=4h ${more}`);
  for (const film of ["Volver", "Toy Story"]) await says(LEADER, `/noche proponer ${film} noche=${name}`);
  const shown = await address(name);
  if (shown === undefined) throw new Error("the leader is not shown the address");
  return shown;
}

async function votes(person: string, name: string, film: string) {
  const { actions = [] } = await says(person, `/noche ver ${name}`);
  const button = actions.find(({ label }) => label.includes(film));
  const handler = bot.program.actions.find((action) => action.name === button?.action);
  if (!button || !handler) throw new Error("no such button");
  await act(bot, handler, button.state, surroundings(person));
}

const words = ({ text }: Told) => text.replace(/<style>.*<\/style>/su, "").replace(/<[^>]*>/gu, "\n");

describe("a night's page", () => {
  it("shows what its chat sees, in the reader's language, and can do nothing", async () => {
    const url = await opened("Abierta");
    await votes("fake:2", "Abierta", "Volver");
    const page = await host.get(url, { "accept-language": "es" });
    expect(page.status).toBe(200);
    expect(words(page)).toMatch(/Abierta[\s\S]*1 persona ha votado[\s\S]*Volver \(2006\)[\s\S]*1 voto/u);
    expect(words(page)).toContain("Aquí solo se mira");
    const english = await host.get(url, { "accept-language": "en" });
    expect(words(english)).toMatch(/1 person has voted[\s\S]*1 vote[\s\S]*This page only shows/u);
    expect(english.text).toContain('<html lang="en">');
    for (const what of [/<script/u, /<form/u, /<button/u, /<a /u, /src=/u, /url\(/u, /fake:/u])
      expect(page.text).not.toMatch(what);
  });

  it("is kept by no search engine, no proxy, and told to no other site", async () => {
    const { headers, text } = await host.get(await opened("Discreta"));
    expect(headers).toMatchObject({
      "cache-control": "private, no-cache",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      vary: expect.stringContaining("Accept-Language"),
    });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'self'; base-uri/u);
    expect(text).toContain('content="noindex');
  });

  it("hides hidden votes until the end, and then tells who won", async () => {
    const url = await opened("Secreta", "ocultos=sí");
    await votes("fake:2", "Secreta", "Volver");
    const hidden = await host.get(url);
    expect(words(hidden)).toContain("1 persona ha votado");
    expect(words(hidden)).not.toMatch(/\d votos?/u);
    const { actions = [] } = await says(LEADER, "/noche ver Secreta");
    const more = actions.find(({ label }) => label === "Más…");
    const id = String(more?.state.n);
    const lead = bot.program.actions.find(({ name }) => name === "nl");
    if (lead) await act(bot, lead, { n: id, d: "close" }, surroundings(LEADER));
    expect(words(await host.get(url))).toMatch(/Ganó Volver[\s\S]*1 voto/u);
  });

  it("is offered to who leads or moderates alone", async () => {
    await opened("De Ana");
    expect(await address("De Ana", "fake:2")).toBeUndefined();
    const { links = [] } = await says("fake:3", "/noche ver De Ana", true);
    expect(links.map(({ url }) => url.slice(BASE.length))).toEqual([await address("De Ana")]);
  });

  it("is found by nobody who guesses, and is gone with its night", async () => {
    const url = await opened("Pasajera");
    const [night = "", signature = ""] = url.slice("/noche/".length).split(".");
    expect(signature.length * 6).toBeGreaterThanOrEqual(128);
    const other = (await opened("Otra")).split(".")[1] ?? "";
    const guesses = [
      night,
      `${night}.`,
      `${night}.${other}`,
      `${night}.${"A".repeat(24)}`,
      `x.${signature}`,
      "%00",
    ];
    for (const guess of guesses) {
      const told = await host.get(`/noche/${guess}`);
      expect(told.status).toBe(404);
      expect(told.text).not.toContain("Pasajera");
    }
    expect((await host.get(url)).status).toBe(200);
    await kept.store.privacy.purgeCommunity(`fake:${server}`);
    const gone = await host.get(url);
    expect(gone.status).toBe(404);
    expect(words(gone)).toContain("Aquí no hay ninguna noche");
  });

  it("says so where the store is away", async () => {
    const away = await hostOf(bot, { nightPage: () => Promise.reject(new StoreUnavailable("away")) });
    const told = await away.get("/noche/x.y");
    expect(told).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
    expect(words(told)).toContain("en un momento");
  });

  it("writes film and night names as they are", async () => {
    const page = await host.get(await opened("<b>&amp;"));
    expect(page.text).toContain("&lt;b&gt;&amp;amp;");
    expect(page.text).not.toContain("<b>");
  });
});
