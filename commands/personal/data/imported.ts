/** What came of somebody's list from elsewhere. */
import { z } from "zod";

export const importedSchema = z.object({
  source: z.enum(["letterboxd", "imdb", "exchange"]),
  added: z.int().describe("Films that were neither rated nor seen before"),
  changed: z.int().describe("Films with another score than before"),
  same: z.int(),
  wanted: z.int().describe("Films put on the list of those to see"),
  leftOut: z.int().describe("Films that had no room"),
  notFound: z.int(),
  doubtful: z.int().describe("Films that may be one or another: none was taken"),
});

export type Imported = z.infer<typeof importedSchema>;
