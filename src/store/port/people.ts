/** What people chose for themselves, where they took part, and which communities there are. Types only. */
import type { CommunityId, PersonId } from "./ids.js";

export interface PersonalChoice {
  readonly person: PersonId;
  /** "language". */
  readonly key: string;
  /** JSON; undefined where it was taken back. */
  readonly value?: string;
  readonly at: Date;
}

export interface Participation {
  readonly person: PersonId;
  readonly community: CommunityId;
  /** Whether it is their own direct chat: it is deleted with them. */
  readonly direct?: boolean;
  /** Whether it is a server, which its platform lists as long as the bot is there. */
  readonly server?: boolean;
}

export interface People {
  /** JSON by key. */
  choices(person: PersonId): Promise<ReadonlyMap<string, string>>;
  /** @param value JSON; undefined takes the choice back */
  choose(person: PersonId, key: string, value: string | undefined, at: Date): Promise<void>;
  /**
   * What everybody chose under one key, in order of time; those taken back only with `since`. For a cache: who asks
   * again begins some seconds before the last answer, because clocks differ.
   */
  chosen(key: string, since?: Date): Promise<readonly PersonalChoice[]>;
  /** Notes that a person took part in a community; doing so again moves the time, to the hour. */
  tookPart(participation: Participation, at: Date): Promise<void>;
  /** Forgets it: they left. */
  left(person: PersonId, community: CommunityId): Promise<void>;
  /** Who took part here, those last seen first. */
  members(community: CommunityId, most: number): Promise<readonly PersonId[]>;
  /** Where a person took part, last seen first. */
  communities(person: PersonId): Promise<readonly CommunityId[]>;
}

/** Which communities removed the bot: what is kept of them is purged after a time. */
export interface Communities {
  /** All of which something is kept. */
  known(): Promise<readonly CommunityId[]>;
  /** The bot is there: what was noted of its removal is taken back. */
  present(communities: readonly CommunityId[]): Promise<void>;
  /** The bot was removed; not for an outage. Noted again, the first time stands. */
  removed(community: CommunityId, at: Date): Promise<void>;
  /**
   * A group goes on under another id: all that is kept of it goes along. What is kept under the new one already stands. Done
   * again it changes nothing.
   */
  moved(from: CommunityId, to: CommunityId): Promise<void>;
  /** Those that the bot has been gone from since before then. */
  removedBefore(before: Date): Promise<readonly CommunityId[]>;
  /** Those that are servers. */
  servers(): Promise<readonly KnownServer[]>;
  /**
   * Notes what a complete list of a platform's servers says of communities: those listed are servers, and there, as
   * `present`; of those that are not listed, since when.
   */
  listed(
    found: { readonly present: readonly CommunityId[]; readonly missing: readonly CommunityId[] },
    at: Date,
  ): Promise<void>;
}

export interface KnownServer {
  readonly community: CommunityId;
  /** Since when its platform lists it no longer. */
  readonly missingSince?: Date;
}
