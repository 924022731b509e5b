/** What the doctor says of the sources of data, against stand-ins. */
import { afterEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../../src/app/config/config.js";
import { sourceFindings } from "../../../src/app/doctor/sources.js";
import { startKaggle } from "../../../standins/sources/index.js";
import { startTmdb, TOKEN } from "../../../standins/tmdb/index.js";
import { linesOf } from "./found.js";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

const look = async (env: Record<string, string>) =>
  linesOf(await sourceFindings(loadConfig(env).refresh, 300));

describe("TMDB", () => {
  async function tmdb(env: Record<string, string>): Promise<readonly string[]> {
    const world = { films: new Map(), listed: () => undefined, changed: () => [] };
    const server = await startTmdb({ world });
    open.push(() => server.close());
    return look({ SOURCES: "tmdb,starter", TMDB_API_URL: server.url, ...env });
  }

  it("says whether the token is valid, without it", async () => {
    expect(await tmdb({ TMDB_TOKEN: TOKEN })).toEqual(["✓ TMDB: el token vale"]);
    const wrong = await tmdb({ TMDB_TOKEN: "made-up-and-wrong" });
    expect(wrong).toEqual([expect.stringMatching(/^✗ TMDB no acepta el token de TMDB_TOKEN \(401\) → /u)]);
    expect(wrong.join()).not.toContain("made-up");
  });

  it("that cannot be reached is told", async () => {
    const gone = await startTmdb({ world: { films: new Map(), listed: () => undefined, changed: () => [] } });
    await gone.close();
    expect(await tmdb({ TMDB_TOKEN: TOKEN, TMDB_API_URL: gone.url })).toEqual([
      expect.stringMatching(/^✗ TMDB no da 3\/authentication \(ECONNREFUSED\) → /u),
    ]);
  });

  it("whose token is set and that no source names is not used", async () => {
    expect(await look({ TMDB_TOKEN: TOKEN })).toEqual([
      "! TMDB_TOKEN: está puesto, y SOURCES no nombra tmdb: no se usa → pon SOURCES=tmdb,starter",
    ]);
  });
});

describe("Kaggle", () => {
  it("says whether it gives the dataset to us", async () => {
    const datasets = new Map([
      ["owner/films", { lastUpdated: "2017-11-10T00:00:00Z", zip: Buffer.alloc(0) }],
    ]);
    const world = { user: "ana", key: "made_up_key", token: "made_up_token", datasets, faults: [] };
    const kaggle = await startKaggle(world);
    open.push(() => kaggle.close());
    const env = { SOURCES: "kaggle:owner/films", KAGGLE_API_URL: kaggle.url };
    expect(await look({ ...env, KAGGLE_KEY: "made_up_token" })).toEqual([
      "✓ Kaggle: da owner/films, del 2017-11-10",
    ]);
    const wrong = await look({ ...env, KAGGLE_USERNAME: "ana", KAGGLE_KEY: "wrong_and_made_up" });
    expect(wrong).toEqual([expect.stringMatching(/^✗ Kaggle no acepta KAGGLE_USERNAME y KAGGLE_KEY/u)]);
    expect(wrong.join()).not.toContain("wrong_and_made_up");
    expect(await look({ ...env, SOURCES: "kaggle:owner/none", KAGGLE_KEY: "made_up_token" })).toEqual([
      expect.stringMatching(/^✗ Kaggle no tiene owner\/none/u),
    ]);
  });
});
