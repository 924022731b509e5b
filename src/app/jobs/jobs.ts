/** What the running program does by itself when it is time. */
import type { Answer } from "../../chat/answer/schema.js";
import type { Place } from "../../chat/asking.js";
import type { Bot } from "../../chat/contract.js";
import type { Locale } from "../../chat/locale.js";
import type { StorePort } from "../../chat/ports.js";
import { DAILY, dailyJob, dailyWork } from "../../schedule/daily.js";
import { type JobHandler, Runner } from "../../schedule/runner.js";
import type { Delivery, Sending, Surface, SurfaceOptions } from "../../surface/port.js";
import { announcementJobs } from "./announcements.js";
import { nightJobs } from "./nights.js";
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
  const deliver = async (
    place: Place,
    answer: Answer,
    locale: Locale,
    sending?: Sending,
  ): Promise<Delivery> =>
    (await byName.get(place.platform)?.deliver(place, answer, locale, sending)) ?? "failed";
  const nights = nightJobs({
    bot,
    deliver,
    calendar: (platform) => byName.get(platform)?.calendar,
    redraw: async (message, answer, locale) =>
      (await byName.get(message.place.platform)?.redraw(message, answer, locale)) ?? "failed",
  });
  const handlers = new Map<string, JobHandler>([
    ...nights,
    ...announcementJobs({ bot, deliver }),
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
