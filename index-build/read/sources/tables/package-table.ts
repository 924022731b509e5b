/** Our own tables: JSON files of the package that are laid over every source. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { PACKAGE_ROOT } from "../../../../src/package-root.js";
import type { SourceFile } from "../../../records.js";

export interface PackageTable<Value> {
  readonly value: Value;
  /** SHA-256 of the file's bytes, and its name without a folder. */
  readonly file: Pick<SourceFile, "file" | "sha256">;
}

/** Where a table of the package lies. */
export function tablePath(name: string): string {
  return join(PACKAGE_ROOT, "data", name);
}

/** @throws Error where the file is missing or damaged */
export async function readPackageTable<Value>(
  name: string,
  schema: z.ZodType<Value>,
  path: string = tablePath(name),
): Promise<PackageTable<Value>> {
  const bytes = await readFile(path);
  return {
    value: schema.parse(JSON.parse(bytes.toString("utf8"))),
    file: { file: name, sha256: createHash("sha256").update(bytes).digest("hex") },
  };
}
