/** The manifest of a version: its text form, and the version name that is a function of its contents. */
import { createHash } from "node:crypto";
import type { Manifest } from "./schema.js";

/**
 * Name of the version a manifest describes: data date and the first 12 hex digits of a hash over everything
 * else, so that the same input always gives the same version and a changed manifest is noticed.
 */
export function manifestVersion(manifest: Omit<Manifest, "version">): string {
  const { format, dataDate, counts, sources, files } = manifest;
  const contents = JSON.stringify({ format, dataDate, counts, sources, files });
  return `${dataDate}-${createHash("sha256").update(contents).digest("hex").slice(0, 12)}`;
}

export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * @throws Error where the text is no manifest; its format may still be one that this program does not read
 */
export function parseManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (typeof manifest !== "object" || manifest === null || typeof manifest.format !== "number") {
    throw new Error("no format number");
  }
  return {
    ...manifest,
    files: manifest.files ?? {},
    sources: manifest.sources ?? [],
    counts: manifest.counts ?? {},
  };
}
