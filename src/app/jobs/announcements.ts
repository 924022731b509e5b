/** What is posted by itself: the film of the day, and what is new in the catalogue; each at most once a day and place. */
import { filmOfTheDayAnswer, type Posting } from "../../../commands/announcements/film-of-the-day.js";
import { newsAnswer } from "../../../commands/announcements/news.js";
import {
  ANNOUNCEMENT_JOBS,
  type AnnouncementKind,
  type AnnouncementPayload,
  jobKeyOf,
  readPayload,
} from "../../announcements/jobs.js";
import { jobOf, nextSlot, type Planned, plannedAt, slotOn } from "../../announcements/plan.js";
import type { Answer } from "../../chat/answer/schema.js";
import type { Place } from "../../chat/asking.js";
import type { Bot } from "../../chat/contract.js";
import { BY_ITSELF, placeOfScope } from "../../chat/kept.js";
import { type Locale, parseLocale } from "../../chat/locale.js";
import { filmOfTheDay } from "../../queries/discover/film-of-the-day.js";
import type { Done, JobHandler } from "../../schedule/runner.js";
import { resolve } from "../../settings/resolve.js";
import type { FilmId, Repositories } from "../../store/port.js";
import { Languages } from "../../surface/languages.js";
import type { Delivery } from "../../surface/port.js";

export interface AnnouncementParts {
  readonly bot: () => Bot;
  /** Sends an answer to a place, through the surface that it names. Never rejects. */
  readonly deliver: (place: Place, answer: Answer, locale: Locale) => Promise<Delivery>;
}

/** No film comes again within so long: a year, and the day on which it would be of the date again. */
const NOT_AGAIN = 367 * 24 * 60 * 60_000;

export function announcementJobs(parts: AnnouncementParts): ReadonlyMap<string, JobHandler> {
  const handler: JobHandler = async (job, store, now) => {
    const payload = readPayload(job.payload);
    return payload === undefined ? "done" : announced(parts, payload, store, now);
  };
  return new Map(Object.values(ANNOUNCEMENT_JOBS).map((kind) => [kind, handler]));
}

async function announced(
  parts: AnnouncementParts,
  payload: AnnouncementPayload,
  store: Repositories,
  now: Date,
): Promise<Done> {
  const { kind, scope } = payload;
  const bot = parts.bot();
  const operators = bot.program.settings;
  const { values } = await store.settings.all(scope.community);
  const planned = plannedAt(values, payload, operators);
  // Switched off meanwhile.
  if (planned === undefined) return "done";
  const { day, due } = slotOn(now, planned);
  // What is late from a day before is not made up for: today's is still to come, or comes now.
  if (due <= now) {
    const settings = resolve(values, scope, operators);
    const place = placeOfScope(scope);
    const posting = { ...bot.edition, locale: localeOf(bot, payload, place, settings), settings };
    const post = await postOf(kind, { posting, bot, payload, planned, day, store, now });
    const note = { scope, kind, day, ...(post?.film === undefined ? {} : { film: post.film }) };
    // Noted first: whoever is killed while it is sent sends it no second time.
    if (post && (await store.announcements.note(note, now))) {
      const delivery = await parts.deliver(place, post.answer, posting.locale);
      if (delivery !== "sent") await store.announcements.forget(note);
      if (delivery === "failed") return "again";
      if (delivery !== "sent") return switchedOff(bot, planned, store, now);
    }
  }
  await store.jobs.schedule([jobOf(planned, payload, nextSlot(now, planned))]);
  return "done";
}

interface Post {
  readonly answer: Answer;
  readonly film?: FilmId;
}

interface Due {
  readonly posting: Posting;
  readonly bot: Bot;
  readonly payload: AnnouncementPayload;
  readonly planned: Planned;
  readonly day: string;
  readonly store: Repositories;
  readonly now: Date;
}

/** Undefined where there is nothing to tell. */
async function postOf(kind: AnnouncementKind, due: Due): Promise<Post | undefined> {
  const { posting, bot, payload, day, store, now } = due;
  const { scope } = payload;
  if (kind === "news") {
    const since = (await store.announcements.last({ scope, kind })) ?? new Date(payload.since);
    const answer = newsAnswer(posting, bot.ports.news?.(since) ?? []);
    return answer && { answer };
  }
  const before = await store.announcements.films({ scope, kind }, new Date(now.getTime() - NOT_AGAIN));
  const asking = { day, leftOut: new Set(before), seed: seedOf(jobKeyOf(scope)) };
  const film = filmOfTheDay(posting.catalog, asking);
  return film && { answer: filmOfTheDayAnswer(posting, film), film: film.card.film.id };
}

/** The channel is gone, or closed to us: said in the history of changes, where it can be taken back. */
async function switchedOff(
  bot: Bot,
  { kind, scope }: Planned,
  store: Repositories,
  now: Date,
): Promise<Done> {
  await store.settings.change(scope, kind, undefined, BY_ITSELF, now);
  await bot.ports.places?.reread(placeOfScope(scope));
  return "done";
}

/** As the community says, else that of whoever switched it on. */
function localeOf(
  { ports }: Bot,
  { tag }: AnnouncementPayload,
  place: Place,
  { language }: Posting["settings"],
): Locale {
  const own = parseLocale(tag);
  const spoken: Locale =
    language === "client" || language === own.language ? own : { language, tag: language };
  return new Languages(spoken, ports).ofClient({ client: spoken.tag, place });
}

/** Any number for a text: the same for the same. */
function seedOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return hash >>> 0;
}
