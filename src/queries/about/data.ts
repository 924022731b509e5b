/** What the catalogue holds, where it is from, and of when it is. */
import { z } from "zod";
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { isoDate } from "../../catalog/film.js";
import { PLATFORMS } from "../../catalog/platforms.js";
import { eachRow } from "../../catalog/rows.js";
import type { FailureKind, RefreshStatus } from "../../refresh/port.js";
import { catalogueSchema, platformIdSchema } from "../platforms/catalogue.js";
import { platformCount } from "../platforms/count.js";

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
  told: z
    .object({ repaired: z.int(), merged: z.int(), refused: z.int(), doubtful: z.int() })
    .nullable()
    .describe("What the build found wrong in the sources; null where its report is gone"),
  dataDate: z.string().describe("Newest fact, YYYY-MM-DD"),
  votes: z
    .object({ from: z.int(), to: z.int() })
    .nullable()
    .describe("Years in which the votes were counted, first and last; null where none is known"),
  watching: z
    .object({
      region: z.string().describe("ISO 3166-1 code"),
      filmCount: z.int(),
      from: z
        .string()
        .nullable()
        .describe("When the film asked about longest ago was asked about, YYYY-MM-DD"),
      to: z.string().nullable().describe("The same of the latest"),
    })
    .nullable()
    .describe("Where films can be watched, as JustWatch tells; null where it was never asked"),
  catalogues: z
    .array(
      z.object({
        platform: platformIdSchema,
        name: z.string(),
        titleCount: z.int(),
        ...catalogueSchema.shape,
      }),
    )
    .describe("Of the streaming platforms"),
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

export function dataSummary(catalog: Catalog, status?: RefreshStatus): DataSummary {
  const { manifest, builtAt, told, films, folder } = catalog;
  const published = status?.published;
  // Another version may have been put in use by hand since.
  const isThis = published && folder.endsWith(published.version);
  return {
    filmCount: films.rowCount,
    version: manifest.version,
    builtAt: builtAt ?? null,
    told: told ?? null,
    dataDate: manifest.dataDate,
    ...agesOf(catalog),
    sources: manifest.sources.map(({ file, kind, rows }) => ({ file, kind, rows })),
    counts: manifest.counts,
    refresh: status?.lastRun ? refreshSummary(status) : null,
    difference: isThis ? { added: published.added, removed: published.removed } : null,
  };
}

/** Of when those facts are that go out of date. */
const agesOf = oncePerCatalog(
  (catalog: Catalog): Pick<DataSummary, "votes" | "watching" | "catalogues"> => ({
    votes: votesYears(catalog),
    watching: watchingSummary(catalog),
    catalogues: PLATFORMS.flatMap(({ id, name }) => {
      const { movieCount, seriesCount, region, dataDate } = platformCount(catalog, id);
      const titleCount = movieCount + seriesCount;
      return titleCount === 0 ? [] : [{ platform: id, name, titleCount, region, dataDate }];
    }),
  }),
);

function votesYears({ films }: Catalog): DataSummary["votes"] {
  const years = new Set<number>();
  for (const row of eachRow(films)) years.add(films.votesYear.get(row) ?? 0);
  years.delete(0);
  return years.size === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

function watchingSummary({ watching }: Catalog): DataSummary["watching"] {
  const [first] = eachRow(watching);
  if (first === undefined) return null;
  const days = [...eachRow(watching)].flatMap((row) => watching.asOf.get(row) ?? []);
  const day = (choose: (one: number, other: number) => number): string | null =>
    days.length === 0 ? null : isoDate(days.reduce(choose));
  return {
    region: watching.region.get(first),
    filmCount: watching.rowCount,
    from: day((one, other) => Math.min(one, other)),
    to: day((one, other) => Math.max(one, other)),
  };
}

function refreshSummary(status: RefreshStatus): DataSummary["refresh"] {
  const { lastRun, lastSuccess, lastFailure, sources } = status;
  return { lastRun, lastSuccess, lastFailure, sources: [...sources] };
}
