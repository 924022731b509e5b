/** What a group wants to see: the films on most of its members' lists that none of them saw. */
import { z } from "zod";
import { type Catalog, filmById } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { weightedRating } from "../../select/weighted-rating.js";
import { inTurns, type Steps, stepping } from "../../steps.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";

export const groupWatchlistSchema = z.object({
  members: z.int(),
  films: z
    .array(z.object({ film: filmRefSchema, wantedBy: z.int().describe("Members who have it on their list") }))
    .describe("Wanted by most first, then the better rated"),
  more: z.boolean(),
});

type Ranked = readonly [row: FilmRow, by: number, worth: number];

export type GroupWatchlist = z.infer<typeof groupWatchlistSchema>;

/**
 * @param lists TMDB ids that each member wants to see
 * @param seen TMDB ids that anybody saw: whoever has no list may have seen a film too
 * @param pause awaited every few milliseconds, so that others are answered meanwhile
 */
export function watchlistForGroup(
  catalog: Catalog,
  { lists, seen, count, skip = 0 }: WatchlistAsking,
  pause: () => Promise<unknown>,
): Promise<GroupWatchlist> {
  return inTurns(watchlistSteps(catalog, { lists, seen, count, skip }), pause);
}

export interface WatchlistAsking {
  readonly lists: readonly (readonly number[])[];
  readonly seen: Iterable<number>;
  readonly count: number;
  readonly skip?: number;
}

function* watchlistSteps(
  catalog: Catalog,
  { lists, seen, count, skip }: Required<WatchlistAsking>,
): Steps<GroupWatchlist> {
  const seenByAny = new Set<number>();
  yield* stepping(seen, (id) => seenByAny.add(id), 1_000);
  const wanted = new Map<FilmRow, number>();
  for (const list of lists) {
    yield* stepping(new Set(list), (id) => {
      const row = seenByAny.has(id) ? undefined : filmById(catalog, id);
      if (row !== undefined && !isAdult(catalog, row)) wanted.set(row, (wanted.get(row) ?? 0) + 1);
    });
  }
  const ranked: Ranked[] = [];
  yield* stepping(wanted, ([row, by]) => ranked.push([row, by, weightedRating(catalog, row)]));
  const sorted = ranked.sort(([a, byA, worthA], [b, byB, worthB]) => byB - byA || worthB - worthA || a - b);
  return {
    members: lists.length,
    films: sorted
      .slice(skip, skip + count)
      .map(([row, wantedBy]) => ({ film: filmRef(catalog, row), wantedBy })),
    more: sorted.length > skip + count,
  };
}
