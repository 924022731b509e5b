/** Which person IMDb's ids are of, for the best known: no source tells. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../../../src/package-root.js";

const FILE = join("data", "people-imdb.json");
const schema = z.record(z.string().regex(/^nm\d{7,8}$/), z.string().min(1));

/**
 * @returns names by IMDb's numbers: 158 is Tom Hanks
 * @throws Error where the file of the package is missing or damaged
 */
export async function readImdbPeople(): Promise<ReadonlyMap<number, string>> {
  const text = await readFile(join(PACKAGE_ROOT, FILE), "utf8");
  const names = Object.entries(schema.parse(JSON.parse(text)));
  return new Map(names.map(([id, name]) => [Number(id.slice(2)), name]));
}
