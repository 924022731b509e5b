/** Figures on bringing the data up to date. */
import { Counter, Gauge, type Registry } from "prom-client";
import type { RefreshPort } from "../../../chat/ports.js";

type RefreshStatus = ReturnType<RefreshPort["status"]>;

/** @param status how it stands; undefined where nobody brings data up to date */
export function addRefreshMetrics(registry: Registry, status: () => RefreshStatus | undefined): void {
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `claqueta_refresh_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge("last_run_timestamp_seconds", "When the data was last to be refreshed; 0: never", () =>
    seconds(status()?.lastRun),
  );
  gauge("last_success_timestamp_seconds", "When that last ended with nothing to complain of; 0: never", () =>
    seconds(status()?.lastSuccess),
  );
  gauge("failing", "Whether the last refresh failed or was refused; /datos and the log say why", () =>
    status()?.lastFailure ? 1 : 0,
  );
  gauge("films_added", "Films that the last refresh brought", () => status()?.published?.added ?? 0);
  gauge("films_removed", "Films that it removed", () => status()?.published?.removed ?? 0);
  new Gauge({
    name: "claqueta_refresh_failure_info",
    help: "Which source failed the last refresh, and how, as labels",
    labelNames: ["source", "kind"],
    registers,
    collect() {
      this.reset();
      const failure = status()?.lastFailure;
      if (failure) this.set({ source: failure.source ?? "", kind: failure.kind }, 1);
    },
  });
  new Counter({
    name: "claqueta_refresh_runs_total",
    help: "Refreshes so far, by how they ended",
    labelNames: ["outcome"],
    registers,
    collect() {
      this.reset();
      for (const [outcome, runs] of Object.entries(status()?.runs ?? {})) this.inc({ outcome }, runs);
    },
  });
  new Gauge({
    name: "claqueta_refresh_source_success_timestamp_seconds",
    help: "When each source last answered",
    labelNames: ["source"],
    registers,
    collect() {
      this.reset();
      for (const { name, lastSuccess } of status()?.sources ?? [])
        this.set({ source: name }, seconds(lastSuccess));
    },
  });
}

function seconds(time: string | null | undefined): number {
  return time ? Date.parse(time) / 1000 : 0;
}
