/** Our own Spanish titles of films, which are laid over every source. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import type { SpanishTitles } from "../../merge/spanish-titles.js";

const NAME = "titles-es.json";
export const TITLES_FILE = join(PACKAGE_ROOT, "data", NAME);

const title = z.string().trim().min(1);
const schema = z.strictObject({
  format: z.literal("claqueta-titles/1"),
  titles: z.array(
    z.strictObject({
      /** TMDB id. */
      id: z.int().positive(),
      /** In Spain. */
      es: title,
      /** In Latin America (Mexico's where countries differ), where it is another one. */
      es419: title.optional(),
      /** Further names. */
      aka: z.array(title).min(1).optional(),
    }),
  ),
});

/** @throws Error where the file of the package is missing or damaged */
export async function readSpanishTitles(file: string = TITLES_FILE): Promise<SpanishTitles> {
  const bytes = await readFile(file);
  const { titles } = schema.parse(JSON.parse(bytes.toString("utf8")));
  return {
    byFilm: new Map(titles.map(({ id, aka = [], ...rest }) => [id, { ...rest, aka }])),
    file: {
      file: NAME,
      kind: "spanish-titles",
      rows: titles.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
  };
}
