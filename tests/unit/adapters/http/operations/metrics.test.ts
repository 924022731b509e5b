/** What operators see. */
import { describe, expect, it } from "vitest";
import type { Refresher, RefreshStatus } from "../../../../../src/refresh/port.js";
import { bot, createBot } from "../../../../support/fakes.js";
import { hostOf } from "../../../../support/http-host.js";

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
    expect(text).toContain('claqueta_refresh_runs{outcome="failed"} 2');
    expect(text).toContain("claqueta_refresh_films_added 3");
    expect(text).toContain('claqueta_refresh_source_success_timestamp_seconds{source="tmdb"} 1767225600');
    expect(text).not.toContain("0a1b2c3d");
  });
});
