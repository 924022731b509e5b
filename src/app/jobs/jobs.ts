/** What the running program does by itself when it is time. */
import type { Bot } from "../../chat/contract.js";
import type { StorePort } from "../../chat/ports.js";
import { DAILY, daily, dailyJob } from "../../schedule/daily.js";
import { type JobHandler, Runner } from "../../schedule/runner.js";
import type { Surface, SurfaceOptions } from "../../surface/port.js";
import { nightJobs } from "./nights.js";

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
  const nights = nightJobs({
    bot,
    // A surface that is not configured now may be tomorrow.
    deliver: async (place, answer, locale, sending) =>
      (await byName.get(place.platform)?.deliver(place, answer, locale, sending)) ?? "failed",
    calendar: (platform) => byName.get(platform)?.calendar,
    redraw: async (message, answer, locale) =>
      (await byName.get(message.place.platform)?.redraw(message, answer, locale)) ?? "failed",
  });
  const handlers = new Map<string, JobHandler>([...nights, [DAILY, daily]]);
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
