/** Our own Spanish names of keywords, which are laid over every source. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

const FILE = join("data", "keywords-es.json");
const schema = z.record(z.string(), z.string().min(1));

/**
 * @returns Spanish names by English ones
 * @throws Error where the file of the package is missing or damaged
 */
export async function readKeywordNames(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(PACKAGE_ROOT, FILE), "utf8");
  return new Map(Object.entries(schema.parse(JSON.parse(text))));
}
