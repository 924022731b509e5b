/** A night in its server's calendar: entered with its time, changed with it, called off with it. */
import { nightEntry } from "../../../commands/night/panel/calendar.js";
import type { Bot } from "../../chat/contract.js";
import type { KeptNight } from "../../nights/kept.js";
import type { Done } from "../../schedule/runner.js";
import type { Repositories } from "../../store/port.js";
import type { Calendar } from "../../surface/port.js";

export interface Entering {
  readonly bot: () => Bot;
  readonly calendar: Calendar | undefined;
  readonly store: Repositories;
  readonly now: Date;
}

/** Where it may not be entered nothing is said: nobody asked for it. */
export async function keepCalendar(kept: KeptNight, { bot, calendar, store, now }: Entering): Promise<Done> {
  const { id: night, place } = kept;
  if (calendar === undefined || place.server === undefined) return "done";
  const post = (await store.nights.posts(night)).find(({ kind }) => kind === "event");
  const entry = nightEntry(bot().edition, kept);
  if (entry === null) {
    if (post === undefined) return "done";
    if ((await calendar.cancel(place, post.id)) === "failed") return "again";
    await store.nights.removePost(night, post);
    return "done";
  }
  // What has begun is no longer ours to change.
  if (entry.begins <= now) return "done";
  const entered = await calendar.enter(place, entry, post?.id);
  if (entered.kind === "failed") return "again";
  // Who took it out wants none: it is not entered again.
  if (entered.kind === "entered" && post === undefined)
    await store.nights.addPost(night, { kind: "event", id: entered.id, chat: place.server, at: now });
  return "done";
}
