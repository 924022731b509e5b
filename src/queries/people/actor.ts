/**
 * An actor's films and what they returned. Films that the same person directed are left out, and counted
 * apart.
 */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { PersonRow } from "../../catalog/rows.js";
import { weightedRating } from "../../select/weighted-rating.js";
import { money, returnSummarySchema, summariseReturns } from "../film/money.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";
import { personRef, personRefSchema } from "../refs/person.js";

export const actorSchema = returnSummarySchema.extend({
  person: personRefSchema,
  directedExcluded: z.int().describe("Films in which the person both acts and directs"),
  films: z
    .array(
      z.object({
        film: filmRefSchema,
        voteAverage: z.number().nullable(),
        return: z.number().nullable(),
      }),
    )
    .describe("The films counted in filmCount, best first, without adult ones"),
});

export type Actor = z.infer<typeof actorSchema>;

export function actor(catalog: Catalog, row: PersonRow): Actor {
  const acted = [...catalog.people.acted.get(row)];
  const directed = new Set(catalog.people.directed.get(row));
  const rows = acted.filter((film) => !directed.has(film));
  const best = rows
    .filter((film) => !isAdult(catalog, film))
    .sort((a, b) => weightedRating(catalog, b) - weightedRating(catalog, a) || a - b);
  return {
    person: personRef(catalog, row),
    directedExcluded: acted.length - rows.length,
    ...summariseReturns(catalog, rows),
    films: best.map((film) => ({
      film: filmRef(catalog, film),
      voteAverage: catalog.films.voteAverage.get(film) ?? null,
      return: money(catalog, film).return,
    })),
  };
}
