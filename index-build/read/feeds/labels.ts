/** Spanish names of films that no other source has one for: Wikidata's labels, by TMDB id. */
import { z } from "zod";
import { cleanName } from "../../clean/text.js";
import type { LineReader } from "./json-lines.js";

const lineSchema = z.object({
  id: z.int().positive().max(0x7fff_ffff),
  /** Null where Wikidata has none. */
  es: z.string().nullable(),
});

export function labelsReader(): LineReader {
  const labels = new Map<number, string | undefined>();
  return {
    kind: "labels",
    line(value) {
      const read = lineSchema.safeParse(value);
      if (!read.success) return false;
      const { id, es } = read.data;
      labels.set(id, es === null ? undefined : cleanName(es));
      return true;
    },
    finish(parts) {
      let kept = 0;
      for (const [id, label] of labels) {
        if (label === undefined) continue;
        kept++;
        if (!parts.labels.has(id)) parts.labels.set(id, label);
      }
      return kept;
    },
  };
}
