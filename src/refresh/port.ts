/** What the rest of the program sees of refreshing: how it stands, and a way to ask for one. Types only. */
import type { Words } from "../words.js";

/**
 * How a run ended: a new version is in use; nothing had changed; a new version was refused and the last good one stays;
 * something kept it from coming so far; another process was at it; everything was done but the swap.
 */
export type Outcome = "published" | "unchanged" | "refused" | "failed" | "busy" | "tried";

/**
 * What kind of failure it was:
 * - `unreachable`: a source gave no answer, or none in time
 * - `refused`: a source turned down what it was asked
 * - `missing`: a source does not have what it was asked for
 * - `malformed`: a source gave something that cannot be used
 * - `build`: no index could be built from what the sources gave
 * - `rejected`: the new version is no good, and was not put in use
 * - `interrupted`: the run was ended before its time
 * - `unknown`: anything else
 */
export type FailureKind =
  | "unreachable"
  | "refused"
  | "missing"
  | "malformed"
  | "build"
  | "rejected"
  | "interrupted"
  | "unknown";

/** Films that came and went between two versions. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
}

/** What anybody may see of a failure. */
export interface FailureNotice {
  /** ISO 8601. */
  readonly at: string;
  /** The source at fault; null where it was none. */
  readonly source: string | null;
  readonly kind: FailureKind;
  /** Under which the log has the whole message. All failures of one run have the same. */
  readonly id: string;
}

/** The whole of it, for the operator's terminal and the log: the words may name addresses and folders. */
export interface Failure extends FailureNotice, Words {
  /** The stack trace of a bug. */
  readonly trace?: string;
}

export interface SourceStatus {
  /** As in SOURCES, but for where folders lie: "tmdb", "folder:films". */
  readonly name: string;
  /** When it was last asked and had an answer, ISO 8601. */
  readonly lastSuccess: string | null;
  /** Day up to which it tells, YYYY-MM-DD. */
  readonly asOf: string | null;
  /** Films, or files, it gave. */
  readonly count: number | null;
}

/** How refreshing stands, as anybody may see it; the same for every process on one data folder. */
export interface RefreshStatus {
  /** ISO 8601, when the last run began. */
  readonly lastRun: string | null;
  /** ISO 8601, when a run last ended with nothing to complain of. */
  readonly lastSuccess: string | null;
  /** Stays until a later run ends well. */
  readonly lastFailure: FailureNotice | null;
  readonly sources: readonly SourceStatus[];
  /** The version a refresh put in use last, and how it differs from the one before. */
  readonly published: (Difference & { readonly version: string; readonly at: string }) | null;
  /** Runs by how they ended. */
  readonly runs: Readonly<Partial<Record<Outcome, number>>>;
}

/** What came of one run, for the operator. */
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
  /** Begins one where none is under way, and waits for its end. What goes wrong with it stands in the report. */
  run(): Promise<RefreshReport>;
  /** What is being done right now, in words that name nothing from outside. */
  readonly progress: Words | undefined;
}
