/** How long a film is. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { LONGEST_PLAUSIBLE_FILM } from "../../catalog/plausible.js";
import type { FilmRow } from "../../catalog/rows.js";
import { filmRef, filmRefSchema } from "../refs/film.js";

export const runtimeSchema = z.object({
  film: filmRefSchema,
  runtime: z.number().nullable().describe("Minutes"),
  doubtful: z.boolean().describe("Too long to be believed"),
});

export type Runtime = z.infer<typeof runtimeSchema>;

export function runtime(catalog: Catalog, row: FilmRow): Runtime {
  const minutes = catalog.films.runtime.get(row) ?? null;
  return {
    film: filmRef(catalog, row),
    runtime: minutes,
    doubtful: minutes !== null && minutes > LONGEST_PLAUSIBLE_FILM,
  };
}
