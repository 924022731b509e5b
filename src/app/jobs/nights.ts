/** What is due of film nights: the clock asks what it may, and their chats are told. */
import { type Announcing, announcement, localeOf } from "../../../commands/night/announce.js";
import type { Answer } from "../../chat/answer/schema.js";
import type { Bot } from "../../chat/contract.js";
import type { Locale } from "../../chat/locale.js";
import { settingsAt } from "../../chat/place-settings.js";
import { dueJobs } from "../../events/night/jobs.js";
import { type KeptJobKind, NOTICE, readPayload } from "../../nights/jobs.js";
import type { KeptNight } from "../../nights/kept.js";
import { handle, readNight } from "../../nights/nights.js";
import type { Done, JobHandler } from "../../schedule/runner.js";
import type { ClaimedJob, StoredPlace } from "../../store/port.js";
import type { Delivery } from "../../surface/port.js";

export interface NightJobParts {
  readonly bot: () => Bot;
  /** Sends an answer to a place, through the surface that it names. Never rejects. */
  readonly deliver: (place: StoredPlace, answer: Answer, locale: Locale) => Promise<Delivery>;
}

/** From then on it is told that it comes late. */
const LATE = 90_000;
/** What happened so long ago nobody needs to be told any more: whoever asks sees it. */
const STALE = 7 * 24 * 60 * 60_000;

export function nightJobs(parts: NightJobParts): ReadonlyMap<KeptJobKind, JobHandler> {
  const ofNight =
    (work: (kept: KeptNight, job: ClaimedJob, now: Date) => Promise<Done>): JobHandler =>
    async (job, store, now) => {
      const id = readPayload(job.payload)?.night;
      const kept = id === undefined ? undefined : await readNight(store, id);
      // Whose night is gone has nothing left to do.
      return kept === undefined ? "done" : work(kept, job, now);
    };
  const byClock =
    (kind: "lock" | "close"): JobHandler =>
    async (job, store, now) => {
      const id = readPayload(job.payload)?.night;
      if (id === undefined) return "done";
      const handled = await handle(store, id, { kind }, { key: `clock/${job.key}`, now, actor: "clock" });
      // Moved since: the job of the new time is there.
      return handled.ok || handled.refusal.code !== "not_due" ? "done" : "again";
    };
  const remind = ofNight((kept, job, now) => reminded(parts, kept, job, now));
  return new Map<KeptJobKind, JobHandler>([
    ["night-lock", byClock("lock")],
    ["night-close", byClock("close")],
    ["night-vote-reminder", remind],
    ["night-showing-reminder", remind],
    [NOTICE, ofNight((kept, job, now) => noticed(parts, kept, job, now))],
  ]);
}

async function noticed(parts: NightJobParts, kept: KeptNight, job: ClaimedJob, now: Date): Promise<Done> {
  const { about, at } = readPayload(job.payload) ?? {};
  const since = at === undefined ? now : new Date(at);
  if (about === undefined || now.getTime() - since.getTime() > STALE) return "done";
  // Reopened or closed again meanwhile: what is announced is no longer so.
  if ((about === "closed") !== (kept.night.ending?.kind === "closed")) return "done";
  if (about === "closed" && (await isSilent(parts, kept))) return "done";
  const { proposalsUntil } = kept.night.rules;
  const owed = about === "closed" ? kept.night.deadline : (proposalsUntil ?? since.toISOString());
  return told(parts, kept, { what: { kind: about }, ...lateness(new Date(owed), now), now });
}

/** Whether those who moderate want no results posted where the night is. */
async function isSilent({ bot }: NightJobParts, { place }: KeptNight): Promise<boolean> {
  const current = bot();
  await current.ports.places?.prepare(place);
  return settingsAt(current, place).nightResults === "silent";
}

async function reminded(parts: NightJobParts, kept: KeptNight, job: ClaimedJob, now: Date): Promise<Done> {
  // What is of no use any more, or is to be said at another time, is not said.
  const due = dueJobs(kept.id, kept.night, now).find(({ key }) => key === job.key);
  if (due === undefined || due.status === "lapsed") return "done";
  const what =
    due.kind === "night-vote-reminder"
      ? ({ kind: "vote", people: due.people.length } as const)
      : ({ kind: "showing" } as const);
  return told(parts, kept, { what, ...lateness(due.due, now), now });
}

function lateness(owed: Date, now: Date): { readonly missed?: Date } {
  return now.getTime() - owed.getTime() > LATE ? { missed: owed } : {};
}

async function told({ bot, deliver }: NightJobParts, kept: KeptNight, announcing: Announcing): Promise<Done> {
  const answer = announcement(bot().edition, kept, announcing);
  const delivery = await deliver(kept.place, answer, localeOf(kept));
  return delivery === "failed" ? "again" : "done";
}
