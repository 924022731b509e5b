/** Our own Spanish titles of films, which are laid over every source. */
import { z } from "zod";
import type { SpanishTitles } from "../../../merge/spanish-titles.js";
import { readPackageTable, tablePath } from "./package-table.js";

const NAME = "titles-es.json";
export const TITLES_FILE = tablePath(NAME);

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
export async function readSpanishTitles(path: string = TITLES_FILE): Promise<SpanishTitles> {
  const {
    value: { titles },
    file,
  } = await readPackageTable(NAME, schema, path);
  return {
    byFilm: new Map(titles.map(({ id, aka = [], ...rest }) => [id, { ...rest, aka }])),
    file: { ...file, kind: "spanish-titles", rows: titles.length },
  };
}
