/** What is kept for a while and then forgotten by itself. Types only. */
import type { CommunityId, PersonId } from "./ids.js";

/** Texts behind the keys that buttons carry. */
export interface Buttons {
  /** Keeps texts under keys that were made from them: a key has one text for ever. */
  keep(texts: ReadonlyMap<string, string>, at: Date): Promise<void>;
  /** Finding counts as using, to the day. */
  find(key: string, at: Date): Promise<string | undefined>;
  /** Forgets what was last used before then, and beyond `most` what was unused for longest. @returns how many */
  purge(usedBefore: Date, most: number): Promise<number>;
}

/** How it stands with an update that a process would take on. */
export type Turn =
  /** It is this process's to answer: nobody had it, or whoever had it did not come back. */
  | "mine"
  /** Another process has it, and may still answer it. */
  | "held"
  /** It was answered. */
  | "done";

/** Which updates of a platform were taken on, by any of several processes. */
export interface SeenUpdates {
  /** @param until when another may take it on, where it is not answered by then */
  take(platform: string, id: string, now: Date, until: Date): Promise<Turn>;
  /** Notes that they were answered: nobody takes them on again. */
  answered(platform: string, ids: readonly string[]): Promise<void>;
  /** Forgets what was seen before then. @returns how many */
  purge(before: Date): Promise<number>;
}

/** The last answer of a conversation, as whoever goes on with it needs it. */
export interface KeptAnswer {
  /** Names the conversation; tells nobody's id. */
  readonly conversation: string;
  /** Whose it is: it goes when they do. */
  readonly community: CommunityId;
  readonly person?: PersonId;
  /** JSON. */
  readonly body: string;
  readonly at: Date;
}

/** Last answers of conversations, for a quarter of an hour. */
export interface KeptAnswers {
  /** The newest of a conversation stays. */
  keep(answers: readonly KeptAnswer[]): Promise<void>;
  find(conversation: string): Promise<Pick<KeptAnswer, "body" | "at"> | undefined>;
  /** Forgets what was answered before then. @returns how many */
  purge(before: Date): Promise<number>;
}

/** Questions that were asked in a minute, by somebody or in a channel. */
export interface QuestionCount {
  /** Names whose they are; tells nobody's id. */
  readonly key: string;
  readonly questions: number;
  /** Whether they were told that it is too much. */
  readonly told: boolean;
}

export interface QuestionCounts {
  /**
   * Adds to the counts of all processes. One that began at `begun` or before is over, and begins anew at `now`.
   * @returns each as it stands then
   */
  add(
    counts: readonly QuestionCount[],
    now: Date,
    begun: Date,
  ): Promise<readonly (QuestionCount & { readonly since: Date })[]>;
  /** Forgets those that began before then. @returns how many */
  purge(before: Date): Promise<number>;
}
