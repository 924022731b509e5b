/**
 * A list of recommended films as a result: a page of a ranking, varied, with what each film shares with those
 * asked for.
 */
import { z } from "zod";
import { type Catalog, idOf } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { onOwnScale } from "../../recommend/own-scale.js";
import { CONTEXT, type Reason } from "../../recommend/reasons/reasons.js";
import { REASON_KINDS } from "../../recommend/reasons/shared.js";
import type { Recommender } from "../../recommend/recommender.js";
import type { RankedFilm } from "../../recommend/similarity/best-films.js";
import { varied } from "../../recommend/variety.js";
import { filmRef, filmRefSchema } from "../refs/film.js";
import type { RecommendationRequest } from "./request.js";

export const reasonSchema = z.object({
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
  score: z
    .number()
    .min(0)
    .max(1)
    .describe(
      "Of films like one: how alike the two are, as of /comparar; otherwise comparable within one list",
    ),
  near: z
    .int()
    .nullable()
    .describe("Of several films asked for or liked, TMDB id of the one it goes with best; otherwise null"),
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

/** Reasons are looked for among so many of somebody's liked films. */
const EXPLAINING = 20;
/** Genres of this weight (`reasons.ts`) are told where there is nothing else. */
const TELLS_ALONE = 0.3;
/** And scores among so many, which takes longer. */
const COMPARED = 5;

/**
 * @param ranking best first, of as many films as there are pages to turn
 * @param explaining those that may explain a film, likeliest first; all that were asked for unless said
 */
export function recommendationsOf(
  catalog: Catalog,
  recommender: Recommender,
  asked: readonly FilmRow[],
  ranking: readonly RankedFilm[],
  { skip, count }: Pick<RecommendationRequest, "skip" | "count">,
  explaining: (film: FilmRow) => readonly FilmRow[] = () => asked,
): Recommendations {
  const list = firstOf(
    varied(catalog, ranking, ([film]) => film, count),
    skip + count + 1,
  );
  const highest = ranking.reduce((most, [, score]) => Math.max(most, score), 1);
  const [first] = asked;
  return {
    film: first === undefined ? null : filmRef(catalog, first),
    films: asked.map((film) => filmRef(catalog, film)),
    recommendations: toldApart(
      list.slice(skip, skip + count).map(([film, score]) => ({
        film: filmRef(catalog, film),
        score: Math.min(1, Math.max(0, score / highest)),
        ...explained(catalog, recommender, explaining(film), film),
      })),
    ),
    more: list.length > skip + count,
  };
}

function firstOf<Item>(items: Iterable<Item>, most: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length >= most) break;
  }
  return taken;
}

/** What was told of a film of a list before is told of another only where there is nothing else to tell. */
function toldApart(recommendations: readonly Recommendation[]): Recommendation[] {
  const told = new Set<string>();
  return recommendations.map((one) => {
    const fresh = one.reasons.filter((reason) => !told.has(sameReason(reason)));
    for (const reason of fresh) told.add(sameReason(reason));
    const isEnough = fresh.some(tellsMore) || (fresh.length > 0 && !one.reasons.some(tellsMore));
    return isEnough ? { ...one, reasons: fresh } : one;
  });
}

function tellsMore({ kind }: NamedReason): boolean {
  return !CONTEXT.has(kind);
}

function sameReason({ kind, shared }: NamedReason): string {
  return JSON.stringify([kind, shared]);
}

/** A genre, a country or a decade is told only beside something, or where it tells something itself: a western, a musical. */
function worthTelling(reasons: readonly Reason[]): readonly Reason[] {
  const isTelling = ({ kind, weight }: Reason) => !CONTEXT.has(kind) || weight >= TELLS_ALONE;
  return reasons.some(isTelling) ? reasons : [];
}

/** Of several films, the two that the recommended one shares most with explain it. */
function explained(
  catalog: Catalog,
  recommender: Recommender,
  asked: readonly FilmRow[],
  film: FilmRow,
): Pick<Recommendation, "near" | "reasons"> {
  const [only, ...others] = asked;
  if (only === undefined) return { near: null, reasons: [] };
  if (others.length === 0) {
    const reasons = worthTelling(recommender.reasons(only, film));
    return { near: null, reasons: reasons.map((reason) => named(catalog, only, reason)) };
  }
  const [first, second] = asked
    .slice(0, EXPLAINING)
    .map((one) => {
      const shared = worthTelling(recommender.reasons(one, film));
      return { one, shared, weight: shared.reduce((sum, { weight }) => sum + weight, 0) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const told = (near: typeof first, most: number) =>
    near === undefined ? [] : near.shared.slice(0, most).map((reason) => named(catalog, near.one, reason));
  const near = first?.one ?? mostAlike(recommender, asked, film);
  return { near: idOf(catalog.films, near), reasons: [...told(first, 2), ...told(second, 1)] };
}

/** Of several films the one that another is most like, each on its own scale, where they share nothing to tell. */
function mostAlike(recommender: Recommender, asked: readonly FilmRow[], film: FilmRow): FilmRow {
  const scored = asked
    .slice(0, COMPARED)
    .map((one) => ({ one, score: onOwnScale(recommender, one, [film])[0]?.[1] ?? 0 }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).one;
}

/** What two films have in common, by name. @param one the film it is shared with */
export function namedReasons(
  catalog: Catalog,
  recommender: Recommender,
  one: FilmRow,
  other: FilmRow,
): NamedReason[] {
  return recommender.reasons(one, other).map((reason) => named(catalog, one, reason));
}

function named(catalog: Catalog, asked: FilmRow, reason: Reason): NamedReason {
  const people = reason.kind === "liked" ? (reason.shared[0] ?? null) : null;
  return { kind: reason.kind, shared: names(catalog, reason), people, with: idOf(catalog.films, asked) };
}

/** What is shared, by name; how many people liked both has none. */
function names(catalog: Catalog, { kind, shared }: Reason): NamedReason["shared"] {
  const named = <Row>(rows: readonly Row[], nameOf: (row: Row) => string) =>
    rows.map((row) => ({ name: nameOf(row), nameEs: null }));
  switch (kind) {
    case "collection":
      return named(shared, (row) => catalog.collections.name.get(row));
    case "director":
    case "writer":
    case "cast":
      return named(shared, (row) => catalog.people.name.get(row));
    case "keywords":
      return shared.map((row) => ({
        name: catalog.keywords.name.get(row),
        nameEs: catalog.keywords.nameEs.get(row) ?? null,
      }));
    case "genres":
      return named(shared, (row) => catalog.genres.name.get(row));
    case "companies":
      return named(shared, (row) => catalog.companies.name.get(row));
    case "country":
      return named(shared, (row) => catalog.countries.code.get(row));
    case "era":
      return named(shared, String);
    case "liked":
      return [];
  }
}
