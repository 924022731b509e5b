/** What the running program does by itself when it is time. */
import type { Bot } from "../../chat/contract.js";
import type { StorePort } from "../../chat/ports.js";
import { DAILY, dailyJob, dailyWork } from "../../schedule/daily.js";
import { type JobHandler, Runner } from "../../schedule/runner.js";
import type { Surface, SurfaceOptions } from "../../surface/port.js";
import { announcementJobs } from "./announcements.js";
import { type NightJobParts, nightJobs } from "./nights.js";
import { lookForServers } from "./servers.js";

export interface Jobs {
  start(): void;
  /** Never rejects. */
  stop(): Promise<void>;
}

/** @param surfaces those that reach people when nobody asked */
export function createJobs(
  store: StorePort,
  surfaces: readonly Surface[],
  { bot, log, now }: Pick<SurfaceOptions, "log" | "now"> & { readonly bot: () => Bot },
): Jobs {
  const byName = new Map(surfaces.map((surface) => [surface.name, surface]));
  // A surface that is not configured now may be tomorrow.
  const deliver: NightJobParts["deliver"] = async (place, answer, locale) =>
    (await byName.get(place.platform)?.deliver(place, answer, locale)) ?? "failed";
  const parts = { bot, deliver };
  const handlers = new Map<string, JobHandler>([
    ...nightJobs(parts),
    ...announcementJobs(parts),
    [DAILY, dailyWork((kept, at) => lookForServers(surfaces, kept, { now: at, log }))],
  ]);
  const runner = new Runner({ store, handlers, log, now });
  return {
    start() {
      runner.start();
      // Where the store is away it is there tomorrow, or at the next start.
      void store()
        .then(({ jobs }) => jobs.schedule([dailyJob(now())]))
        .catch(() => undefined);
    },
    stop: () => runner.stop(),
  };
}
