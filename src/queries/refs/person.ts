/** A person as results name them. */
import { z } from "zod";
import { type Catalog, idOf } from "../../catalog/catalog.js";
import type { PersonRow } from "../../catalog/rows.js";

export const personRefSchema = z
  .object({
    id: z.int().describe("TMDB id; below 0 where the source gave none"),
    name: z.string().describe("As written in the data"),
  })
  .meta({ id: "Person" });

export type PersonRef = z.infer<typeof personRefSchema>;

export function personRef({ people }: Catalog, row: PersonRow): PersonRef {
  return { id: idOf(people, row), name: people.name.get(row) };
}
