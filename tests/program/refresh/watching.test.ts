/** Where a film can be watched: from TMDB's answer through the index to what people read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distinctProviders, platformOfProvider } from "../../../index-build/clean/providers.js";
import { filmById } from "../../../src/catalog/catalog.js";
import { platformRow } from "../../../src/catalog/platforms.js";
import type { Card } from "../../../src/queries/film/card.js";
import { TmdbSource } from "../../../src/refresh/sources/tmdb/source.js";
import { filmsByPlatform } from "../../../src/select/postings.js";
import { type Film, filmFrom, startTmdb, type Tmdb, TOKEN } from "../../../standins/tmdb/index.js";
import { indexOf } from "../../support/starter-index.js";

const NOW = new Date("2026-11-10T09:00:00Z");
const place = mkdtempSync(join(tmpdir(), "claqueta-watching-"));

const told: Readonly<Record<number, Film["providers"]>> = {
  // One platform under two names, one that rents what it also streams, and a channel whose owner stands there too.
  1: {
    ES: {
      flatrate: ["Netflix", "Netflix Standard with Ads", "Movistar Plus+", "MUBI", "MUBI Amazon Channel"],
      ads: ["Netflix Standard with Ads"],
      rent: ["Apple TV", "Rakuten TV", "Movistar Plus+"],
      buy: ["Apple TV", "Amazon Video"],
    },
    MX: { flatrate: ["Claro video"] },
  },
  // Known, and nobody offers it here.
  2: { US: { flatrate: ["Hulu"] } },
  3: { ES: { flatrate_and_buy: ["Disney Plus"], buy: ["<b>@everyone\u202e", ""] } },
  4: { ES: { rent: Array.from({ length: 9 }, (_, at) => `Shop ${at}`) } },
};

const IDS = [1, 2, 3, 4, 5];

const HEADER =
  "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description";
const titleOf = (show: number, film: Film) =>
  `s${show},Movie,${film.title},${film.director},,,"September 25, 2021",${film.released.slice(0, 4)},PG,90 min,Dramas,x`;

let tmdb: Tmdb;
const films = new Map(IDS.map((id) => [id, filmFrom(id, { votes: 9_000 - id, providers: told[id] })]));

async function fetchFilms(region: string): Promise<readonly string[]> {
  const settings = {
    token: TOKEN,
    apiUrl: tmdb.url,
    filesUrl: tmdb.url,
    rate: 5_000,
    films: 10,
    requests: 10,
  };
  const source = new TmdbSource({ ...settings, region }, place);
  const { inputs } = await source.fetch({
    now: NOW,
    signal: new AbortController().signal,
    mark: undefined,
    catalog: () => undefined,
    progress: () => undefined,
  });
  return inputs;
}

beforeAll(async () => {
  const world = { films, listed: () => films.values(), changed: () => [] };
  tmdb = await startTmdb({ limit: 10_000, world });
  const [input = ""] = await fetchFilms("ES");
  const of = (id: number) => films.get(id) as Film;
  // A line of a refresh before regions were kept, and one whose providers are of no shape.
  const { region: _region, film, ...old } = lineOf(input, 5);
  const plain = JSON.stringify({ ...old, film: { ...film, providers: { flatrate: "Netflix" } } });
  const read = readFileSync(input, "utf8");
  writeFileSync(join(place, "films.jsonl"), `${read.trimEnd()}\n${plain}\n`);
  writeFileSync(
    join(place, "netflix_titles.csv"),
    `${[HEADER, ...[1, 2, 3, 5].map((id) => titleOf(id, of(id)))].join("\n")}\n`,
  );
  writeFileSync(join(place, "hulu_titles.csv"), `${[HEADER, titleOf(1, of(1))].join("\n")}\n`);
});
afterAll(async () => {
  await tmdb.close();
  rmSync(place, { recursive: true, force: true });
});

const index = indexOf([place]);

function lineOf(path: string, id: number): { id: number; region: string; film: object } {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return JSON.parse(lines.find((line) => line.startsWith(`{"id":${id},`)) ?? "");
}

const question = (line: string, tag?: string) => index.ask(line, tag, { now: NOW });

async function fields(id: number, locale?: string): Promise<Record<string, string>> {
  const { answer } = await question(`/pelicula tmdb:${id}`, locale);
  return Object.fromEntries(
    [answer, ...(answer.folds ?? [])]
      .flatMap(({ fields = [] }) => fields)
      .filter(({ name }) => /verla|watch|Antes|Before/u.test(name))
      .map(({ name, value }) => [name, value]),
  );
}

describe("a film's card says where to watch it", () => {
  it("each provider once, on what terms, who knows it and since when; and older catalogues apart", async () => {
    expect(await fields(1)).toEqual({
      "Dónde verla (España)":
        "Netflix, Movistar Plus+ y MUBI (con suscripción) · Apple TV (en alquiler o compra) · Rakuten TV (en alquiler) · Amazon Video (en compra). Fuente: JustWatch, 10 de noviembre de 2026",
      Antes: "En 2021 estaba en Hulu (EE. UU.).",
    });
    expect(await fields(1, "en")).toEqual({
      "Where to watch (Spain)":
        "Netflix, Movistar Plus+, and MUBI (with a subscription) · Apple TV (to rent or buy) · Rakuten TV (to rent) · Amazon Video (to buy). Source: JustWatch, November 10, 2026",
      Before: "In 2021 it was on Hulu (US).",
    });
  });

  it("and gives programs all of it", async () => {
    const { result } = await question("/pelicula tmdb:1");
    const { watching, platforms } = result as Card;
    expect(watching).toMatchObject({ region: "ES", dataDate: "2026-11-10", source: "JustWatch" });
    expect(watching?.offers).toEqual([
      { name: "Netflix", platform: "netflix", ways: ["subscription", "ads"] },
      { name: "Movistar Plus+", platform: null, ways: ["subscription", "rent"] },
      { name: "MUBI", platform: null, ways: ["subscription"] },
      { name: "Apple TV", platform: null, ways: ["rent", "buy"] },
      { name: "Rakuten TV", platform: null, ways: ["rent"] },
      { name: "Amazon Video", platform: null, ways: ["buy"] },
    ]);
    expect(platforms.map(({ platform }) => platform)).toEqual(["hulu", "netflix"]);
  });

  it("not in an old catalogue, where nobody is known to offer it today", async () => {
    expect(await fields(2)).toEqual({
      "Dónde verla": "En 2021 estaba en Netflix (EE. UU.). No sé dónde está hoy.",
    });
    expect((await question("/pelicula tmdb:2")).result).toMatchObject({
      watching: { region: "ES", offers: [] },
    });
  });

  it("in an old catalogue, where nobody was asked", async () => {
    expect(await fields(5)).toEqual({
      "Dónde verla": "En 2021 estaba en Netflix (EE. UU.). No sé dónde está hoy.",
    });
    expect((await question("/pelicula tmdb:5")).result).toMatchObject({ watching: null });
  });

  it("with names made safe, and not all of very many", async () => {
    expect((await fields(3))["Dónde verla (España)"]).toBe(
      "Disney+ (con suscripción) · <b>@everyone (en compra). Fuente: JustWatch, 10 de noviembre de 2026",
    );
    expect((await fields(4))["Dónde verla (España)"]).toMatch(
      /^Shop 0, Shop 1, Shop 2, Shop 3, Shop 4, Shop 5 y 3 más \(en alquiler\)\./u,
    );
  });
});

it("recommendations on a platform follow what is known of today, and old catalogues where nothing is", async () => {
  const { catalog } = index;
  const rows = (ids: readonly number[]) => ids.map((id) => filmById(catalog, id));
  const onPlatform = (id: string) => [...(filmsByPlatform(catalog)[platformRow(id)] ?? [])];
  expect(onPlatform("netflix")).toEqual(rows([1, 5]));
  expect(onPlatform("disney")).toEqual(rows([3]));
  expect(onPlatform("hulu")).toEqual([]);
  const { answer, result } = await question("/recomendar plataforma=netflix");
  expect(answer.title).toMatch(/en Netflix según JustWatch \(España\)$/u);
  const footer = async (line: string, tag: string) => (await question(line, tag)).answer.footer;
  expect(await footer("/descubrir plataforma=netflix", "es-ES")).toMatch(
    /En Netflix según JustWatch \(España\)\.$/u,
  );
  expect(await footer("/descubrir plataforma=netflix", "es-MX")).toMatch(
    /En Netflix según JustWatch \(España\)\. En México puede ser otra cosa\.$/u,
  );
  const { recommendations } = result as { recommendations: { film: { id: number } }[] };
  expect(recommendations.map(({ film }) => film.id).sort()).toEqual([1, 5]);
});

it("films are asked for anew where another region is set, once", async () => {
  const details = () => tmdb.log.filter(({ path }) => /^\/3\/movie\/\d+\?/u.test(path)).length;
  const before = details();
  await fetchFilms("MX");
  // All but the one whose line tells no region.
  expect(details() - before).toBe(IDS.length - 1);
  expect(lineOf(join(place, "films.jsonl"), 5).region).toBeUndefined();
  await fetchFilms("MX");
  expect(details() - before).toBe(IDS.length - 1);
  expect(readFileSync(join(place, "films.jsonl"), "utf8")).toContain('"provider_name":"Claro video"');
});

describe("providers' names", () => {
  it.each([
    ["Netflix", "netflix"],
    ["Netflix Kids", "netflix"],
    ["Amazon Prime Video", "amazon"],
    ["Disney Plus", "disney"],
    ["Disney+", "disney"],
    ["Hulu", "hulu"],
    ["Amazon Video", undefined],
    ["HBO Max Amazon Channel", undefined],
    ["Not Netflix", undefined],
  ])("%s", (name, platform) => expect(platformOfProvider(name)).toBe(platform));

  it("stand once, and a channel only without its owner", () => {
    expect(distinctProviders(["Amazon Prime Video with Ads", "Amazon Prime Video", "Filmin"])).toEqual([
      "Amazon Prime Video",
      "Filmin",
    ]);
    expect(distinctProviders(["HBO Max Amazon Channel"])).toEqual(["HBO Max Amazon Channel"]);
    expect(distinctProviders(["HBO Max Amazon Channel", "HBO Max"])).toEqual(["HBO Max"]);
  });
});
