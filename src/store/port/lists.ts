/** Films that a person or a community wants to see. Types only. */
import type { CommunityId, FilmId, Page, Part, PersonId } from "./ids.js";

/** Whose list it is. */
export type ListOwner = { readonly person: PersonId } | { readonly community: CommunityId };

export interface ListedFilm {
  readonly film: FilmId;
  /** Undefined once that person has had themselves deleted. */
  readonly by?: PersonId;
  readonly at: Date;
}

/** A film on somebody's own list. */
export interface WantedFilm {
  readonly person: PersonId;
  readonly film: FilmId;
}

export interface Lists {
  /** @param most how many films the list may hold */
  add(
    owner: ListOwner,
    film: FilmId,
    by: PersonId,
    at: Date,
    most: number,
  ): Promise<"added" | "already" | "full">;
  /** Many at once, all or none; the first are taken where not all have room. @returns how many were added */
  addMany(
    owner: ListOwner,
    films: readonly { readonly film: FilmId; readonly at: Date }[],
    by: PersonId,
    most: number,
  ): Promise<number>;
  /** @returns what stood there */
  remove(owner: ListOwner, film: FilmId): Promise<ListedFilm | undefined>;
  has(owner: ListOwner, film: FilmId): Promise<boolean>;
  count(owner: ListOwner): Promise<number>;
  /** Newest first. */
  list(owner: ListOwner, part: Part): Promise<Page<ListedFilm>>;
  /** Newest first. */
  all(owner: ListOwner): Promise<readonly ListedFilm[]>;
  /** What several people have on their own lists, in no order. */
  ofPeople(people: readonly PersonId[]): Promise<readonly WantedFilm[]>;
  /** What those who took part in a community have on their own lists, in no order. */
  ofMembers(community: CommunityId): Promise<readonly WantedFilm[]>;
}
