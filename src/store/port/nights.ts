/**
 * Film nights: each is the list of what happened to it. Types only.
 *
 * Votes have no home of their own: a vote is an event of a night, and what counts is computed from all its events. So
 * nothing can be in one place and missing in the other.
 */
import type { CommunityId, Page, Part, PersonId, StoredPlace } from "./ids.js";
import type { JobKey, NewJob } from "./jobs.js";

export interface NewNight {
  /**
   * The caller's, unguessable and short enough for a button. Made from what asked for the night (the platform's id of
   * it), so that what is delivered twice makes one night.
   */
  readonly id: string;
  readonly community: CommunityId;
  readonly place: StoredPlace;
  readonly createdAt: Date;
  /** What opens the page that shows it; undefined where none does. */
  readonly secret?: string;
}

export interface Night extends NewNight {
  /** The number of its last event, 0 where there is none. */
  readonly last: number;
  /** Undefined while it is open. */
  readonly endedAt?: Date;
  /** JSON that was given with an event: what lists tell of the night without reading all of its events. */
  readonly summary?: string;
}

export interface NewEvent {
  /** JSON. Names no person: who did it and whom it is about stand beside it, where they can be made unknown. */
  readonly body: string;
  /** Who did it; undefined for what happened by itself, such as a deadline. */
  readonly by?: PersonId;
  /** Whom it was done to, where that is somebody else. */
  readonly about?: PersonId;
  readonly at: Date;
}

export interface NightEvent extends NewEvent {
  /** From 1, without gaps. */
  readonly number: number;
}

/** What happened to a night, and what follows from it: all of it is stored, or nothing. */
export interface Happening {
  /**
   * The last event that the caller knew. Undefined for what holds whatever came before, such as a vote: it goes behind
   * the last, so that thirty people who vote at once need not try again thirty times; only an ended night takes no more
   * (a conflict).
   */
  readonly after?: number;
  /** At least one. */
  readonly events: readonly NewEvent[];
  /** The platform's id of what was pressed or said, where it may be delivered twice; names no person. */
  readonly key?: string;
  readonly summary?: string;
  /** Ends the night, or with null opens it again; as it was where undefined. */
  readonly endedAt?: Date | null;
  readonly jobs?: readonly NewJob[];
  readonly cancelled?: readonly JobKey[];
}

/** How appending ended. */
export type Appended =
  | { readonly kind: "appended"; readonly last: number }
  /** The same key came before: it was acknowledged then, nothing was stored now. */
  | { readonly kind: "repeated"; readonly last: number }
  /** Somebody else appended first, or ended it: the caller reads what came since and tries again. */
  | { readonly kind: "conflict"; readonly last: number }
  /** There is no such night. */
  | { readonly kind: "unknown" };

/**
 * What stands on a platform for a night and follows it: a message that shows it, an entry in the server's calendar; or what
 * could not be put there (`unsent`), of which nobody who leads or moderates was told yet.
 */
export interface NightPost {
  readonly kind: "panel" | "event" | "unsent";
  /** What the platform calls it; of what was not sent, why not. */
  readonly id: string;
  /** Where it stands. */
  readonly chat: string;
  readonly topic?: string;
  readonly at: Date;
}

export interface Nights {
  /** @returns false where a night of that id stands already: nothing was stored */
  create(night: NewNight, first: Omit<Happening, "after" | "endedAt">): Promise<boolean>;
  append(night: string, happening: Happening): Promise<Appended>;
  get(night: string): Promise<Night | undefined>;
  withSecret(secret: string): Promise<Night | undefined>;
  /** What happened after an event, in order; everything after 0. */
  events(night: string, after: number): Promise<readonly NightEvent[]>;
  /** Open nights of a community, oldest first. */
  open(community: CommunityId): Promise<readonly Night[]>;
  /** Ended nights of a community, last ended first. */
  ended(community: CommunityId, part: Part): Promise<Page<Night>>;
  /** Open nights, anywhere, that a person did something in or that something in is about. */
  openWith(person: PersonId): Promise<readonly Night[]>;
  /** @returns false where it was known, or there is no such night */
  addPost(night: string, post: NightPost): Promise<boolean>;
  /** Oldest first. */
  posts(night: string): Promise<readonly NightPost[]>;
  /** It is gone, or nobody looks at it any more. */
  removePost(night: string, post: Pick<NightPost, "kind" | "id">): Promise<void>;
  /** Removes a night, its events and its jobs. @returns whether there was one */
  remove(night: string): Promise<boolean>;
}
