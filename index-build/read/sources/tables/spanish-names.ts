/** Our own names of keywords and series, which are laid over every source. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../../../src/package-root.js";
import { readPackageTable } from "./package-table.js";

const schema = z.record(z.string(), z.string().min(1));

/**
 * @returns Spanish names of keywords by TMDB's English ones
 * @throws Error where the file of the package is missing or damaged
 */
export function readKeywordNames(): Promise<ReadonlyMap<string, string>> {
  return readNames("keywords-es.json");
}

/**
 * @returns Spanish names of series by the titles that platforms give them
 * @throws Error where the file of the package is missing or damaged
 */
export function readSeriesNames(): Promise<ReadonlyMap<string, string>> {
  return readNames("series-es.json");
}

/**
 * @returns what else people call series (in Latin America, in English, by their initials), by the titles that platforms
 *   give them
 * @throws Error where the file of the package is missing or damaged
 */
export async function readSeriesAliases(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { value } = await readPackageTable(
    "series-names.json",
    z.record(z.string(), z.array(z.string().min(1)).min(1)),
  );
  return new Map(Object.entries(value));
}

async function readNames(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(PACKAGE_ROOT, "data", file), "utf8");
  return new Map(Object.entries(schema.parse(JSON.parse(text))));
}
