/** Groups whose platform gave them another id: what is kept of them goes along, however long the store is away. */
import { copyJobs } from "../../announcements/plan.js";
import type { Place } from "../../chat/asking.js";
import type { Log } from "../../chat/errors/errors.js";
import { communityOf } from "../../chat/kept.js";
import type { GroupMoved, PlaceSettings } from "../../chat/ports.js";
import { movedNotice } from "../../nights/jobs.js";
import { rereadNight } from "../../nights/nights.js";
import type { CommunityId, Repositories } from "../../store/port.js";

/** Milliseconds after which it is tried again; each time twice as long, up to the second. */
const RETRY = { first: 1_000, longest: 60_000 } as const;

export interface MovedGroupsOptions {
  /** Rejects while the store is away. */
  readonly opened: () => Promise<Repositories>;
  /** Whether anything may be kept: of what is not, nothing goes along. */
  readonly isInUse: () => boolean;
  readonly places: PlaceSettings;
  readonly log: Log;
  readonly now: () => Date;
}

export function movedGroups(options: MovedGroupsOptions): GroupMoved {
  return (from, to) => {
    if (options.isInUse()) void takeAlong(options, from, to, RETRY.first);
  };
}

/** Never rejects. */
async function takeAlong(options: MovedGroupsOptions, from: Place, to: Place, retry: number): Promise<void> {
  const { opened, places, log, now } = options;
  const [before, after] = [communityOf(from), communityOf(to)];
  try {
    await moveGroup(await opened(), before, after, now());
    await places.reread(to);
    log.info({ before, after }, "what is kept of a group goes along to its new id");
  } catch (error) {
    log.warn({ err: error, before, after }, "a group moved, and what is kept of it waits for the store");
    const again = () => void takeAlong(options, from, to, Math.min(RETRY.longest, retry * 2));
    setTimeout(again, retry).unref();
  }
}

/** Everything of a community under another id. Done again, also by another process, it is as if done once. */
export async function moveGroup(
  store: Pick<Repositories, "communities" | "jobs" | "nights">,
  from: CommunityId,
  to: CommunityId,
  now: Date,
): Promise<void> {
  const open = await store.nights.open(from);
  // First what is due: whoever dies before the rest went along is told of the move again.
  await copyJobs(store, from, to);
  await store.jobs.schedule(open.map(({ id }) => movedNotice(id, to, now)));
  await store.communities.moved(from, to);
  for (const { id } of open) await rereadNight(store, id);
}
