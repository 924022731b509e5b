/** How refreshing stands, in the running program: held in memory, and followed where another process changes it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadConfig } from "../../../src/app/config/config.js";
import { EMPTY_STATE, writeState } from "../../../src/refresh/run/state.js";
import { RefreshService } from "../../../src/refresh/service/service.js";

it("the status is one object for as long as nothing changes, and another once something did", async () => {
  const root = mkdtempSync(join(tmpdir(), "claqueta-service-"));
  const { refresh: settings } = loadConfig({});
  const service = new RefreshService({
    root,
    settings,
    program: "none",
    scheduled: false,
    onEnd: () => undefined,
  });
  try {
    const before = service.status;
    expect(before).toMatchObject({ lastRun: null, lastFailure: null, sources: [] });
    expect(service.status).toBe(before);
    writeState(root, { ...EMPTY_STATE, lastRun: "2026-11-20T08:30:00.000Z" });
    while (service.status === before) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(service.status).toMatchObject({ lastRun: "2026-11-20T08:30:00.000Z" });
    // Where the state is gone, memory is lost, and nothing else.
    rmSync(root, { recursive: true });
    while (service.status.lastRun !== null) await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    service.stop();
    rmSync(root, { recursive: true, force: true });
  }
});
