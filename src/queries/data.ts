/** What the catalogue holds, where it is from, and of when it is. */
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.js";

export const dataSchema = z.object({
  filmCount: z.int(),
  version: z.string(),
  builtAt: z.string().nullable().describe("ISO 8601; null where the build report is gone"),
  dataDate: z.string().describe("Newest fact, YYYY-MM-DD"),
  sources: z.array(z.object({ file: z.string(), kind: z.string(), rows: z.int() })),
  counts: z.record(z.string(), z.int()).describe("How many people, companies…"),
});

export type DataSummary = z.infer<typeof dataSchema>;

export function dataSummary({ manifest, builtAt, films }: Catalog): DataSummary {
  return {
    filmCount: films.rowCount,
    version: manifest.version,
    builtAt: builtAt ?? null,
    dataDate: manifest.dataDate,
    sources: manifest.sources.map(({ file, kind, rows }) => ({ file, kind, rows })),
    counts: manifest.counts,
  };
}
