/** What the catalogue holds, where it is from, and of when it is. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { FailureKind, RefreshStatus } from "../../refresh/port.js";

/** Each kind under its own name: the compiler sees to it that none is missing. */
const FAILURE_KINDS = {
  unreachable: "unreachable",
  refused: "refused",
  missing: "missing",
  malformed: "malformed",
  build: "build",
  rejected: "rejected",
  interrupted: "interrupted",
  unknown: "unknown",
} as const satisfies { readonly [Kind in FailureKind]: Kind };

export const dataSchema = z.object({
  filmCount: z.int(),
  version: z.string(),
  builtAt: z.string().nullable().describe("ISO 8601; null where the build report is gone"),
  dataDate: z.string().describe("Newest fact, YYYY-MM-DD"),
  sources: z.array(z.object({ file: z.string(), kind: z.string(), rows: z.int() })),
  counts: z.record(z.string(), z.int()).describe("How many people, companies…"),
  refresh: z
    .object({
      lastRun: z.string().nullable().describe("ISO 8601"),
      lastSuccess: z.string().nullable().describe("ISO 8601"),
      lastFailure: z
        .object({
          at: z.string().describe("ISO 8601"),
          source: z.string().nullable().describe("The source at fault; null where it was none"),
          kind: z.enum(FAILURE_KINDS),
          id: z.string().describe("The operator finds the whole message in the log under it"),
        })
        .nullable(),
      sources: z.array(
        z.object({
          name: z.string(),
          lastSuccess: z.string().nullable(),
          asOf: z.string().nullable().describe("YYYY-MM-DD"),
          count: z.int().nullable(),
        }),
      ),
    })
    .nullable()
    .describe("How bringing the data up to date stands; null where it never was"),
  difference: z
    .object({ added: z.int(), removed: z.int() })
    .nullable()
    .describe("Films that came and went with this version"),
});

export type DataSummary = z.infer<typeof dataSchema>;

export function dataSummary(
  { manifest, builtAt, films, folder }: Catalog,
  status?: RefreshStatus,
): DataSummary {
  const published = status?.published;
  // Another version may have been put in use by hand since.
  const isThis = published && folder.endsWith(published.version);
  return {
    filmCount: films.rowCount,
    version: manifest.version,
    builtAt: builtAt ?? null,
    dataDate: manifest.dataDate,
    sources: manifest.sources.map(({ file, kind, rows }) => ({ file, kind, rows })),
    counts: manifest.counts,
    refresh: status?.lastRun ? refreshSummary(status) : null,
    difference: isThis ? { added: published.added, removed: published.removed } : null,
  };
}

function refreshSummary(status: RefreshStatus): DataSummary["refresh"] {
  const { lastRun, lastSuccess, lastFailure, sources } = status;
  return { lastRun, lastSuccess, lastFailure, sources: [...sources] };
}
