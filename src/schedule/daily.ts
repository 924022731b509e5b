/** What is done once a day, by one of the processes: what is kept for a while only is forgotten. */
import type { CommunityId, NewJob, Repositories } from "../store/port.js";
import { purgeGone } from "../store/purge.js";
import type { JobHandler } from "./runner.js";

export const DAILY = "daily";

const DAY = 24 * 60 * 60_000;

/** Days that things are kept. */
const KEPT = {
  /** Platforms deliver again within a day. */
  seen: 3,
  /** A job that was done is not done again: a night goes on for 30 days, and may be reopened. */
  jobs: 120,
  buttons: 180,
  /** Whoever answers forgets them after minutes; here is what was left where nobody did any more. */
  shared: 1,
  /** No film of the day comes again within a year. */
  announcements: 400,
} as const;

const MOST_BUTTONS = 1_000_000;

/** The job of a day; of a day for which it was done already, nothing is scheduled. */
export function dailyJob(day: Date): NewJob {
  const date = day.toISOString().slice(0, 10);
  return { kind: DAILY, key: date, payload: "{}", due: new Date(`${date}T00:00:00Z`), once: true };
}

/** Looks who is still there; gives those of whom that is not certain now. */
export type Look = (store: Repositories, now: Date) => Promise<ReadonlySet<CommunityId>>;

/** Looks who is still there, forgets what is old, and sees to tomorrow. */
export function dailyWork(look?: Look): JobHandler {
  return async (_job, store, now) => {
    await store.jobs.schedule([dailyJob(new Date(now.getTime() + DAY))]);
    await forgetOld(store, now, await look?.(store, now));
    return "done";
  };
}

async function forgetOld(
  store: Repositories,
  now: Date,
  uncertain: ReadonlySet<CommunityId> | undefined,
): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  await store.seen.purge(before(KEPT.seen));
  await store.answers.purge(before(KEPT.shared));
  await store.counts.purge(before(KEPT.shared));
  await store.jobs.purge(before(KEPT.jobs));
  await store.buttons.purge(before(KEPT.buttons), MOST_BUTTONS);
  await store.announcements.purge(before(KEPT.announcements));
  await purgeGone(store, now, uncertain);
}
