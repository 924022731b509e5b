/** Two films beside each other: what is known of each, what they share, and which is rated higher. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { voteCount } from "../../catalog/film.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { Recommender } from "../../recommend/recommender.js";
import { weightedRating } from "../../select/weighted-rating.js";
import { type Card, card, cardSchema } from "../film/card.js";
import { filmRefSchema } from "../refs/film.js";
import { namedReasons, reasonSchema } from "./recommendations.js";

const comparedSchema = z.object({
  ...filmRefSchema.shape,
  ...cardSchema.pick({
    runtime: true,
    releaseDate: true,
    directors: true,
    money: true,
    voteCount: true,
    votesYear: true,
    voteAverage: true,
    platforms: true,
    watching: true,
  }).shape,
  rating: z.number().nullable().describe("Average drawn towards 6 where few voted; null without votes"),
});

export type ComparedFilm = z.infer<typeof comparedSchema>;

export const comparisonSchema = z.object({
  films: z.tuple([comparedSchema, comparedSchema]),
  similarity: z.number().min(0).max(1).describe("1 for the same film; the same whichever comes first"),
  shared: z.array(reasonSchema).describe("What both have, most telling first"),
  better: z
    .object({
      film: z.int().nullable().describe("TMDB id of the one rated higher; null where neither is"),
      by: z.number().describe("How much higher, 0 to 10"),
      sure: z.enum(["clear", "slight", "even", "unknown"]).describe("Unknown: not of both are votes known"),
    })
    .describe("By `rating`"),
});

export type Comparison = z.infer<typeof comparisonSchema>;

/** Ratings no further apart are the same to whoever reads them, and up to the other hardly differ. */
const EVEN = 0.1;
const CLEAR = 0.4;

export function compareFilms(
  catalog: Catalog,
  recommender: Recommender,
  one: FilmRow,
  other: FilmRow,
): Comparison {
  const films: [ComparedFilm, ComparedFilm] = [compared(catalog, one), compared(catalog, other)];
  return {
    films,
    similarity: similarity(recommender, one, other),
    shared: one === other ? [] : namedReasons(catalog, recommender, one, other),
    better: better(films),
  };
}

/** The very score that `/recomendar` orders by. */
function similarity(recommender: Recommender, one: FilmRow, other: FilmRow): number {
  return one === other ? 1 : (recommender.compared(one, [other])[0]?.[1] ?? 0);
}

function compared(catalog: Catalog, row: FilmRow): ComparedFilm {
  const all: Card = card(catalog, row);
  const { film, runtime, releaseDate, directors, money, votesYear, voteAverage, platforms, watching } = all;
  const isRated = (voteCount(catalog, row) ?? 0) > 0 && voteAverage !== null;
  return {
    ...film,
    runtime,
    releaseDate,
    directors,
    money,
    voteCount: all.voteCount,
    votesYear,
    voteAverage,
    platforms,
    watching,
    rating: isRated ? weightedRating(catalog, row) : null,
  };
}

function better([one, other]: readonly [ComparedFilm, ComparedFilm]): Comparison["better"] {
  if (one.rating === null || other.rating === null) return { film: null, by: 0, sure: "unknown" };
  const by = Math.abs(one.rating - other.rating);
  if (by < EVEN) return { film: null, by, sure: "even" };
  return { film: one.rating > other.rating ? one.id : other.id, by, sure: by < CLEAR ? "slight" : "clear" };
}
