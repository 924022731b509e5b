/** What is kept for a while and then forgotten by itself. Types only. */

/** Texts behind the keys that buttons carry. */
export interface Buttons {
  /** Keeps texts under keys that were made from them: a key has one text for ever. */
  keep(texts: ReadonlyMap<string, string>, at: Date): Promise<void>;
  /** Finding counts as using, to the day. */
  find(key: string, at: Date): Promise<string | undefined>;
  /** Forgets what was last used before then, and beyond `most` what was unused for longest. @returns how many */
  purge(usedBefore: Date, most: number): Promise<number>;
}

/** Which updates of a platform were taken on, by any of several processes. */
export interface SeenUpdates {
  /** @returns whether it is seen for the first time */
  first(platform: string, id: string, at: Date): Promise<boolean>;
  /** Forgets what was seen before then. @returns how many */
  purge(before: Date): Promise<number>;
}
