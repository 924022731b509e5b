/** What refreshing remembers between runs: one small file beside the versions, replaced whole. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writing } from "../../catalog/versions/unwritable.js";
import { replaceFile } from "../../catalog/versions/versions.js";
import { FAILURE_KINDS } from "../failure.js";
import type { Outcome, RefreshStatus } from "../port.js";

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

const publishedSchema = z.object({ version: z.string(), at: time, added: count, removed: count });

const stateSchema = z.object({
  format: z.literal(1),
  lastRun: time.nullable(),
  /** When a run last came to its end, well or not; one that was killed or interrupted did not. */
  lastEnd: time.nullable(),
  lastSuccess: time.nullable(),
  /** With the whole message, for the operator. A file from before failures had a kind has none that counts. */
  lastFailure: z
    .object({
      at: time,
      source: z.string().nullable(),
      kind: z.enum(FAILURE_KINDS),
      id: z.string(),
      es: z.string(),
      en: z.string(),
    })
    .nullable()
    .catch(null),
  sources: z.record(z.string(), sourceSchema),
  published: publishedSchema.nullable(),
  /** What is being put in use: where the run is killed, the next one looks whether it was. */
  publishing: publishedSchema.nullable().default(null),
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
  publishing: null,
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

/** @throws OperatorError where the folder cannot be written to, or its disk is full */
export function writeState(root: string, state: RefreshState): void {
  writing(root, () => {
    mkdirSync(root, { recursive: true });
    replaceFile(stateFile(root), `${JSON.stringify(state, null, 2)}\n`);
  });
}

/** What of it anybody may see: what a source said, and where folders lie, is for the operator. */
export function statusOf(state: RefreshState): RefreshStatus {
  const { lastRun, lastSuccess, lastFailure, published, runs } = state;
  return {
    lastRun,
    lastSuccess,
    lastFailure: lastFailure && {
      at: lastFailure.at,
      source: lastFailure.source && withoutFolders(lastFailure.source),
      kind: lastFailure.kind,
      id: lastFailure.id,
    },
    published,
    runs,
    sources: Object.entries(state.sources).map(([name, { lastSuccess: success, asOf, count: films }]) => ({
      name: withoutFolders(name),
      lastSuccess: success,
      asOf,
      count: films,
    })),
  };
}

/** "folder:/srv/data/films" → "folder:films". */
function withoutFolders(source: string): string {
  return source.replace(/^folder:.*\/(?=[^/])/u, "folder:");
}
