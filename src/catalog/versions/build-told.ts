/** What the build of a version told of its sources, in short, as its report beside the version has it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** How many things in the sources were put right, told twice, refused, or are in doubt. */
export interface BuildTold {
  readonly repaired: number;
  readonly merged: number;
  readonly refused: number;
  readonly doubtful: number;
}

interface BuildFacts {
  /** ISO 8601. It differs between builds of one input, so it stands in the report. */
  readonly builtAt: string | undefined;
  readonly told: BuildTold | undefined;
}

/** Of our own tables, and nobody's to mend. */
const OWN_CODES: ReadonlySet<unknown> = new Set(["theme-name-shared", "unknown-theme-keyword"]);

/** Where what a build told of its sources lies, beside its version. */
export function reportFile(root: string, version: string): string {
  return join(root, `${version}.report.json`);
}

/** "Unknown" is a true answer: a lost report must not keep the bot from starting. */
export function buildFacts(root: string, version: string): BuildFacts {
  const stored = storedReport(root, version);
  const builtAt = fieldOf(stored, "builtAt");
  const counts = fieldOf(fieldOf(stored, "report"), "counts");
  return {
    builtAt: typeof builtAt === "string" ? builtAt : undefined,
    told: Array.isArray(counts) ? toldOf(counts) : undefined,
  };
}

function storedReport(root: string, version: string): unknown {
  try {
    return JSON.parse(readFileSync(reportFile(root, version), "utf8"));
  } catch {
    return undefined;
  }
}

function toldOf(counts: readonly unknown[]): BuildTold {
  const sum = (severity: string): number =>
    counts
      .filter((one) => fieldOf(one, "severity") === severity && !OWN_CODES.has(fieldOf(one, "code")))
      .reduce<number>((all, one) => all + (Number(fieldOf(one, "count")) || 0), 0);
  return {
    repaired: sum("repaired"),
    merged: sum("merged"),
    refused: sum("refused"),
    doubtful: sum("warning"),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
