/** What was posted by itself in communities: on which day, and which film. Types only. */
import type { FilmId } from "./ids.js";
import type { Scope } from "./settings.js";

/** Something that is posted in a place at most once a day. */
export interface AnnouncementKey {
  readonly scope: Scope;
  readonly kind: string;
}

export interface NewAnnouncement extends AnnouncementKey {
  /** "2026-11-29", by the clocks of the place. */
  readonly day: string;
  readonly film?: FilmId;
}

export interface Announcements {
  /** Before it is posted: of several processes one may. @returns false where it was noted already */
  note(announcement: NewAnnouncement, at: Date): Promise<boolean>;
  /** It could not be posted after all. */
  forget(announcement: NewAnnouncement): Promise<void>;
  /** Films posted there since then. */
  films(of: AnnouncementKey, since: Date): Promise<readonly FilmId[]>;
  /** When something was posted there last. */
  last(of: AnnouncementKey): Promise<Date | undefined>;
  /** Forgets what was posted before then. @returns how much */
  purge(before: Date): Promise<number>;
}
