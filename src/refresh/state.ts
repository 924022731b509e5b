/** What refreshing remembers between runs: one small file beside the versions, replaced whole. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { replaceFile } from "../catalog/versions.js";
import type { Outcome, RefreshStatus } from "./port.js";

export const STATE_FILE = "refresh.json";

const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const count = z.int().nonnegative();

const sourceSchema = z.object({
  lastRun: time.nullable(),
  lastSuccess: time.nullable(),
  asOf: z.string().nullable(),
  count: count.nullable(),
  /** Tells whether the source has changed since: a fingerprint, a date, a watermark. */
  mark: z.string().nullable(),
});

const stateSchema = z.object({
  format: z.literal(1),
  lastRun: time.nullable(),
  /** When a run last came to its end, well or not; one that was killed or interrupted did not. */
  lastEnd: time.nullable(),
  lastSuccess: time.nullable(),
  lastFailure: z
    .object({ at: time, source: z.string().nullable(), es: z.string(), en: z.string() })
    .nullable(),
  sources: z.record(z.string(), sourceSchema),
  published: z.object({ version: z.string(), at: time, added: count, removed: count }).nullable(),
  runs: z.partialRecord(
    z.enum(["published", "unchanged", "refused", "failed", "busy", "tried"] satisfies Outcome[]),
    count,
  ),
  /** What the version in use was built from; the same inputs need no other build. */
  built: z.string().nullable(),
  /** What was last refused: watching a folder, the same inputs are not tried again. */
  refused: z.string().nullable(),
});

export type RefreshState = z.infer<typeof stateSchema>;
export type SourceState = z.infer<typeof sourceSchema>;

export const EMPTY_STATE: RefreshState = {
  format: 1,
  lastRun: null,
  lastEnd: null,
  lastSuccess: null,
  lastFailure: null,
  sources: {},
  published: null,
  runs: {},
  built: null,
  refused: null,
};

export const EMPTY_SOURCE: SourceState = {
  lastRun: null,
  lastSuccess: null,
  asOf: null,
  count: null,
  mark: null,
};

export function stateFile(root: string): string {
  return join(root, STATE_FILE);
}

/** A state that is missing or unreadable costs its memory, never a start: everything is then asked for anew. */
export function readState(root: string): RefreshState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(stateFile(root), "utf8")));
  } catch {
    return EMPTY_STATE;
  }
}

/** When the last run began that came to its end; null where none did, or a later one was cut short. */
export function lastWholeRun({ lastRun, lastEnd }: RefreshState): string | null {
  return lastRun !== null && lastEnd !== null && lastEnd >= lastRun ? lastRun : null;
}

/** @throws the file system's errors */
export function writeState(root: string, state: RefreshState): void {
  mkdirSync(root, { recursive: true });
  replaceFile(stateFile(root), `${JSON.stringify(state, null, 2)}\n`);
}

/** What of it is shown, to anybody: where folders lie is the operator's business, and stands in the log. */
export function statusOf(state: RefreshState): RefreshStatus {
  const { lastRun, lastSuccess, published, runs } = state;
  const lastFailure = state.lastFailure && {
    at: state.lastFailure.at,
    source: state.lastFailure.source && withoutFolders(state.lastFailure.source),
    es: withoutFolders(state.lastFailure.es),
    en: withoutFolders(state.lastFailure.en),
  };
  const sources = Object.entries(state.sources).map(
    ([name, { lastSuccess: success, asOf, count: films }]) => ({
      name: withoutFolders(name),
      lastSuccess: success,
      asOf,
      count: films,
    }),
  );
  return { lastRun, lastSuccess, lastFailure, published, runs, sources };
}

/** "folder:/srv/data/films" → "folder:films", and so within a sentence. */
function withoutFolders(text: string): string {
  return text
    .replace(/(?<![\w:/.-])(?:\/[^\s/:,;()]+)+\/(?=[^\s/])/gu, "")
    .replace(/(?<=^folder:)\/(?:[^/]+\/)*(?=[^/])/u, "");
}
