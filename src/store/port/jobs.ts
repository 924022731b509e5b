/** What is to be done later, once though several processes look for it. Types only. */
import type { CommunityId, PersonId } from "./ids.js";

export interface JobKey {
  /** "night-reminder". */
  readonly kind: string;
  /** Which of its kind; names no person. */
  readonly key: string;
}

export interface NewJob extends JobKey {
  /** JSON; names no person. */
  readonly payload: string;
  readonly due: Date;
  /** Whose it is: it goes when they do. */
  readonly community?: CommunityId;
  readonly person?: PersonId;
  readonly night?: string;
  /** Whether a job of that key that was done stays done, instead of being done again. */
  readonly once?: boolean;
}

/** A job in the hands of one process. */
export interface ClaimedJob extends Omit<NewJob, "once"> {
  /** Grows with every claim and every move: what was claimed by a smaller one is no longer in that process's hands. */
  readonly fence: number;
  /** How often it was claimed before, since it was scheduled. */
  readonly attempts: number;
}

export interface Claiming {
  /** Which process: unique among all of them. */
  readonly owner: string;
  readonly now: Date;
  /** When others may claim it, where it is not done by then. */
  readonly until: Date;
  readonly most: number;
  /** All where undefined. */
  readonly kinds?: readonly string[];
}

export interface Jobs {
  /** Schedules jobs; one of the same key is moved, with its payload, and begins anew. */
  schedule(jobs: readonly NewJob[]): Promise<void>;
  /** Takes due jobs into this process's hands, longest due first. No two processes get the same. */
  claim(claiming: Claiming): Promise<readonly ClaimedJob[]>;
  /**
   * Keeps with a job what whoever does it next has to know, where this process dies.
   * @returns false where it is no longer in this process's hands: it must stop
   */
  note(job: ClaimedJob, payload: string): Promise<boolean>;
  /** Holds a job for longer. @returns false where it is no longer in this process's hands: it must stop */
  extend(job: ClaimedJob, until: Date): Promise<boolean>;
  /** @returns false where it was moved, cancelled or claimed by another process meanwhile: that stands */
  done(job: ClaimedJob, at: Date): Promise<boolean>;
  /** Gives a job back, to be done at another time. @returns false as for `done` */
  retry(job: ClaimedJob, due: Date): Promise<boolean>;
  /** @returns whether it was still to be done */
  cancel(job: JobKey): Promise<boolean>;
  /** When the next job of these kinds is due or free again; undefined where there is none. */
  next(kinds?: readonly string[]): Promise<Date | undefined>;
  /** Those still to be done of a night, or of a community, soonest first. */
  pending(of: { readonly night: string } | { readonly community: CommunityId }): Promise<readonly NewJob[]>;
  /** Forgets what was done before then. @returns how many */
  purge(doneBefore: Date): Promise<number>;
}
