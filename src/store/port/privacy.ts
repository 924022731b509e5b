/** What is kept of a person or a community: told, and taken away. Types only. */
import type { CommunityId, Page, Part, PersonId } from "./ids.js";

/** A row as it is stored; times are milliseconds since 1970. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** Rows by table; a table without any is left out. */
export type StoredRows = Readonly<Record<string, readonly StoredRow[]>>;

export interface Privacy {
  /** Every row that names a person. */
  ofPerson(person: PersonId): Promise<StoredRows>;
  /** Every row that belongs to a community. */
  ofCommunity(community: CommunityId): Promise<StoredRows>;
  /**
   * Deletes what a person has: choices, ratings, their list, where they took part, their jobs and direct chats. What
   * belongs to a community stays without a name: what they put on its list or changed of its settings has nobody's, and
   * in each night they become one "gone:…" of that night alone, so that its result stands and nobody can be followed
   * from night to night. Whoever may vote again in an open night must be taken out of it first (`Nights.openWith`).
   * @returns how many rows were deleted or changed, by table
   */
  deletePerson(person: PersonId): Promise<ReadonlyMap<string, number>>;
  /** Deletes all that belongs to a community. What people have for themselves stays. @returns as `deletePerson` */
  purgeCommunity(community: CommunityId): Promise<ReadonlyMap<string, number>>;
  /** Every table there is, whatever made it. */
  tables(): Promise<readonly string[]>;
  /** Rows of a table, in an order that does not change while nobody writes. */
  rows(table: string, part: Part): Promise<Page<StoredRow>>;
}
