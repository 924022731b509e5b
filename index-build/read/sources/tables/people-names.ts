/** Our own names of people, which are laid over every source. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../../../src/package-root.js";
import type { PeopleNames } from "../../../merge/people-names.js";

const NAME = "people-names.json";
export const PEOPLE_FILE = join(PACKAGE_ROOT, "data", NAME);

const name = z.string().trim().min(1);
const schema = z.strictObject({
  format: z.literal("claqueta-people/1"),
  people: z.array(
    z.strictObject({
      /** TMDB id, where a source has it. */
      id: z.int().positive().optional(),
      /** As the sources call them. */
      name,
      /** In Latin letters, where the sources have another script. */
      latin: name.optional(),
      /** Nicknames, initials, real names, and names as they are heard. */
      aka: z.array(name).min(1).optional(),
    }),
  ),
});

/** @throws Error where the file of the package is missing or damaged */
export async function readPeopleNames(file: string = PEOPLE_FILE): Promise<PeopleNames> {
  const bytes = await readFile(file);
  const { people } = schema.parse(JSON.parse(bytes.toString("utf8")));
  return {
    people: people.map(({ aka = [], ...person }) => ({ ...person, aka })),
    file: {
      file: NAME,
      kind: "people-names",
      rows: people.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
  };
}
