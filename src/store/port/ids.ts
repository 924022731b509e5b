/** How the store names people, communities and places, and how it hands out long lists. Types only. */

/** A person, as `Asker.id` names them: "discord:123", "telegram:456". */
export type PersonId = string;

/**
 * A server or a chat: "discord:" and the server's id, or "telegram:" and the chat's; a direct chat is one too, by the id
 * of its channel.
 */
export type CommunityId = string;

/** A film: its TMDB id. */
export type FilmId = number;

/** Where an answer can be sent: what `Place` of the chat module holds. */
export interface StoredPlace {
  readonly platform: string;
  readonly server?: string;
  readonly chat: string;
  readonly topic?: string;
}

/** Which part of a list is wanted. */
export interface Part {
  /** How many to leave out; 0 for the first part. */
  readonly from: number;
  readonly size: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Of the whole list. */
  readonly total: number;
}
