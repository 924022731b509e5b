/**
 * What is kept of communities and people, behind one repository a kind of thing. Types only: open.ts opens a store.
 *
 * Whatever a method acknowledged (its promise was fulfilled) survives a kill −9 and a loss of power. A method that
 * writes is one transaction. Times are the caller's: processes that share a store are taken to have clocks that agree to
 * the second. Every method may reject with `StoreUnavailable` (errors.ts).
 */
import type { UnavailableCode } from "./errors.js";
import type { Announcements } from "./port/announcements.js";
import type { Jobs } from "./port/jobs.js";
import type { Keys } from "./port/keys.js";
import type { Leases } from "./port/leases.js";
import type { Lists } from "./port/lists.js";
import type { Nights } from "./port/nights.js";
import type { Communities, People } from "./port/people.js";
import type { Privacy } from "./port/privacy.js";
import type { Ratings } from "./port/ratings.js";
import type { Settings } from "./port/settings.js";
import type { Buttons, KeptAnswers, QuestionCounts, SeenUpdates } from "./port/short-lived.js";

export type { UnavailableCode } from "./errors.js";
export type { AnnouncementKey, Announcements, NewAnnouncement } from "./port/announcements.js";
export type { CommunityId, FilmId, Page, Part, PersonId, StoredPlace } from "./port/ids.js";
export type { ClaimedJob, Claiming, JobKey, Jobs, NewJob } from "./port/jobs.js";
export type { Keys } from "./port/keys.js";
export type { Lease, Leases } from "./port/leases.js";
export type { ListedFilm, ListOwner, Lists, WantedFilm } from "./port/lists.js";
export type {
  Appended,
  Happening,
  NewEvent,
  NewNight,
  Night,
  NightEvent,
  NightPost,
  Nights,
} from "./port/nights.js";
export type { Communities, KnownServer, Participation, People, PersonalChoice } from "./port/people.js";
export type { Privacy, StoredRow, StoredRows } from "./port/privacy.js";
export type { Imported, Rating, Ratings, Seen } from "./port/ratings.js";
export type { CommunitySettings, Scope, Setting, SettingChange, Settings, Undone } from "./port/settings.js";
export type {
  Buttons,
  KeptAnswer,
  KeptAnswers,
  QuestionCount,
  QuestionCounts,
  SeenUpdates,
  Turn,
} from "./port/short-lived.js";

export interface StoreHealth {
  readonly engine: "sqlite" | "postgres";
  readonly state: "ready" | "away";
  /** Why it is away. */
  readonly code?: UnavailableCode;
  /** Since when it is as it is. */
  readonly since: Date;
}

/** What is kept, by kind. */
export interface Repositories {
  readonly settings: Settings;
  readonly people: People;
  readonly communities: Communities;
  readonly ratings: Ratings;
  readonly lists: Lists;
  readonly nights: Nights;
  readonly jobs: Jobs;
  readonly leases: Leases;
  readonly keys: Keys;
  readonly buttons: Buttons;
  readonly seen: SeenUpdates;
  readonly answers: KeptAnswers;
  readonly counts: QuestionCounts;
  readonly announcements: Announcements;
  readonly privacy: Privacy;
}

export interface Store extends Repositories {
  /** Looks whether it serves now; never rejects. */
  health(): Promise<StoreHealth>;
  /** Ends what is under way, and lets go of files and connections. Never rejects. */
  close(): Promise<void>;
}
