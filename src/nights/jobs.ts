/** What a night needs done later, as jobs of the store: scheduled and cancelled with the events that they follow from. */
import { z } from "zod";
import { winnerOf } from "../events/night/ended.js";
import type { NightEvent } from "../events/night/events/schema.js";
import { dueJobs, type NightJobKind } from "../events/night/jobs.js";
import type { Night } from "../events/night/state.js";
import type { CommunityId, Happening, JobKey, NewJob } from "../store/port.js";

/** Tells a night's chat what happened by itself: that voting is over, or that it begins. */
export const NOTICE = "night-notice";

/** Draws the messages anew that show a night. */
export const REDRAW = "night-redraw";

/** Brings the calendar up to date with when the film is shown. */
export const CALENDAR = "night-calendar";

/** How often at most: what happens in between is drawn at once. */
const REDRAW_EVERY = 4_000;

export const NIGHT_JOB_KINDS = [
  "night-lock",
  "night-close",
  "night-vote-reminder",
  "night-showing-reminder",
  "night-attendance",
  NOTICE,
  REDRAW,
  CALENDAR,
] as const satisfies readonly (NightJobKind | typeof NOTICE | typeof REDRAW | typeof CALENDAR)[];

export type KeptJobKind = (typeof NIGHT_JOB_KINDS)[number];

const payloadSchema = z.object({
  night: z.string(),
  /** Of a notice: what happened, and when. */
  about: z.enum(["closed", "locked", "moved"]).optional(),
  at: z.string().optional(),
  /** Of what is told: since when it is being sent. */
  sending: z.string().optional(),
});

export type NightJobPayload = Readonly<z.infer<typeof payloadSchema>>;

/** Shows a night anew where its group is now: the messages that showed it were left behind. */
export function movedNotice(night: string, community: CommunityId, now: Date): NewJob {
  const payload = JSON.stringify({ night, about: "moved", at: now.toISOString() } satisfies NightJobPayload);
  return {
    kind: NOTICE,
    key: `${night}:moved:${community}`,
    payload,
    due: now,
    community,
    night,
    once: true,
  };
}

/** Undefined for what no job of a night carries. */
export function readPayload(text: string): NightJobPayload | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

interface Step {
  readonly id: string;
  readonly community: CommunityId;
  /** Undefined where the night begins. */
  readonly before: Night | undefined;
  readonly after: Night;
  readonly events: readonly NightEvent[];
  /** The number of the event before those. */
  readonly last: number;
  readonly now: Date;
}

/** What changes of a night's jobs by what happened to it. */
export function jobsOf({
  id,
  community,
  before,
  after,
  events,
  last,
  now,
}: Step): Required<Pick<Happening, "jobs" | "cancelled">> {
  const were = new Map((before ? dueJobs(id, before, now) : []).map((job) => [job.key, job]));
  const are = new Map(dueJobs(id, after, now).map((job) => [job.key, job]));
  const own = { community, night: id, once: true };
  const jobs: NewJob[] = [...are.values()]
    .filter(({ key, status }) => !were.has(key) && status !== "lapsed")
    .map(({ kind, key, due }) => ({ ...own, kind, key, due, payload: JSON.stringify({ night: id }) }));
  const cancelled: JobKey[] = [...were.values()]
    .filter(({ key }) => !are.has(key))
    .map(({ kind, key }) => ({ kind, key }));
  // What people did themselves they were told at once.
  for (const [at, event] of events.entries()) {
    const about = event.by === null ? NOTICE_OF[event.kind] : undefined;
    if (about === undefined) continue;
    const payload = JSON.stringify({ night: id, about, at: event.at } satisfies NightJobPayload);
    jobs.push({ ...own, kind: NOTICE, key: `${id}:notice:${last + at + 1}`, due: now, payload });
  }
  const later = { community, night: id, payload: JSON.stringify({ night: id }) };
  // Whoever opened it sees it as it is. All that happens within a few seconds is one job.
  if (before !== undefined) {
    const due = new Date((Math.floor(now.getTime() / REDRAW_EVERY) + 1) * REDRAW_EVERY);
    jobs.push({ kind: REDRAW, key: id, due, ...later });
  }
  if (inCalendar(before) !== inCalendar(after)) {
    jobs.push({ kind: CALENDAR, key: id, due: now, ...later });
    // From then on who sees it says that they came, no longer that they will.
    if (after.showing !== null)
      jobs.push({ kind: REDRAW, key: `${id}:begun`, due: new Date(after.showing.instant), ...later });
  }
  return { jobs, cancelled };
}

/** What a calendar tells of a night: nothing where nothing is shown. */
function inCalendar(night: Night | undefined): string {
  if (night === undefined || night.showing === null || night.ending?.kind === "cancelled") return "";
  const winner = winnerOf(night);
  return night.ending !== null && winner === null ? "" : `${night.showing.instant} ${winner ?? ""}`;
}

const NOTICE_OF: Partial<Readonly<Record<NightEvent["kind"], "closed" | "locked">>> = {
  closed: "closed",
  proposalsLocked: "locked",
};
