/** From what a community has set to what is due when. */
import { addDays, type Day, instantOf, isTimeZone, wallTimeOf } from "../events/time/zoned.js";
import { NEVER } from "../settings/declaration.js";
import type { Settings } from "../settings/declared.js";
import { readStored, resolve } from "../settings/resolve.js";
import type { CommunityId, NewJob, Repositories, Scope, Setting } from "../store/port.js";
import {
  ANNOUNCEMENT_JOBS,
  ANNOUNCEMENT_KINDS,
  type AnnouncementKind,
  type AnnouncementPayload,
  jobKeyOf,
  readPayload,
} from "./jobs.js";

/** Something that is posted somewhere every day at an hour. */
export interface Planned {
  readonly kind: AnnouncementKind;
  readonly scope: Scope;
  /** "21:30". */
  readonly hour: string;
  readonly zone: string;
}

/** The zone of a place; UTC where none is set. */
export function zoneOf({ timeZone }: Pick<Settings, "timeZone">): string {
  return isTimeZone(timeZone) ? timeZone : "UTC";
}

/** What is to be posted of all that a community has set. Only the very place counts for which it is set. */
export function plannedOf(values: readonly Setting[], operators: Settings): readonly Planned[] {
  return ANNOUNCEMENT_KINDS.flatMap((kind) =>
    values.flatMap(({ scope, key, value }): Planned[] => {
      const hour = key === kind ? readStored(kind, value) : undefined;
      if (typeof hour !== "string" || hour === NEVER) return [];
      return [{ kind, scope, hour, zone: zoneOf(resolve(values, scope, operators)) }];
    }),
  );
}

/** What holds in one place of those; undefined where nothing of that kind is posted there. */
export function plannedAt(
  values: readonly Setting[],
  { kind, scope }: Pick<Planned, "kind" | "scope">,
  operators: Settings,
): Planned | undefined {
  const key = jobKeyOf(scope);
  return plannedOf(values, operators).find((one) => one.kind === kind && jobKeyOf(one.scope) === key);
}

/** When it is due on the day that clocks of its zone show at an instant, and that day: "2026-11-29". */
export function slotOn(now: Date, { hour, zone }: Planned): { readonly day: string; readonly due: Date } {
  const today = wallTimeOf(now, zone);
  return { day: dayOf(today), due: dueOn(today, hour, zone) ?? now };
}

/** When it is due next after an instant. */
export function nextSlot(now: Date, planned: Planned): Date {
  const { hour, zone } = planned;
  const today = slotOn(now, planned).due;
  if (today > now) return today;
  return dueOn(addDays(wallTimeOf(now, zone), 1), hour, zone) ?? new Date(today.getTime() + DAY);
}

const DAY = 24 * 60 * 60_000;

function dueOn(date: Day, hour: string, zone: string): Date | undefined {
  const [hours = 0, minutes = 0] = hour.split(":").map(Number);
  const { year, month, day } = date;
  return instantOf({ year, month, day, hour: hours, minute: minutes }, zone)?.instant;
}

function dayOf({ year, month, day }: Day): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export function jobOf(planned: Planned, payload: AnnouncementPayload, due: Date): NewJob {
  const { kind, scope } = planned;
  return {
    kind: ANNOUNCEMENT_JOBS[kind],
    key: jobKeyOf(scope),
    payload: JSON.stringify(payload),
    due,
    community: scope.community,
  };
}

export interface Planning {
  readonly operators: Settings;
  /** The language of whoever switched something on just now. */
  readonly tag: string;
  readonly now: Date;
}

/** Brings a community's jobs in line with what it has set, after a change of it. What is in line already is left alone. */
export async function replan(
  { settings, jobs }: Pick<Repositories, "settings" | "jobs">,
  community: CommunityId,
  { operators, tag, now }: Planning,
): Promise<void> {
  const [{ values }, pending] = await Promise.all([settings.all(community), jobs.pending({ community })]);
  const kinds: ReadonlySet<string> = new Set(Object.values(ANNOUNCEMENT_JOBS));
  const left = new Map(
    pending.filter(({ kind }) => kinds.has(kind)).map((job) => [`${job.kind} ${job.key}`, job]),
  );
  const moved: NewJob[] = [];
  for (const planned of plannedOf(values, operators)) {
    const { kind, scope } = planned;
    const name = `${ANNOUNCEMENT_JOBS[kind]} ${jobKeyOf(scope)}`;
    const known = left.get(name);
    left.delete(name);
    const due = nextSlot(now, planned);
    // What is due at this moment is being seen to, and sees itself to what comes next.
    if (known && (known.due.getTime() === due.getTime() || isOfHour(known.due, planned, now))) continue;
    const since = { kind, scope, tag, since: now.toISOString() };
    moved.push(jobOf(planned, (known && readPayload(known.payload)) ?? since, due));
  }
  if (moved.length > 0) await jobs.schedule(moved);
  for (const { kind, key } of left.values()) await jobs.cancel({ kind, key });
}

/**
 * A community is to go on under another id: what is due there is due there as well. What was planned under the old id finds
 * nothing set there any more, and ends by itself.
 */
export async function copyJobs(
  { jobs }: Pick<Repositories, "jobs">,
  from: CommunityId,
  to: CommunityId,
): Promise<void> {
  const chatOf = (community: CommunityId) => community.slice(community.indexOf(":") + 1);
  for (const { kind, payload, due } of await jobs.pending({ community: from })) {
    const known = readPayload(payload);
    if (known === undefined) continue;
    const { channel, ...rest } = known.scope;
    const moved = channel === chatOf(from) ? chatOf(to) : channel;
    const scope: Scope = { ...rest, community: to, ...(moved === undefined ? {} : { channel: moved }) };
    await jobs.schedule([
      {
        kind,
        key: jobKeyOf(scope),
        payload: JSON.stringify({ ...known, scope }),
        due,
        community: to,
      },
    ]);
  }
}

/** Whether a job of today that is due is the one that the setting asks for. */
function isOfHour(due: Date, planned: Planned, now: Date): boolean {
  return due <= now && due.getTime() >= slotOn(now, planned).due.getTime();
}
