/** What operators see. */
import { describe, expect, it } from "vitest";
import { ask } from "../../../../../src/chat/ask.js";
import type { Edition } from "../../../../../src/chat/contract.js";
import type { Refresher, RefreshStatus } from "../../../../../src/refresh/port.js";
import { QuestionCounts } from "../../../../../src/surface/question-counts.js";
import { asking, bot, createBot } from "../../../../support/fakes.js";
import { hostOf, listening } from "../../../../support/http-host.js";

describe("for operators", () => {
  it("tells that it lives, is ready, and what it did, without a word of what was typed", async () => {
    const from = await hostOf(bot);
    await from.get("/api/votos/hunter2");
    await from.get("/api/votos/titanic");
    await from.get("/api/hunter2");
    expect(await from.get("/healthz")).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(JSON.parse((await from.get("/readyz")).text)).toEqual({
      status: "ready",
      version: "v1",
      films: 45433,
    });
    const { text, headers } = await from.get("/metrics");
    expect(headers["content-type"]).toContain("text/plain");
    expect(text).toContain('claqueta_http_requests_total{command="votos",status="200"} 1');
    expect(text).toContain('claqueta_http_requests_total{command="votos",status="404"} 1');
    expect(text).toContain('claqueta_http_requests_total{command="other",status="404"} 1');
    expect(text).toContain('claqueta_http_request_duration_seconds_count{command="votos"} 2');
    expect(text).toContain("claqueta_films 45433");
    expect(text).toContain('claqueta_index_info{version="v1"} 1');
    expect(text).toContain(`claqueta_build_info{version="1.2.3",node="${process.versions.node}"} 1`);
    const age = asking().now.getTime() - Date.parse(bot.edition.catalog.manifest.dataDate);
    expect(text).toContain(`claqueta_data_age_seconds ${age / 1000}`);
    expect(text).toContain("nodejs_eventloop_lag_seconds");
    expect(text).not.toContain("hunter2");
  });

  it("tells how bringing the data up to date stands, and never the words of what went wrong", async () => {
    const status: RefreshStatus = {
      lastRun: "2026-01-02T03:04:05Z",
      lastSuccess: null,
      lastFailure: { at: "2026-01-02T03:04:06Z", source: "tmdb", kind: "unreachable", id: "0a1b2c3d" },
      sources: [{ name: "tmdb", lastSuccess: "2026-01-01T00:00:00Z", asOf: null, count: null }],
      published: { version: "v1", at: "2026-01-01T00:00:00Z", added: 3, removed: 1 },
      runs: { failed: 2 },
    };
    const refresher: Refresher = { run: () => Promise.reject(new Error("nobody asks")), progress: undefined };
    const refresh = { status: () => status, refresher };
    const { text } = await (await hostOf(createBot({ ports: { refresh } }))).get("/metrics");
    expect(text).toContain("claqueta_refresh_failing 1");
    expect(text).toContain('claqueta_refresh_failure_info{source="tmdb",kind="unreachable"} 1');
    expect(text).toContain(
      `claqueta_refresh_last_run_timestamp_seconds ${Date.parse(status.lastRun ?? "") / 1000}`,
    );
    expect(text).toContain("claqueta_refresh_last_success_timestamp_seconds 0");
    expect(text).toContain('claqueta_refresh_runs_total{outcome="failed"} 2');
    expect(text).toContain("claqueta_refresh_films_added 3");
    expect(text).toContain('claqueta_refresh_source_success_timestamp_seconds{source="tmdb"} 1767225600');
    expect(text).not.toContain("0a1b2c3d");
  });
});

describe("what was wrong in the sources", () => {
  const told = { repaired: 1, merged: 0, refused: 1200, doubtful: 2 };
  const withTold: Partial<Edition> = { catalog: { ...bot.edition.catalog, told } };

  it("is in /readyz in figures", async () => {
    const from = await hostOf(createBot({ edition: withTold }));
    expect(JSON.parse((await from.get("/readyz")).text)).toMatchObject({ status: "ready", sources: told });
  });
});

describe("a part that does not work", () => {
  it("is told by name, and everything else answers", async () => {
    const edition: Edition = { ...bot.edition, damaged: () => ["recommendations"] };
    const fails = () => Promise.reject(new Error());
    const charts = { draw: fails, plot: fails, raster: fails };
    const from = await hostOf({
      ...createBot({ ports: { charts: { ...charts, isDamaged: true } } }),
      edition,
    });
    const { status, text } = await from.get("/readyz");
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ status: "degraded", degraded: ["recommendations", "charts"] });
    const figures = (await from.get("/metrics")).text;
    expect(figures).toContain('claqueta_part_up{part="recommendations"} 0');
    expect(figures).toContain('claqueta_part_up{part="charts"} 0');
    expect(figures).toContain('claqueta_part_up{part="full_text"} 1');
    expect(figures).not.toContain('part="store"');
    expect((await from.get("/api/votos/titanic")).status).toBe(200);
  });
});

describe("questions on platforms", () => {
  it("are counted by command and by what came of them, and by nothing that is typed", async () => {
    const questions = new QuestionCounts();
    const discord = questions.of("discord", () => bot);
    expect(discord()).toBe(discord());
    for (const line of [
      "/votos titanic",
      "/votos toy story",
      "/votos hunter2",
      "/nada hunter2",
      "/recomendar hunter2 cantidad=99",
    ])
      await ask(discord(), line, asking());
    // Those of others are not.
    await ask(bot, "/votos titanic", asking());
    const { text } = await (await hostOf(bot, { questions })).get("/metrics");
    const counted = text.split("\n").filter((line) => line.startsWith("claqueta_questions_total{"));
    expect(counted.sort()).toEqual([
      'claqueta_questions_total{surface="discord",command="",outcome="unknown_command"} 1',
      'claqueta_questions_total{surface="discord",command="recomendar",outcome="invalid_parameter"} 1',
      'claqueta_questions_total{surface="discord",command="votos",outcome="empty"} 1',
      'claqueta_questions_total{surface="discord",command="votos",outcome="ok"} 2',
    ]);
  });
});

describe("an address of their own for figures", () => {
  it("has them, and how it stands; the server itself tells no figures", async () => {
    const probe = await listening(bot);
    const port = Number(new URL(probe.address).port);
    await probe.close();
    const own = { host: "127.0.0.1", port };
    const server = await listening(bot, { settings: { metricsAddress: own } });
    try {
      const apart = `http://127.0.0.1:${port}`;
      expect(await (await fetch(`${apart}/metrics`)).text()).toContain("claqueta_films 45433");
      expect((await fetch(`${apart}/readyz`)).status).toBe(200);
      expect((await fetch(`${apart}/api/votos/titanic`)).status).toBe(404);
      expect((await fetch(`${server.address}/metrics`)).status).toBe(404);
      expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    } finally {
      await server.close();
    }
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });
});

describe("the log of requests", () => {
  const lines = async (accessLog: "off" | "on" | "full") => {
    const from = await hostOf(createBot(), { settings: { accessLog } });
    await from.get("/api/votos/hunter2");
    return from.logged.filter(({ message }) => message === "request").map(({ details }) => details);
  };

  it("is none unless it is wanted", async () => {
    expect(await lines("off")).toEqual([]);
  });

  it("tells what was asked, not what was typed nor by whom", async () => {
    const [line, ...more] = await lines("on");
    expect(more).toEqual([]);
    expect(line).toMatchObject({ method: "GET", command: "votos", status: 404 });
    expect(Object.keys(line ?? {}).sort()).toEqual(["bytes", "command", "method", "ms", "status"]);
    expect(JSON.stringify(line)).not.toContain("hunter2");
  });

  it("tells all of it where all is wanted", async () => {
    expect(await lines("full")).toMatchObject([{ client: "127.0.0.1", url: "/api/votos/hunter2" }]);
  });
});
