/** Things with an id of their source and a name: collections, companies. */
import { z } from "zod";
import { idOf } from "../../catalog/catalog.js";
import type { Strings } from "../../catalog/columns.js";
import type { HasRows } from "../../catalog/rows.js";

export const namedRefSchema = z
  .object({ id: z.int().describe("TMDB id; below 0 where the source gave none"), name: z.string() })
  .meta({ id: "Named" });

export type NamedRef = z.infer<typeof namedRefSchema>;

export function namedRef<Row extends number>(
  table: { readonly id: Int32Array; readonly name: Strings<Row> } & HasRows<Row>,
  row: Row,
): NamedRef {
  return { id: idOf(table, row), name: table.name.get(row) };
}
