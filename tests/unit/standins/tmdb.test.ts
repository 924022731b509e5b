/** Every rule of the stand-in TMDB refuses what breaks it. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Fault,
  filmFrom,
  type Packing,
  startTmdb,
  type Tmdb,
  TOKEN,
} from "../../../standins/tmdb/index.js";

let tmdb: Tmdb;
let fault: Fault | undefined;
let packing: Packing = "file";
const films = new Map([603, 604, 605].map((id) => [id, filmFrom(id)]));

beforeAll(async () => {
  tmdb = await startTmdb({
    limit: 40,
    perPage: 2,
    fault: () => fault,
    world: {
      films,
      listed: (day) => (day === "2026-11-19" ? films.values() : undefined),
      packing: () => packing,
      changed: (day) => {
        if (day === "2026-11-10") return Array.from({ length: 1_200 }, (_, at) => (at === 0 ? null : at));
        return day === "2026-11-18" ? [603, 604, 605] : [];
      },
    },
  });
});
afterAll(() => tmdb.close());

async function get(path: string, init: RequestInit = { headers: { authorization: `Bearer ${TOKEN}` } }) {
  const response = await fetch(tmdb.url + path, init);
  return { status: response.status, body: await response.text() };
}

describe("the stand-in TMDB", () => {
  it("gives a film with the parts that were asked for, and no others", async () => {
    const { status, body } = await get(
      "/3/movie/603?language=es-ES&append_to_response=credits,watch%2Fproviders",
    );
    expect(status).toBe(200);
    const film = JSON.parse(body);
    expect(film).toMatchObject({ id: 603, credits: { crew: [{ job: "Director" }] } });
    expect(film["watch/providers"].results.ES.flatrate).toHaveLength(1);
    expect(film.keywords).toBeUndefined();
  });

  it("gives a day's list to anybody", async () => {
    const response = await fetch(`${tmdb.url}/p/exports/movie_ids_11_19_2026.json.gz`);
    const lines = gunzipSync(Buffer.from(await response.arrayBuffer()))
      .toString()
      .trim()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([603, 604, 605]);
  });

  it("says whether a token is valid", async () => {
    const { status, body } = await get("/3/authentication");
    expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 200, success: true });
    const other = await get("/3/authentication", { headers: { authorization: "Bearer another" } });
    expect({ status: other.status, ...JSON.parse(other.body) }).toMatchObject({
      status: 401,
      status_code: 7,
    });
  });

  it("gives the changes of a window page by page", async () => {
    const { body } = await get("/3/movie/changes?start_date=2026-11-18&end_date=2026-11-19&page=2");
    expect(JSON.parse(body)).toMatchObject({
      page: 2,
      total_pages: 2,
      total_results: 3,
      results: [{ id: 605 }],
    });
  });

  it("says how many pages of changes there are, and that some name no film", async () => {
    const { body } = await get("/3/movie/changes?start_date=2026-11-10&end_date=2026-11-10&page=1");
    expect(JSON.parse(body)).toMatchObject({ total_pages: 600, results: [{ id: null }, { id: 1 }] });
  });

  it.each<[Packing, string | null, boolean]>([
    ["none", null, false],
    ["transport", "gzip", false],
    ["both", "gzip", true],
  ])("packs a list as it is told to: %s", async (how, encoding, isPacked) => {
    packing = how;
    const response = await fetch(`${tmdb.url}/p/exports/movie_ids_11_19_2026.json.gz`);
    const [first] = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(first === 0x1f).toBe(isPacked);
    packing = "file";
  });

  it.each([
    ["no token", "/3/movie/603", {}, 401],
    ["another token", "/3/movie/603", { headers: { authorization: "Bearer x" } }, 401],
    [
      "another method",
      "/3/movie/603",
      { method: "POST", headers: { authorization: `Bearer ${TOKEN}` } },
      405,
    ],
    ["a film that is not there", "/3/movie/606", undefined, 404],
    ["another address", "/3/film/603", undefined, 404],
    ["21 parts", `/3/movie/603?append_to_response=${"a,".repeat(21)}`, undefined, 400],
    ["a window of 15 days", "/3/movie/changes?start_date=2026-11-01&end_date=2026-11-15", undefined, 422],
    [
      "a window that ends before it begins",
      "/3/movie/changes?start_date=2026-11-02&end_date=2026-11-01",
      undefined,
      422,
    ],
    ["no day", "/3/movie/changes?start_date=x&end_date=2026-11-01", undefined, 422],
    ["a page too many", "/3/movie/changes?start_date=2026-11-18&end_date=2026-11-18&page=3", undefined, 400],
    ["page 501", "/3/movie/changes?start_date=2026-11-10&end_date=2026-11-10&page=501", undefined, 400],
    ["page 0", "/3/movie/changes?start_date=2026-11-18&end_date=2026-11-18&page=0", undefined, 400],
    ["the list of another day", "/p/exports/movie_ids_11_20_2026.json.gz", {}, 403],
  ])("refuses %s", async (_, path, init, status) => {
    expect((await get(path, init)).status).toBe(status);
  });

  it("refuses too many requests in a second", async () => {
    const all = await Promise.all(Array.from({ length: 45 }, () => get("/3/movie/603")));
    expect(all.some(({ status }) => status === 429)).toBe(true);
    expect(tmdb.peak()).toBeGreaterThanOrEqual(45);
  });

  it("breaks in every way it is told to", async () => {
    const path = "/p/exports/movie_ids_11_19_2026.json.gz";
    fault = { kind: "status", status: 503, retryAfter: "7" };
    const busy = await fetch(tmdb.url + path);
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "7"]);
    fault = { kind: "html" };
    expect((await get(path)).body).toContain("<!doctype");
    fault = { kind: "html", status: 404 };
    expect(await get(path)).toMatchObject({ status: 404, body: expect.stringContaining("<!doctype") });
    fault = { kind: "cut" };
    await expect(get(path)).rejects.toThrow();
    fault = { kind: "truncated" };
    const half = Buffer.from(await (await fetch(tmdb.url + path)).arrayBuffer());
    expect(() => gunzipSync(half)).toThrow();
    fault = { kind: "hang" };
    await expect(get(path, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    fault = undefined;
  });
});
