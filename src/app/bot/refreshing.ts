/** Refreshing as the running programs have it: whose process it is, and what is logged. */
import { join } from "node:path";
import { buildFacts } from "../../catalog/versions/build-told.js";
import type { RefreshPort } from "../../chat/ports.js";
import { PACKAGE_ROOT } from "../../package-root.js";
import type { RefreshReport } from "../../refresh/port.js";
import { RefreshService } from "../../refresh/service/service.js";
import type { Config } from "../config/config.js";
import type { Logger } from "../log.js";

export interface Refreshing {
  readonly port: RefreshPort;
  start(): void;
  stop(): void;
}

/**
 * @param scheduled whether this process refreshes when it is time
 * @param look called once another version may be in use
 */
export function createRefreshing(
  { dataDir, refresh: settings }: Pick<Config, "dataDir" | "refresh">,
  log: Logger,
  scheduled: boolean,
  look: () => void,
): Refreshing {
  const service = new RefreshService({
    root: dataDir,
    settings,
    program: join(PACKAGE_ROOT, "dist/src/cli/refresh.js"),
    scheduled,
    onEnd: (report) => {
      tell(report, dataDir, log);
      if (report.outcome === "published") look();
    },
    // Its log is part of ours: what it says of a bug stands nowhere else.
    onLog: (line) => void process.stderr.write(`${line}\n`),
  });
  return {
    port: { status: () => service.status, refresher: service.refresher },
    start: () => service.start(),
    stop: () => service.stop(),
  };
}

/** What the build found wrong in the sources is told with its version; the whole of it is the report beside that. */
function tell({ outcome, version, difference, failures }: RefreshReport, dataDir: string, log: Logger): void {
  for (const { source, kind, id, en, trace } of failures) {
    log.error({ id, source, kind, outcome, trace }, `refresh: ${en}`);
  }
  if (outcome === "busy") return;
  const told = version === null ? undefined : buildFacts(dataDir, version).told;
  log.info(
    { outcome, version, ...difference, ...(told === undefined ? {} : { sources: told }) },
    "refreshed",
  );
}
