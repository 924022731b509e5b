/** The report of a build as it lies beside its version, to be shown again. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { reportFile } from "../src/catalog/versions/build-told.js";
import { REPORT_CODES, type ReportView } from "./report.js";

const count = z.int().nonnegative();
const severity = z.enum(["repaired", "merged", "refused", "left-alone", "warning"]);
const code = z.enum(REPORT_CODES);

const storedSchema = z.object({
  report: z.object({
    files: z.array(
      z.object({ file: z.string(), kind: z.string(), rows: count, sha256: z.string(), kept: count }),
    ),
    // What another version of the program told, and this one has no words for, is left out.
    counts: z.array(z.object({ code, severity, count }).nullable().catch(null)),
    entries: z.array(
      z
        .object({
          severity,
          code,
          file: z.string(),
          line: count.optional(),
          column: z.string().optional(),
          detail: z.string().optional(),
        })
        .nullable()
        .catch(null),
    ),
  }),
});

/** Undefined where a version has no report, or one that cannot be read. */
export function readStoredReport(root: string, version: string): ReportView | undefined {
  try {
    const { report } = storedSchema.parse(JSON.parse(readFileSync(reportFile(root, version), "utf8")));
    const counts = report.counts.filter((one) => one !== null);
    const entries = report.entries.filter((one) => one !== null);
    return {
      files: () => report.files,
      codes: () => counts,
      entries: (of) => (of === undefined ? entries : entries.filter((entry) => entry.code === of)),
    };
  } catch {
    return undefined;
  }
}
