/** Films by what they are about. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { TextMatch } from "../../find/port.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";

export const textSearchSchema = z.object({
  text: z.string(),
  films: z.array(
    z.object({
      film: filmRefSchema,
      score: z.number().min(0).max(1).describe("Comparable within one answer"),
      matched: z.array(z.string()).describe("The words of the question that match, as typed"),
    }),
  ),
});

export type TextSearch = z.infer<typeof textSearchSchema>;

export function textSearch(catalog: Catalog, text: string, matches: readonly TextMatch[]): TextSearch {
  return {
    text,
    films: matches
      .filter(({ row }) => !isAdult(catalog, row))
      .map(({ row, score, matched }) => ({ film: filmRef(catalog, row), score, matched: [...matched] })),
  };
}
