/** What a group wants to see: the films on most of its members' lists that none of them saw. */
import { z } from "zod";
import { type Catalog, filmById } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { weightedRating } from "../../select/weighted-rating.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";

export const groupWatchlistSchema = z.object({
  members: z.int(),
  films: z
    .array(z.object({ film: filmRefSchema, wantedBy: z.int().describe("Members who have it on their list") }))
    .describe("Wanted by most first, then the better rated"),
  more: z.boolean(),
});

export type GroupWatchlist = z.infer<typeof groupWatchlistSchema>;

/**
 * @param lists TMDB ids that each member wants to see
 * @param seen TMDB ids that each member saw: whoever has no list may have seen a film too
 */
export function watchlistForGroup(
  catalog: Catalog,
  lists: readonly (readonly number[])[],
  seen: readonly (readonly number[])[],
  { count, skip = 0 }: { readonly count: number; readonly skip?: number },
): GroupWatchlist {
  const seenByAny = new Set(seen.flat());
  const wanted = new Map<FilmRow, number>();
  for (const list of lists) {
    for (const id of new Set(list)) {
      const row = seenByAny.has(id) ? undefined : filmById(catalog, id);
      if (row !== undefined && !isAdult(catalog, row)) wanted.set(row, (wanted.get(row) ?? 0) + 1);
    }
  }
  const sorted = [...wanted].sort(
    ([a, byA], [b, byB]) => byB - byA || weightedRating(catalog, b) - weightedRating(catalog, a) || a - b,
  );
  return {
    members: lists.length,
    films: sorted
      .slice(skip, skip + count)
      .map(([row, wantedBy]) => ({ film: filmRef(catalog, row), wantedBy })),
    more: sorted.length > skip + count,
  };
}
