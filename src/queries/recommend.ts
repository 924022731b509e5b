/** Films to see: those most similar to one, or well-liked and varied ones where none is named. */
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.js";
import { BLOCKS } from "../recommend/model.js";
import { type Reason, reasonsFor } from "../recommend/reasons.js";
import { filmRef, filmRefSchema, isAdult } from "./film.js";
import { weightedRating } from "./ratings.js";

const reasonSchema = z.object({
  kind: z.enum(BLOCKS).describe("In what the two films are alike"),
  shared: z
    .array(z.object({ name: z.string(), nameEs: z.string().nullable().describe("Spanish name of a theme") }))
    .describe("What the two films share, most telling first"),
});

export type NamedReason = z.infer<typeof reasonSchema>;

const recommendationSchema = z.object({
  film: filmRefSchema,
  score: z.number().min(0).max(1).describe("Comparable within one list"),
  reasons: z
    .array(reasonSchema)
    .describe("True for this pair, most telling first; empty where no film was named"),
});

export type Recommendation = z.infer<typeof recommendationSchema>;

export const recommendationsSchema = z.object({
  film: filmRefSchema.nullable().describe("Null where no film was named"),
  recommendations: z.array(recommendationSchema),
});

export type Recommendations = z.infer<typeof recommendationsSchema>;

/** Of one collection, and of one director, a list holds at most this many. */
const MOST_ALIKE = 2;

/** @param count how many at most */
export function similarFilms(catalog: Catalog, row: number, count: number): Recommendations {
  const { neighbours } = catalog;
  const films = neighbours.films.get(row);
  const scores = neighbours.scores.get(row);
  const contributions = neighbours.contributions.get(row);
  const chosen = varied(catalog, [...films.keys()], (i) => films[i], count);
  return {
    film: filmRef(catalog, row),
    recommendations: chosen.map((i) => {
      const parts = contributions.subarray(i * BLOCKS.length, (i + 1) * BLOCKS.length);
      return {
        film: filmRef(catalog, films[i]),
        score: scores[i],
        reasons: reasonsFor(catalog, row, films[i], parts).map((reason) => named(catalog, reason)),
      };
    }),
  };
}

/** The first of some candidates, without more than MOST_ALIKE of one collection or director. */
function varied<T>(
  catalog: Catalog,
  candidates: readonly T[],
  filmOf: (candidate: T) => number,
  count: number,
): T[] {
  const taken = new Map<string, number>();
  const chosen: T[] = [];
  for (const candidate of candidates) {
    if (chosen.length === count) break;
    const film = filmOf(candidate);
    const collection = catalog.films.collection.get(film);
    const groups = [...catalog.films.directors.get(film)].map((director) => `director:${director}`);
    if (collection !== undefined) groups.push(`collection:${collection}`);
    if (groups.some((group) => (taken.get(group) ?? 0) >= MOST_ALIKE)) continue;
    for (const group of groups) taken.set(group, (taken.get(group) ?? 0) + 1);
    chosen.push(candidate);
  }
  return chosen;
}

function named(catalog: Catalog, { block, shared }: Reason): NamedReason {
  const tables = {
    collection: catalog.collections,
    director: catalog.people,
    cast: catalog.people,
    keywords: catalog.keywords,
    genres: catalog.genres,
  };
  const nameEs = (row: number) => (block === "keywords" ? (catalog.keywords.nameEs.get(row) ?? null) : null);
  return {
    kind: block,
    shared: shared.map((row) => ({ name: tables[block].name.get(row), nameEs: nameEs(row) })),
  };
}

/** The best known films that a list for nobody in particular is drawn from. */
const KNOWN_FILMS = 500;

/** Well-liked films, each of another first genre, then again: for somebody of whom nothing is known. */
export function popularFilms(catalog: Catalog, count: number): Recommendations {
  const known = Math.min(KNOWN_FILMS, catalog.films.rowCount);
  const best = Array.from({ length: known }, (_, row) => row)
    .filter((row) => !isAdult(catalog, row))
    .sort((a, b) => weightedRating(catalog, b) - weightedRating(catalog, a) || a - b);
  const turns = new Map<number, number>();
  const inTurns = best
    .map((row, rank) => {
      const genre = catalog.films.genres.get(row)[0] ?? -1;
      const turn = turns.get(genre) ?? 0;
      turns.set(genre, turn + 1);
      return { row, rank, turn };
    })
    .sort((a, b) => a.turn - b.turn || a.rank - b.rank);
  const chosen = varied(catalog, inTurns, ({ row }) => row, count);
  return {
    film: null,
    recommendations: chosen.map(({ row }) => ({
      film: filmRef(catalog, row),
      score: weightedRating(catalog, row) / 10,
      reasons: [],
    })),
  };
}
