/** What the catalogue holds, where it is from, and of when it is. */
import type { Catalog } from "../catalog/catalog.js";

export interface DataSummary {
  readonly filmCount: number;
  readonly version: string;
  /** ISO 8601; null where the build report is gone. */
  readonly builtAt: string | null;
  /** Newest fact, YYYY-MM-DD. */
  readonly dataDate: string;
  readonly sources: readonly { readonly file: string; readonly kind: string; readonly rows: number }[];
  /** How many people, companies… */
  readonly counts: Readonly<Record<string, number>>;
}

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
