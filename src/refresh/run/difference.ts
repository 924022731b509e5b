/** What came and went between two versions. */
import type { Catalog } from "../../catalog/catalog.js";
import type { Difference } from "../port.js";

type Films = Pick<Catalog, "films">;

/** Films by their TMDB ids; nothing is compared where there was no version before. */
export function differenceOf(before: Films | undefined, after: Films): Difference {
  const old = new Set(before && filmIds(before));
  let kept = 0;
  for (const id of filmIds(after)) if (old.has(id)) kept++;
  return { added: after.films.rowCount - kept, removed: old.size - kept };
}

/** TMDB ids of all films. A column may be longer than its table: Arrow pads it. */
export function filmIds({ films }: Films): Int32Array {
  return films.id.subarray(0, films.rowCount);
}
