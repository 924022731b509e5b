/** What the rest of the program sees of refreshing: how it stands, and a way to ask for one. Types only. */
import type { Words } from "../words.js";

/**
 * How a run ended: a new version is in use; nothing had changed; a new version was refused and the last good one stays;
 * something kept it from coming so far; another process was at it; everything was done but the swap.
 */
export type Outcome = "published" | "unchanged" | "refused" | "failed" | "busy" | "tried";

/** Films that came and went between two versions. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
}

export interface Failure extends Words {
  /** ISO 8601. */
  readonly at: string;
  /** The source at fault; null where it was none. */
  readonly source: string | null;
}

export interface SourceStatus {
  /** As in SOURCES: "tmdb", "folder:/data/films". */
  readonly name: string;
  /** When it was last asked and had an answer, ISO 8601. */
  readonly lastSuccess: string | null;
  /** Day up to which it tells, YYYY-MM-DD. */
  readonly asOf: string | null;
  /** Films, or files, it gave. */
  readonly count: number | null;
}

/** Persisted beside the index; the same for every process on one data folder. */
export interface RefreshStatus {
  /** ISO 8601, when the last run began. */
  readonly lastRun: string | null;
  /** ISO 8601, when a run last ended with nothing to complain of. */
  readonly lastSuccess: string | null;
  /** Stays until a later run ends well. */
  readonly lastFailure: Failure | null;
  readonly sources: readonly SourceStatus[];
  /** The version a refresh put in use last, and how it differs from the one before. */
  readonly published: (Difference & { readonly version: string; readonly at: string }) | null;
  /** Runs by how they ended. */
  readonly runs: Readonly<Partial<Record<Outcome, number>>>;
}

export interface RefreshReport {
  readonly outcome: Outcome;
  /** The version that is in use, or would be; null where there is none. */
  readonly version: string | null;
  /** Films in it. */
  readonly films: number | null;
  /** To the version before; null where nothing was compared. */
  readonly difference: Difference | null;
  /** Why it was refused, and what went wrong on the way. */
  readonly failures: readonly Failure[];
}

/** A refresh on behalf of somebody. */
export interface Refresher {
  /** Begins one where none is under way, and waits for its end; undefined where it takes longer than `patience` ms. */
  refresh(patience: number): Promise<RefreshReport | undefined>;
  /** What is being done right now. */
  readonly progress: Words | undefined;
}
