/** Refreshing as the running programs have it: whose process it is, what is logged, who may ask for it. */
import { join } from "node:path";
import { operatorCommands } from "../../commands/index.js";
import type { Operators, Services } from "../chat/context.js";
import type { Config } from "./config.js";
import type { Logger } from "./log.js";
import { PACKAGE_ROOT } from "../package-root.js";
import type { RefreshReport } from "../refresh/port.js";
import { RefreshService } from "../refresh/service.js";

export interface Refreshing {
  /** What the services are given of it. */
  readonly parts: () => Pick<Services, "refresh" | "operators">;
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
      tell(report, log);
      if (report.outcome === "published") look();
    },
  });
  const { refresher } = service;
  const ids = new Set(settings.owners);
  const operators: Operators | undefined =
    ids.size > 0 ? { ids, commands: operatorCommands, refresher } : undefined;
  return {
    parts: () => ({ refresh: service.status, operators }),
    start: () => service.start(),
    stop: () => service.stop(),
  };
}

function tell({ outcome, version, difference, failures }: RefreshReport, log: Logger): void {
  for (const { source, en } of failures) log.error({ source, outcome }, `refresh: ${en}`);
  if (outcome !== "busy") log.info({ outcome, version, ...difference }, "refreshed");
}
