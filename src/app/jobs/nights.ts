/** What is due of film nights: the clock asks what it may, and their chats are told. */
import {
  type Announcement,
  type Announcing,
  announcement,
  localeOf,
} from "../../../commands/night/panel/announce.js";
import { panel, readingOf } from "../../../commands/night/panel/panel.js";
import type { Answer } from "../../chat/answer/schema.js";
import type { ShownMessage } from "../../chat/asking.js";
import type { Bot } from "../../chat/contract.js";
import type { Locale } from "../../chat/locale.js";
import { botAt, settingsAt } from "../../chat/place-settings.js";
import { dueJobs, type NightJob } from "../../events/night/jobs.js";
import { CALENDAR, type KeptJobKind, NOTICE, REDRAW, readPayload } from "../../nights/jobs.js";
import type { KeptNight } from "../../nights/kept.js";
import { handle, readNight } from "../../nights/nights.js";
import { panelsOf } from "../../nights/posts.js";
import type { Done, JobHandler } from "../../schedule/runner.js";
import type { ClaimedJob, Repositories, StoredPlace } from "../../store/port.js";
import type { Calendar, Delivery, Sending } from "../../surface/port.js";
import { keepCalendar } from "./night-calendar.js";

export interface NightJobParts {
  readonly bot: () => Bot;
  /** Sends an answer to a place, through the surface that it names. Never rejects. */
  readonly deliver: (
    place: StoredPlace,
    answer: Answer,
    locale: Locale,
    sending: Sending,
  ) => Promise<Delivery>;
  /** Of a platform by its name. */
  readonly calendar: (platform: string) => Calendar | undefined;
  /** Puts an answer in the place of what a message says, likewise. Never rejects. */
  readonly redraw: (message: ShownMessage, answer: Answer, locale: Locale) => Promise<Delivery>;
}

/** From then on it is told that it comes late. */
const LATE = 90_000;
/** So long a redrawn message is waited for. */
const PATIENCE = 10_000;
/** What could not be drawn or entered so often stays as it is: the next thing that happens tries again. */
const MOST_ATTEMPTS = 5;
/** What happened so long ago nobody needs to be told any more: whoever asks sees it. */
const STALE = 7 * 24 * 60 * 60_000;

export function nightJobs(parts: NightJobParts): ReadonlyMap<KeptJobKind, JobHandler> {
  const ofNight =
    (work: (kept: KeptNight, job: ClaimedJob, now: Date, store: Repositories) => Promise<Done>): JobHandler =>
    async (job, store, now) => {
      const id = readPayload(job.payload)?.night;
      const kept = id === undefined ? undefined : await readNight(store, id);
      // Whose night is gone has nothing left to do.
      return kept === undefined ? "done" : work(kept, job, now, store);
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
  const remind = ofNight((kept, job, now, store) => reminded(parts, kept, job, { now, store }));
  return new Map<KeptJobKind, JobHandler>([
    ["night-lock", byClock("lock")],
    ["night-close", byClock("close")],
    ["night-vote-reminder", remind],
    ["night-showing-reminder", remind],
    ["night-attendance", remind],
    [NOTICE, ofNight((kept, job, now, store) => noticed(parts, kept, job, { now, store }))],
    [
      CALENDAR,
      ofNight((kept, { attempts }, now, store) =>
        attempts < MOST_ATTEMPTS
          ? keepCalendar(kept, { bot: parts.bot, calendar: parts.calendar(kept.place.platform), store, now })
          : Promise.resolve("done"),
      ),
    ],
    [REDRAW, ofNight((kept, job, now, store) => redrawn(parts, kept, job, { now, store }))],
  ]);
}

interface Doing {
  readonly now: Date;
  readonly store: Repositories;
}

async function noticed(parts: NightJobParts, kept: KeptNight, job: ClaimedJob, doing: Doing): Promise<Done> {
  const { now } = doing;
  const { about, at } = readPayload(job.payload) ?? {};
  const since = at === undefined ? now : new Date(at);
  if (about === undefined || now.getTime() - since.getTime() > STALE) return "done";
  // Reopened or closed again meanwhile: what is announced is no longer so.
  if ((about === "closed") !== (kept.night.ending?.kind === "closed")) return "done";
  if (about === "closed" && (await isSilent(parts, kept))) return "done";
  const { proposalsUntil } = kept.night.rules;
  const owed =
    about === "closed"
      ? kept.night.deadline
      : ((about === "locked" ? proposalsUntil : null) ?? since.toISOString());
  return told(
    parts,
    kept,
    { what: { kind: about }, ...lateness(new Date(owed), now), now },
    { job, ...doing },
  );
}

/**
 * The bot as it answers there, with what those who moderate allow; where only a question tells whether a channel keeps minors
 * out, as in any other.
 */
async function botIn(bot: () => Bot, place: StoredPlace): Promise<Bot> {
  const current = bot();
  await current.ports.places?.prepare(place);
  return botAt(current, { place, ...(place.server === undefined ? {} : { ageRestricted: false }) });
}

/** Whether those who moderate want no results posted where the night is. */
async function isSilent({ bot }: NightJobParts, { place }: KeptNight): Promise<boolean> {
  const current = bot();
  await current.ports.places?.prepare(place);
  return settingsAt(current, place).nightResults === "silent";
}

async function reminded(parts: NightJobParts, kept: KeptNight, job: ClaimedJob, doing: Doing): Promise<Done> {
  const { now } = doing;
  // What is of no use any more, or is to be said at another time, is not said.
  const due = dueJobs(kept.id, kept.night, now).find(({ key }) => key === job.key);
  if (due === undefined || due.status === "lapsed") return "done";
  // Who wants no results posted wants no list of who came either.
  if (due.kind === "night-attendance" && (await isSilent(parts, kept))) return "done";
  const what = announced(due);
  return told(parts, kept, { what, ...lateness(due.due, now), now }, { job, ...doing });
}

function announced({ kind, people }: NightJob): Announcement {
  if (kind === "night-vote-reminder") return { kind: "vote", people: people.length };
  return { kind: kind === "night-attendance" ? "attendance" : "showing" };
}

/** The messages that show the night, as it stands now; those that are gone are forgotten. */
async function redrawn(
  { bot, redraw }: NightJobParts,
  kept: KeptNight,
  { attempts }: ClaimedJob,
  { now, store }: Doing,
): Promise<Done> {
  const { edition } = await botIn(bot, kept.place);
  const answer = panel(readingOf(edition, kept), kept, now);
  let done: Done = "done";
  for (const post of await panelsOf(store, kept.id)) {
    const { id, chat, topic } = post;
    const message = { place: { ...kept.place, chat, topic }, id };
    const delivery = await inPatience(redraw(message, answer, localeOf(kept)));
    if (delivery === "unreachable" || delivery === "refused") await store.nights.removePost(kept.id, post);
    if (delivery === "failed" && attempts < MOST_ATTEMPTS) done = "again";
  }
  return done;
}

/** A chat that its platform keeps waiting holds up no reminder of others: it is drawn at the next attempt. */
async function inPatience(drawing: Promise<Delivery>): Promise<Delivery> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve("failed"), PATIENCE);
  });
  const delivery = await Promise.race([drawing, late]);
  clearTimeout(timer);
  return delivery;
}

function lateness(owed: Date, now: Date): { readonly missed?: Date } {
  return now.getTime() - owed.getTime() > LATE ? { missed: owed } : {};
}

/**
 * It is noted that it is being sent before it is: a process that dies in between leaves the next one to look whether it
 * stands there.
 */
async function told(
  { bot, deliver }: NightJobParts,
  kept: KeptNight,
  announcing: Announcing,
  { job, store, now }: Doing & { readonly job: ClaimedJob },
): Promise<Done> {
  const { sending, ...payload } = readPayload(job.payload) ?? { night: kept.id };
  const noted = { ...payload, sending: sending ?? now.toISOString() };
  if (!(await store.jobs.note(job, JSON.stringify(noted)))) return "again";
  const { edition } = await botIn(bot, kept.place);
  const answer = announcement(edition, kept, announcing);
  const begun = sending === undefined ? {} : { begun: new Date(sending) };
  const once = { key: `${job.kind}/${job.key}`, ...begun };
  const delivery = await anywhere(kept, store, now, (place) => deliver(place, answer, localeOf(kept), once));
  if (delivery !== "failed") return "done";
  // It failed: the next attempt begins as if this one had not been.
  await store.jobs.note(job, JSON.stringify(payload));
  return "again";
}

/**
 * Where the night is; where nothing can be sent there, where somebody asked to see it last. Where that cannot be either it is
 * noted, for whoever leads or moderates and asks for the night.
 */
async function anywhere(
  kept: KeptNight,
  store: Repositories,
  at: Date,
  deliver: (place: StoredPlace) => Promise<Delivery>,
): Promise<Delivery> {
  const { id, place } = kept;
  const delivery = await deliver(place);
  if (delivery === "sent" || delivery === "failed") return delivery;
  await store.nights.addPost(id, { kind: "unsent", id: delivery, chat: place.chat, topic: place.topic, at });
  for (const other of await placesOf(kept, store)) {
    const there = await deliver(other);
    if (there === "sent" || there === "failed") return there;
  }
  return delivery;
}

/** Other places of its community where messages show it, the newest first. */
async function placesOf({ id, place }: KeptNight, store: Repositories): Promise<readonly StoredPlace[]> {
  const named = ({ chat, topic = "" }: Pick<StoredPlace, "chat" | "topic">) => `${chat}/${topic}`;
  const shown = (await panelsOf(store, id)).map(({ chat, topic }) => ({ ...place, chat, topic }));
  const others = new Map(shown.toReversed().map((one) => [named(one), one]));
  others.delete(named(place));
  return [...others.values()];
}
