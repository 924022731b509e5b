/** Films to see: like one, between several, for somebody's taste, or well-liked and varied ones where none is named. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { RankedFilm } from "../../recommend/personal.js";
import { REASON_KINDS, type Reason } from "../../recommend/reasons.js";
import type { Recommender } from "../../recommend/recommender.js";
import { varied } from "../../recommend/variety.js";
import { filmRef, filmRefSchema } from "../refs/film.js";
import { accepts, admitted, LESS_POPULAR, type Wish } from "./filter.js";
import { popularRanking } from "./popular.js";

const reasonSchema = z.object({
  kind: z.enum(REASON_KINDS).describe("In what the two films are alike"),
  shared: z
    .array(z.object({ name: z.string(), nameEs: z.string().nullable().describe("Spanish name of a theme") }))
    .describe("What the two films share, most telling first; of an era its first year"),
  people: z.int().nullable().describe("How many people liked both films, where that is the reason"),
  with: z.int().describe("TMDB id of the film it is shared with"),
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
  film: filmRefSchema
    .nullable()
    .describe("The film asked for, the first of several; null where none was named"),
  films: z.array(filmRefSchema).describe("All films asked for, or liked"),
  recommendations: z.array(recommendationSchema),
  more: z.boolean().describe("Whether there are further ones, on the next page"),
});

export type Recommendations = z.infer<typeof recommendationsSchema>;

/** Films that are scored one by one where the prebuilt neighbours leave too few: about ten milliseconds. */
const MOST_SCORED = 1500;
/** Of each neighbour, so many of its own neighbours are further candidates. */
const FURTHER = 20;
/** Reasons are looked for among so many of somebody's liked films. */
const EXPLAINING = 20;

/** Films like one. */
export function similarFilms(
  catalog: Catalog,
  recommender: Recommender,
  film: number,
  wish: Wish,
): Recommendations {
  return answer(catalog, recommender, [film], ranked(catalog, recommender, film, wish), wish);
}

/** Films like each of several, as good as for the one that they suit least; a sequel of one lies between no two. */
export function filmsBetween(
  catalog: Catalog,
  recommender: Recommender,
  films: readonly number[],
  wish: Wish,
): Recommendations {
  const sagas = new Set(
    films.map((film) => catalog.films.collection.get(film)).filter((saga) => saga !== undefined),
  );
  const candidates = wider(catalog, recommender, films, wish).filter((film) => {
    const saga = catalog.films.collection.get(film);
    return !films.includes(film) && (saga === undefined || !sagas.has(saga));
  });
  const scores = films.map((film) => recommender.compared(film, candidates));
  const together = candidates.map(
    (other, i): RankedFilm => [other, Math.min(...scores.map((list) => list[i][1]))],
  );
  return answer(catalog, recommender, films, sorted(recommender, wish, together), wish);
}

/** Films for somebody who liked some; those are left out. */
export function filmsForTaste(
  catalog: Catalog,
  recommender: Recommender,
  liked: readonly number[],
  wish: Wish,
): Recommendations {
  const seen = new Set([...liked, ...wish.exclude]);
  const opinions = liked.map((film) => [film, 1] as const);
  const fitting = recommender
    .personal(opinions, seen)
    .filter(([film]) => accepts(catalog, recommender, film, wish));
  return answer(catalog, recommender, liked, sorted(recommender, wish, fitting), wish);
}

/** All neighbours that fit the wish, best first, and where they are too few, further films that do. */
function ranked(catalog: Catalog, recommender: Recommender, film: number, wish: Wish): RankedFilm[] {
  const near = recommender.similar(film).filter(([other]) => accepts(catalog, recommender, other, wish));
  const wanted = wish.skip + wish.count;
  if (near.length > wanted && !wish.lessPopular) return near;
  const nearFilms = new Set(near.map(([other]) => other));
  const further = wider(catalog, recommender, [film], wish).filter(
    (other) => other !== film && !nearFilms.has(other),
  );
  return [...sorted(recommender, wish, [...near, ...recommender.compared(film, further)])];
}

/** Films that fit a wish and are worth comparing: neighbours, their neighbours, then whatever the filters admit. */
function wider(catalog: Catalog, recommender: Recommender, films: readonly number[], wish: Wish): number[] {
  const candidates = new Set<number>();
  const offer = (film: number) => {
    if (candidates.size < MOST_SCORED && accepts(catalog, recommender, film, wish)) candidates.add(film);
  };
  const neighbours = films.flatMap((film) => recommender.similar(film).map(([other]) => other));
  for (const film of neighbours) offer(film);
  for (const film of neighbours)
    for (const [other] of recommender.similar(film).slice(0, FURTHER)) offer(other);
  for (const film of admitted(catalog, wish)) offer(film);
  return [...candidates];
}

/** Best first; with the popularity dial turned down, each factor e of votes costs some of the score. */
function sorted(
  { facts }: Recommender,
  { lessPopular }: Pick<Wish, "lessPopular">,
  films: readonly RankedFilm[],
): RankedFilm[] {
  const dialled = lessPopular
    ? films.map(([film, score]): RankedFilm => [film, score - LESS_POPULAR * facts.logVotes[film]])
    : [...films];
  return dialled.sort(([a, first], [b, second]) => second - first || a - b);
}

function answer(
  catalog: Catalog,
  recommender: Recommender,
  asked: readonly number[],
  ranking: readonly RankedFilm[],
  { skip, count }: Wish,
): Recommendations {
  const list = [...varied(catalog, ranking, ([film]) => film, count)];
  const highest = Math.max(1, ...list.map(([, score]) => score));
  return {
    film: asked.length > 0 ? filmRef(catalog, asked[0]) : null,
    films: asked.map((film) => filmRef(catalog, film)),
    recommendations: list.slice(skip, skip + count).map(([film, score]) => ({
      film: filmRef(catalog, film),
      score: Math.min(1, Math.max(0, score / highest)),
      reasons: reasons(catalog, recommender, asked, film),
    })),
    more: list.length > skip + count,
  };
}

/** Of several films, the two most like the recommended one explain it. */
function reasons(
  catalog: Catalog,
  recommender: Recommender,
  asked: readonly number[],
  film: number,
): NamedReason[] {
  if (asked.length === 1)
    return recommender.reasons(asked[0], film).map((one) => named(catalog, asked[0], one));
  const nearest = asked
    .slice(0, EXPLAINING)
    .map((one) => [one, recommender.compared(one, [film])[0][1]] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([one]) => recommender.reasons(one, film).map((reason) => named(catalog, one, reason)));
  const [first = [], second = []] = nearest;
  return [...first.slice(0, 2), ...second.slice(0, 1)];
}

function named(catalog: Catalog, asked: number, { kind, shared }: Reason): NamedReason {
  const { people, keywords } = catalog;
  const tables = {
    ...catalog,
    collection: catalog.collections,
    director: people,
    writer: people,
    cast: people,
  };
  const nameOf = (row: number): string => {
    switch (kind) {
      case "era":
        return String(row);
      case "country":
        return catalog.countries.code.get(row);
      case "language":
        return catalog.languages.code.get(row);
      case "liked":
        return "";
      default:
        return tables[kind].name.get(row);
    }
  };
  const nameEs = (row: number) => (kind === "keywords" ? (keywords.nameEs.get(row) ?? null) : null);
  return {
    kind,
    shared: kind === "liked" ? [] : shared.map((row) => ({ name: nameOf(row), nameEs: nameEs(row) })),
    people: kind === "liked" ? shared[0] : null,
    with: catalog.films.id[asked],
  };
}

/** Well-liked and varied films: for somebody of whom nothing is known. */
export function popularFilms(catalog: Catalog, recommender: Recommender, wish: Wish): Recommendations {
  return answer(catalog, recommender, [], popularRanking(catalog, recommender, wish), wish);
}
