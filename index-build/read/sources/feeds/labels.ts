/** Spanish names of films that no other source has one for: Wikidata's labels, by TMDB id. */
import { labelLine } from "../../../../src/feeds/labels.js";
import { cleanName } from "../../../clean/texts/text.js";
import type { LineReader } from "./line-reader.js";

export function labelsReader(): LineReader {
  const labels = new Map<number, string | undefined>();
  return {
    kind: "labels",
    line(value) {
      const read = labelLine.safeParse(value);
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
