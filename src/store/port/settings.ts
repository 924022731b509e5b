/** What communities set, and who changed it when. Types only: what a key means and may hold is not the store's to know. */
import type { CommunityId, Page, Part, PersonId } from "./ids.js";

/** A community as a whole, one of its channels, or a topic in one. */
export interface Scope {
  readonly community: CommunityId;
  readonly channel?: string;
  /** Only with a channel. */
  readonly topic?: string;
}

export interface Setting {
  readonly scope: Scope;
  readonly key: string;
  /** JSON. */
  readonly value: string;
}

/** All that a community has set, in every scope. */
export interface CommunitySettings {
  /** 0 where nothing was ever set. */
  readonly revision: number;
  readonly values: readonly Setting[];
}

export interface SettingChange {
  /** Its number in the community, from 1; also the revision that it made. */
  readonly number: number;
  readonly scope: Scope;
  readonly key: string;
  /** JSON; undefined where it was not set. */
  readonly before?: string;
  /** JSON; undefined where it is set no longer. */
  readonly after?: string;
  /** Undefined once that person has had themselves deleted. */
  readonly by?: PersonId;
  readonly at: Date;
  /** The number of the change that this one took back. */
  readonly undoes?: number;
}

/** How taking a change back ended. */
export type Undone =
  | { readonly kind: "undone"; readonly change: SettingChange }
  /** The setting was changed again since: nothing was done. */
  | { readonly kind: "overtaken" }
  | { readonly kind: "unknown" };

export interface Settings {
  all(community: CommunityId): Promise<CommunitySettings>;
  /**
   * The revision of each; a cache compares with its own and reads again where they differ (one that was purged begins at
   * 0 again). Communities that never set anything have 0.
   */
  revisions(communities: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, number>>;
  /**
   * @param value JSON; undefined clears the setting, so that the wider scope's holds
   * @returns undefined where it was so already
   */
  change(
    scope: Scope,
    key: string,
    value: string | undefined,
    by: PersonId,
    at: Date,
  ): Promise<SettingChange | undefined>;
  /** Newest first. */
  history(community: CommunityId, part: Part): Promise<Page<SettingChange>>;
  /** Sets back what a change set, as a further change. */
  undo(community: CommunityId, number: number, by: PersonId, at: Date): Promise<Undone>;
}
