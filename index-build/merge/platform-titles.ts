/** The titles of streaming platforms, each once. */
import type { SourceParts } from "../read/parts.js";
import type { PlatformTitle } from "../records.js";
import type { BuildReport } from "../report.js";

/** Each title once: of several with one id the first that was read. By platform, then in the platform's order. */
export function mergePlatformTitles(parts: SourceParts, report: BuildReport): PlatformTitle[] {
  const byId = new Map<string, PlatformTitle>();
  for (const { title, place } of parts.platformTitles) {
    if (byId.has(title.id)) report.add("duplicate-platform-title", { ...place, detail: title.id });
    else byId.set(title.id, title);
  }
  return [...byId.values()].sort(
    (a, b) => compare(a.platform, b.platform) || a.id.length - b.id.length || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
