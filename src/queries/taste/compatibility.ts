/** How far two people's tastes go together, from what both rated, or from the genres that each rates higher. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { centred, type OwnRating, ownMean, scoresOf } from "../../recommend/ratings/own.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";
import { agreementOf, percentOf, verdictOf, verdictSchema } from "./agreement.js";
import { KIND_PRIOR, tallyOf, traits } from "./favourites.js";
import { LOVED, ratedFilms } from "./rated.js";

/** Films that both rated, below which they say nothing by themselves. */
export const FEWEST_COMMON = 5;
/** Films rated by each, from which on genres tell something. */
const FEWEST_FOR_GENRES = 10;

const bothScoresSchema = z.object({
  film: filmRefSchema,
  scores: z.tuple([z.number(), z.number()]).describe("1 to 10, in the order asked"),
});

export const compatibilitySchema = z.object({
  percent: z
    .int()
    .min(0)
    .max(100)
    .nullable()
    .describe("50 is neither for nor against; null where too little is known of either"),
  verdict: verdictSchema.nullable(),
  by: z
    .enum(["films", "genres", "nothing"])
    .describe(
      "From films that both rated, or, where these are too few, from genres: at most 80, at least 20",
    ),
  sure: z.enum(["low", "fair", "high"]).describe("From 10 and 25 films in common on; by genres always low"),
  common: z.int().describe("Films that both rated"),
  fewest: z.int().describe("Films in common below which genres are asked"),
  rated: z.tuple([z.int(), z.int()]).describe("Films that each rated"),
  bothLoved: z.object({
    count: z.int(),
    films: z.array(bothScoresSchema).describe("8 or more from both, best first; five at most"),
  }),
  disagreement: bothScoresSchema
    .nullable()
    .describe("The film their scores lie farthest apart on, 3 or more"),
  bothLike: z.array(z.string()).describe("English names of genres that both rate above their own mean"),
  dividedBy: z.string().nullable().describe("The genre that one rates above and the other below it most"),
});

export type Compatibility = z.infer<typeof compatibilitySchema>;
type BothScores = z.infer<typeof bothScoresSchema>;

const SHOWN_FILMS = 5;
const SHOWN_GENRES = 3;
/** Closer scores are no disagreement. */
const APART = 3;

export function compatibility(
  catalog: Catalog,
  one: readonly OwnRating[],
  other: readonly OwnRating[],
): Compatibility {
  const scores = [scoresOf(one), scoresOf(other)] as const;
  const common = [...scores[0].keys()].filter((film) => scores[1].has(film));
  const both = scoresOfBoth(catalog, common, scores);
  const loved = both.filter((film) => Math.min(...film.scores) >= LOVED);
  const genres = genreLifts(catalog, one, other);
  return {
    ...measured(scores, common, genres),
    common: common.length,
    fewest: FEWEST_COMMON,
    rated: [scores[0].size, scores[1].size],
    bothLoved: {
      count: loved.length,
      films: loved.sort((a, b) => worth(b) - worth(a) || a.film.id - b.film.id).slice(0, SHOWN_FILMS),
    },
    disagreement: farthestApart(both),
    ...sharedGenres(genres),
  };
}

type Measured = Pick<Compatibility, "percent" | "verdict" | "by" | "sure">;
type Scores = readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>];

function measured(scores: Scores, common: readonly number[], genres: readonly GenreLifts[]): Measured {
  if (common.length >= FEWEST_COMMON) {
    const percent = percentOf(agreementOnFilms(scores, common));
    const sure = common.length < 10 ? "low" : common.length < 25 ? "fair" : "high";
    return { percent, verdict: verdictOf(percent), by: "films", sure };
  }
  const [fewer, more] = [scores[0].size, scores[1].size].sort((a, b) => a - b);
  if (Math.min(fewer ?? 0, more ?? 0) < FEWEST_FOR_GENRES)
    return { percent: null, verdict: null, by: "nothing", sure: "low" };
  const percent = percentOf(GENRES_TELL * agreementOnGenres(genres));
  return { percent, verdict: verdictOf(percent), by: "genres", sure: "low" };
}

/** Cosine of scores, each less the person's own mean over all that they rated, drawn to 0 by `PRIOR`. */
function agreementOnFilms([one, other]: Scores, common: readonly number[]): number {
  const [a, b] = [centred(one), centred(other)];
  return cosine(common.map((film) => [a.get(film) ?? 0, b.get(film) ?? 0]));
}

function cosine(pairs: readonly (readonly [number, number])[], prior?: number): number {
  let product = 0;
  let squaresOfOne = 0;
  let squaresOfOther = 0;
  for (const [a, b] of pairs) {
    product += a * b;
    squaresOfOne += a * a;
    squaresOfOther += b * b;
  }
  return agreementOf(product, Math.sqrt(squaresOfOne * squaresOfOther), prior);
}

interface GenreLifts {
  readonly genre: string;
  readonly lifts: readonly [number, number];
}

/** Genres agree more often than films do: they move the percentage less. */
const GENRES_TELL = 0.6;
/** Squares of lifts (points) over all genres of which it is supposed that nothing agrees. */
const GENRES_PRIOR = 0.5;

function agreementOnGenres(genres: readonly GenreLifts[]): number {
  return cosine(
    genres.map(({ lifts }) => lifts),
    GENRES_PRIOR,
  );
}

/** How much higher than their own mean each rates a genre, of genres that both rated. */
function genreLifts(
  catalog: Catalog,
  one: readonly OwnRating[],
  other: readonly OwnRating[],
): readonly GenreLifts[] {
  const [a, b] = [liftsOf(catalog, one), liftsOf(catalog, other)];
  return [...a].flatMap(([genre, lift]) => {
    const others = b.get(genre);
    return others === undefined ? [] : [{ genre, lifts: [lift, others] as const }];
  });
}

function liftsOf(catalog: Catalog, ratings: readonly OwnRating[]): ReadonlyMap<string, number> {
  const films = ratedFilms(catalog, ratings).filter(({ score }) => score !== undefined);
  const mean = ownMean(films.map(({ score = 0 }) => score));
  const genresOf = (row: FilmRow) =>
    Array.from(catalog.films.genres.get(row), (genre) => catalog.genres.name.get(genre));
  return new Map(
    traits(films.map(tallyOf), mean, genresOf, KIND_PRIOR).map(({ trait, lift }) => [trait, lift]),
  );
}

/** Half a point above or below one's own mean is a taste. */
const TASTE = 0.25;

function sharedGenres(genres: readonly GenreLifts[]): Pick<Compatibility, "bothLike" | "dividedBy"> {
  const liked = genres
    .filter(({ lifts }) => Math.min(...lifts) >= TASTE)
    .sort((a, b) => Math.min(...b.lifts) - Math.min(...a.lifts));
  const [divided] = genres
    .filter(({ lifts }) => Math.min(...lifts) <= -TASTE && Math.max(...lifts) >= TASTE)
    .sort((a, b) => gap(b.lifts) - gap(a.lifts));
  return {
    bothLike: liked.slice(0, SHOWN_GENRES).map(({ genre }) => genre),
    dividedBy: divided?.genre ?? null,
  };
}

function scoresOfBoth(catalog: Catalog, common: readonly number[], [one, other]: Scores): BothScores[] {
  return ratedFilms(
    catalog,
    common.map((film) => ({ film, at: "" })),
  )
    .filter(({ row }) => !isAdult(catalog, row))
    .map(({ row }) => {
      const film = filmRef(catalog, row);
      return { film, scores: [one.get(film.id) ?? 0, other.get(film.id) ?? 0] };
    });
}

/** What both love is as good as for whoever loves it less. */
function worth({ scores }: BothScores): number {
  return 20 * Math.min(...scores) + Math.max(...scores);
}

function farthestApart(both: readonly BothScores[]): BothScores | null {
  const apart = both.filter(({ scores }) => gap(scores) >= APART);
  const [first] = apart.sort((a, b) => gap(b.scores) - gap(a.scores) || a.film.id - b.film.id);
  return first ?? null;
}

function gap([one, other]: readonly [number, number]): number {
  return Math.abs(one - other);
}
