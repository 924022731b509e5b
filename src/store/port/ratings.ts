/** What people saw and how they rated it. Types only. */
import type { CommunityId, FilmId, Page, Part, PersonId } from "./ids.js";

export interface Seen {
  readonly film: FilmId;
  /** 1 to 10; undefined where they only saw it. */
  readonly score?: number;
  readonly at: Date;
}

export interface Rating extends Seen {
  readonly person: PersonId;
}

/** What became of many ratings at once. */
export interface Imported {
  readonly added: number;
  readonly changed: number;
  /** What stood there already. */
  readonly same: number;
  /** What had no room any more. */
  readonly leftOut: number;
}

export interface Ratings {
  get(person: PersonId, film: FilmId): Promise<Seen | undefined>;
  /**
   * @param score undefined keeps the film as only seen, without the score it may have had
   * @returns what stood there before
   */
  set(person: PersonId, film: FilmId, score: number | undefined, at: Date): Promise<Seen | undefined>;
  /** Notes that they saw it, without touching a score that they gave. @returns what stood there before */
  markSeen(person: PersonId, film: FilmId, at: Date): Promise<Seen | undefined>;
  /** @returns what stood there */
  remove(person: PersonId, film: FilmId): Promise<Seen | undefined>;
  /**
   * Many at once, all or none. One without a score takes no score away; of several for one film the last counts.
   * @param most how many ratings a person may have in all: what goes beyond is left out, the first are taken
   */
  setMany(person: PersonId, ratings: readonly Seen[], most: number): Promise<Imported>;
  /** Newest first. */
  list(person: PersonId, part: Part): Promise<Page<Seen>>;
  /** Newest first. */
  all(person: PersonId): Promise<readonly Seen[]>;
  /** Of several people, in no order. */
  ofPeople(people: readonly PersonId[]): Promise<readonly Rating[]>;
  /** Of all who took part in a community, in no order. */
  ofMembers(community: CommunityId): Promise<readonly Rating[]>;
}
