/** A franchise as results name it. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { CollectionRow } from "../../catalog/rows.js";
import { namedRef, namedRefSchema } from "./named.js";

export const collectionRefSchema = namedRefSchema
  .extend({
    nameEs: z.string().optional().describe("Our own Spanish name, where it differs"),
    nameEs419: z.string().optional().describe("The same in Latin America, where it is another"),
  })
  .meta({ id: "Franchise" });

export type CollectionRef = z.infer<typeof collectionRefSchema>;

export function collectionRef(
  { collections }: Pick<Catalog, "collections">,
  row: CollectionRow,
): CollectionRef {
  return {
    ...namedRef(collections, row),
    nameEs: collections.nameEs.get(row),
    nameEs419: collections.nameEs419.get(row),
  };
}
