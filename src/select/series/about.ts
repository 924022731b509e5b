/** Series in whose titles and descriptions a phrase stands: one look at the bytes of all of them. */
import type { Catalog } from "../../catalog/catalog.js";
import { plainWords } from "../../catalog/plain-words.js";
import type { SeriesRow } from "../../catalog/rows.js";
import { firstPlace } from "../../catalog/sorted.js";

/** How the last word of a phrase may end: as it is, or in a plural. */
const ENDINGS = [" ", "s ", "es "];

export function seriesAbout(
  { series }: Pick<Catalog, "series">,
  phrases: readonly string[],
): ReadonlySet<SeriesRow> {
  const { bytes, offsets } = series.about.raw;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<SeriesRow>();
  for (const phrase of phrases) {
    const words = plainWords(phrase).trimEnd();
    if (words === "") continue;
    for (const ending of ENDINGS) {
      const wanted = Buffer.from(words + ending);
      for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
        const row = firstPlace(0, series.rowCount, (place) => (offsets[place + 1] ?? 0) <= at);
        found.add(row as SeriesRow);
      }
    }
  }
  return found;
}
