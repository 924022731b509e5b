/** Kaggle and Wikidata against their stand-ins, and every rule of these. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import { BuildReport } from "../../../index-build/report.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { KaggleSource } from "../../../src/refresh/sources/kaggle/source.js";
import type { FetchContext } from "../../../src/refresh/sources/source.js";
import { WikidataSource } from "../../../src/refresh/sources/wikidata/source.js";
import {
  type KaggleWorld,
  type StandIn,
  startKaggle,
  startWikidata,
  type WikidataWorld,
} from "../../../standins/sources/index.js";
import { moviesCsv, zipOf } from "../../support/source-files.js";

/** Only what gives no answer is not waited for: a busy machine is slow to give one. */
const QUICK = { timeout: 30_000, backOff: [5, 10], longestWait: 3_000 };

let folder: string;
let standIn: StandIn;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claqueta-source-"));
});
afterEach(async () => {
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same archive as one of ZIP64: its directory is told of by the records of these. */
function zip64Of(zip: Buffer): Buffer {
  const at = zip.length - 22;
  const end = Buffer.from(zip.subarray(at));
  const record = Buffer.alloc(56);
  record.write("PK\u0006\u0006");
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(8)), 24);
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.write("PK\u0006\u0007");
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  end.fill(0xff, 8, 12);
  return Buffer.concat([zip.subarray(0, at), record, locator, end]);
}

function context(changes: Partial<FetchContext> = {}): FetchContext {
  return {
    now: new Date("2026-11-20T09:00:00Z"),
    signal: new AbortController().signal,
    mark: undefined,
    catalog: () => undefined,
    progress: () => undefined,
    ...changes,
  };
}

describe("Kaggle", () => {
  const PATH = "rounakbanik/the-movies-dataset";
  const dataset = { owner: "rounakbanik", slug: "the-movies-dataset" };
  const zip = zipOf({
    "movies.csv": moviesCsv({ id: "219", title: "Volver", release_date: "2006-03-16", vote_count: "400" }),
  });
  let world: KaggleWorld;
  beforeEach(async () => {
    world = {
      user: "ana",
      key: "0123456789abcdef",
      token: "KGAT_0123456789",
      datasets: new Map([[PATH, { lastUpdated: "2017-11-10T02:40:38.3Z", zip }]]),
      faults: [],
    };
    standIn = await startKaggle(world);
  });
  const source = (
    key: string | undefined = world.key,
    username: string | undefined = world.user,
    path = dataset,
  ) =>
    new KaggleSource(
      `kaggle:${path.owner}/${path.slug}`,
      path,
      { url: standIn.url, username, key },
      folder,
      QUICK,
    );
  const downloads = () => standIn.log.filter((line) => /^store .* 200$/u.test(line)).length;

  it("gives an archive, by way of a redirect, and gives it again only when it was updated", async () => {
    const first = await source().fetch(context());
    expect(first).toMatchObject({ mark: "2017-11-10T02:40:38.300Z", asOf: "2017-11-10" });
    expect((await readCatalog(first.inputs, { report: new BuildReport() })).films.get(219)?.title).toBe(
      "Volver",
    );
    await source().fetch(context({ mark: first.mark }));
    expect(downloads()).toBe(1);
    world.datasets.set(PATH, { lastUpdated: "2026-01-01T00:00:00Z", zip });
    expect((await source().fetch(context({ mark: first.mark }))).asOf).toBe("2026-01-01");
    expect(downloads()).toBe(2);
  });

  it("takes a token as well, and nothing for a dataset that is open", async () => {
    await new KaggleSource(
      "k",
      dataset,
      { url: standIn.url, username: undefined, key: world.token },
      folder,
      QUICK,
    ).fetch(context());
    world.datasets.set(PATH, { lastUpdated: "2017-11-10T02:40:38.3Z", zip, open: true });
    await new KaggleSource(
      "k",
      dataset,
      { url: standIn.url, username: undefined, key: undefined },
      folder,
      QUICK,
    ).fetch(context());
    expect(downloads()).toBe(2);
  });

  it.each(["cut", "truncated", "html", "500", "429"] as const)("is asked again after: %s", async (fault) => {
    world.faults.push(fault);
    await source().fetch(context());
    expect(downloads()).toBeGreaterThan(0);
    expect(readFileSync(join(folder, "dataset.zip")).equals(zip)).toBe(true);
  });

  it("gives archives beyond 65,535 entries, and a broken one of these is seen", async () => {
    const whole = zip64Of(zip);
    world.datasets.set(PATH, { lastUpdated: "2026-01-01T00:00:00Z", zip: whole });
    await source().fetch(context());
    expect(readFileSync(join(folder, "dataset.zip")).equals(whole)).toBe(true);
    const holed = Buffer.concat([whole.subarray(0, 20), whole.subarray(30)]);
    world.datasets.set(PATH, { lastUpdated: "2026-01-02T00:00:00Z", zip: holed });
    await expect(source().fetch(context())).rejects.toThrow("a broken file (no whole archive)");
  });

  it("that gives only broken archives costs nothing that was there", async () => {
    const first = await source().fetch(context());
    world.datasets.set(PATH, { lastUpdated: "2026-01-01T00:00:00Z", zip });
    world.faults.push("truncated", "truncated", "html");
    await expect(source().fetch(context({ mark: first.mark }))).rejects.toThrow(
      "a broken file (no whole archive)",
    );
    expect(source().kept()).toEqual([join(folder, "dataset.zip")]);
    expect(readFileSync(join(folder, "dataset.zip")).equals(zip)).toBe(true);
  });

  it("tells what is wrong with who asks and with what, and no secret", async () => {
    const wrong = await source("wrong-key-0123")
      .fetch(context())
      .catch((error: Error) => error);
    expect((wrong as Error).message).toContain("KAGGLE_KEY");
    expect(JSON.stringify(wrong) + (wrong as Error).stack).not.toContain("wrong-key-0123");
    await expect(
      new KaggleSource(
        "k",
        dataset,
        { url: standIn.url, username: undefined, key: undefined },
        folder,
        QUICK,
      ).fetch(context()),
    ).rejects.toThrow("asks for consent (403)");
    await expect(
      source(world.key, world.user, { owner: "no", slug: "body" }).fetch(context()),
    ).rejects.toThrow("does not have no/body");
  });

  it.each([
    [
      "another key",
      "/datasets/view/rounakbanik/the-movies-dataset",
      { authorization: "Bearer x" },
      "GET",
      401,
    ],
    ["nobody", "/datasets/view/rounakbanik/the-movies-dataset", {}, "GET", 403],
    [
      "a dataset that is not there",
      "/datasets/view/no/body",
      { authorization: "Bearer KGAT_0123456789" },
      "GET",
      404,
    ],
    ["another address", "/datasets/list", { authorization: "Bearer KGAT_0123456789" }, "GET", 404],
    [
      "another method",
      "/datasets/view/rounakbanik/the-movies-dataset",
      { authorization: "Bearer KGAT_0123456789" },
      "POST",
      405,
    ],
  ])("in its stand-in refuses %s", async (_, path, headers, method, status) => {
    expect(
      (await fetch(standIn.url + path, { headers: headers as Record<string, string>, method })).status,
    ).toBe(status);
  });

  it("in its stand-in has a store that refuses credentials, and addresses that are not signed", async () => {
    const headers = { authorization: `Bearer ${world.token}` };
    const told = await fetch(`${standIn.url}/datasets/download/${PATH}`, { headers, redirect: "manual" });
    const location = told.headers.get("location") ?? "";
    expect((await fetch(location, { headers })).status).toBe(400);
    expect((await fetch(location.replace("?signed", ""))).status).toBe(403);
    expect((await fetch(location)).status).toBe(200);
  });
});

describe("Wikidata", () => {
  let world: WikidataWorld;
  beforeEach(async () => {
    world = {
      tmdb: new Map([[603, "Matrix"]]),
      imdb: new Map([["tt0000604", "La otra"]]),
      mul: new Map(),
      faults: [],
    };
    standIn = await startWikidata(world);
  });
  const source = (contact = "cine@example.org", timeout = QUICK.timeout) =>
    new WikidataSource({ url: standIn.url, contact }, folder, { ...QUICK, timeout });

  /** A catalogue of films; those of `titled` have a Spanish title. */
  function catalog(ids: readonly number[], titled: readonly number[] = []): () => Catalog {
    const films = {
      id: Int32Array.from(ids),
      rowCount: ids.length,
      titleEs: { get: (row: number) => (titled.includes(ids[row] ?? 0) ? "título" : undefined) },
      imdb: { get: (row: number) => ids[row] },
    };
    return () => ({ films }) as unknown as Catalog;
  }
  const lines = () =>
    readFileSync(join(folder, "labels.jsonl"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => JSON.parse(line));

  it("gives labels for films without a Spanish title, by either id, and is not asked again for them", async () => {
    const fetched = await source().fetch(context({ catalog: catalog([603, 604, 605, 606], [606]) }));
    expect(fetched).toMatchObject({ count: 2, failure: undefined });
    expect(lines().map(({ id, es }) => [id, es])).toEqual([
      [603, "Matrix"],
      [604, "La otra"],
      [605, null],
    ]);
    const queries = standIn.log.length;
    await source().fetch(context({ catalog: catalog([603, 604, 605]) }));
    expect(standIn.log.length).toBe(queries);
    await source().fetch(context({ catalog: catalog([603, 604, 605]), now: new Date("2027-03-01") }));
    expect(standIn.log.length).toBe(queries + 1);
  });

  it("gives the name of all languages where there is no Spanish one, until there is", async () => {
    world.tmdb.delete(603);
    world.mul?.set(603, "The Matrix").set(605, "Amélie").set(606, "千と千尋");
    world.tmdb.set(605, "Amelie");
    const titles = () => lines().map(({ id, es }) => [id, es]);
    await source().fetch(context({ catalog: catalog([603, 605, 606]) }));
    expect(titles()).toEqual([
      [603, "The Matrix"],
      [605, "Amelie"],
      [606, null],
    ]);
    world.tmdb.set(603, "Matrix");
    await source().fetch(context({ catalog: catalog([603, 605]) }));
    expect(titles()).toHaveLength(3);
    await source().fetch(context({ catalog: catalog([603, 605]), now: new Date("2027-03-01") }));
    expect(titles().slice(3)).toEqual([[603, "Matrix"]]);
  });

  it("is asked in batches", async () => {
    await source().fetch(context({ catalog: catalog(Array.from({ length: 450 }, (_, at) => at + 1)) }));
    expect(standIn.log).toEqual(["POST 200", "POST 200", "POST 200"]);
    expect(lines()).toHaveLength(450);
  });

  it.each(["429", "429-wait", "500", "cut", "html", "timeout"] as const)(
    "is asked again after: %s",
    async (fault) => {
      world.faults.push(fault);
      const impatient = source("cine@example.org", fault === "timeout" ? 400 : undefined);
      expect(await impatient.fetch(context({ catalog: catalog([603]) }))).toMatchObject({
        count: 1,
        failure: undefined,
      });
    },
  );

  it("that is away costs what was not asked, and no more", async () => {
    world.faults.push("500", "500", "500");
    const fetched = await source().fetch(context({ catalog: catalog([603]) }));
    expect(fetched.failure?.words.es).toContain("Wikidata no da sparql (500)");
    expect(fetched.inputs).toEqual([join(folder, "labels.jsonl")]);
    expect(lines()).toEqual([]);
    expect((await source().fetch(context({ catalog: catalog([603]) }))).count).toBe(1);
  });

  it("fills in titles, but no film has another for it", async () => {
    await source().fetch(context({ catalog: catalog([603, 604]) }));
    appendFileSync(join(folder, "labels.jsonl"), '{"id":605,"at":"2026');
    await source().fetch(context({ catalog: catalog([603, 604]) }));
    const films = join(folder, "movies.csv");
    appendFileSync(
      films,
      moviesCsv(
        { id: "603", title: "The Matrix" },
        { id: "604", title: "La otra" },
        { id: "605", title: "X" },
      ),
    );
    const { films: read } = await readCatalog([films, join(folder, "labels.jsonl")], {
      report: new BuildReport(),
    });
    expect([603, 604, 605].map((id) => read.get(id)?.titleEs)).toEqual(["Matrix", undefined, undefined]);
  });

  it("in its stand-in refuses who gives no contact, other methods, other queries and large ones", async () => {
    const ask = async (query: string, agent = "test (me@example.org)", method = "POST") =>
      (
        await fetch(standIn.url, {
          method,
          headers: { "user-agent": agent, accept: "application/sparql-results+json" },
          ...(method === "POST" ? { body: new URLSearchParams({ query }) } : {}),
        })
      ).status;
    const query = (count: number) =>
      `{ VALUES ?tmdb { ${'"1" '.repeat(count)} } ?f wdt:P4947 ?tmdb . } { ?f wdt:P345 ?imdb } FILTER(LANG(?label) = "es")`;
    expect(await ask(query(1))).toBe(200);
    expect(await ask(query(1), "node")).toBe(403);
    expect(await ask("SELECT")).toBe(400);
    expect(await ask(query(1), undefined, "GET")).toBe(400);
    expect(await ask(query(501))).toBe(413);
  });
});
