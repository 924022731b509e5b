/** What a film night asks of the catalogue: whether a film fits its rules, and which films would suit those who come. */
import type { Catalog } from "../../catalog/catalog.js";
import { filmById } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { OwnRating } from "../../recommend/ratings/own.js";
import type { Recommender } from "../../recommend/recommender.js";
import type { Filter } from "../../select/filter.js";
import { matcher } from "../../select/matching.js";
import { popularRanking } from "../discover/popular.js";
import { traitOfTerm } from "../discover/traits.js";
import { watchingOfFilm } from "../platforms/watching.js";
import { type FilmRef, filmRef } from "../refs/film.js";
import { filmsForGroup } from "./for-group.js";

/** What a night asks of every film. */
export interface NightLimits {
  readonly runtime: number | null;
  /** Id of a platform. */
  readonly platform: string | null;
}

/** What is known of a film that is proposed; null for what is not. */
export interface FittingFacts {
  readonly runtime: number | null;
  readonly offered: boolean | null;
}

export function fittingFacts(catalog: Catalog, film: FilmRow, { platform }: NightLimits): FittingFacts {
  return {
    runtime: catalog.films.runtime.get(film) ?? null,
    offered: platform === null ? null : isOffered(catalog, film, platform),
  };
}

/** The platforms' own catalogues say what they have, not what they lack; of that only who asked today knows. */
function isOffered(catalog: Catalog, film: FilmRow, platform: string): boolean | null {
  if (matcher(catalog, [traitOfTerm(catalog, "platform", platform)])(film)) return true;
  const watching = watchingOfFilm(catalog, film);
  if (watching === null) return null;
  return watching.offers.some((offer) => offer.platform === platform);
}

export interface NightSuggestion {
  readonly film: FilmRef;
  /** What each of the group would give it, 0 to 10; empty where nobody rated anything. */
  readonly predicted: readonly number[];
}

export interface NightSuggestions {
  /** Members whose ratings are known. */
  readonly members: number;
  readonly films: readonly NightSuggestion[];
}

export interface NightGroup {
  readonly catalog: Catalog;
  readonly recommender: Recommender;
  /** Of each who takes part; those without any have no say. */
  readonly ratings: readonly (readonly OwnRating[])[];
  readonly limits: NightLimits;
  /** TMDB ids that are not suggested. */
  readonly leftOut: ReadonlySet<number>;
  readonly count: number;
  readonly seed: number;
  pause(): Promise<unknown>;
}

/** Nobody would give less than this. */
const FLOOR = 5;
/** Where nobody rated anything: so many well-liked films are looked at for those that nobody saw. */
const POPULAR = 200;

/** Films that nobody of the group saw, best first: by their ratings, and where there are none, those that are well liked. */
export async function filmsForNight(group: NightGroup): Promise<NightSuggestions> {
  const { catalog, recommender, limits, leftOut, count, seed, pause } = group;
  const filter = filterOf(catalog, limits);
  const members = group.ratings
    .filter((own) => own.some(({ score }) => score !== undefined))
    .map((ratings) => ({ ratings }));
  const seen = new Set([...leftOut, ...group.ratings.flat().map(({ film }) => film)]);
  if (members.length > 0) {
    const asking = { catalog, recommender, members, filter, leftOut: [...seen], count, seed, pause };
    const { films } = await filmsForGroup({ ...asking, rule: "rankBalance", floor: FLOOR });
    if (films.length > 0) return { members: members.length, films };
  }
  const seenRows = new Set([...seen].map((id) => filmById(catalog, id)));
  const request = { filter, count: POPULAR, skip: 0, lessPopular: false };
  const popular = popularRanking(catalog, recommender, request, seed).map(([film]) => film);
  const films = popular.filter((film) => !seenRows.has(film)).slice(0, count);
  return { members: 0, films: films.map((film) => ({ film: filmRef(catalog, film), predicted: [] })) };
}

function filterOf(catalog: Catalog, { runtime, platform }: NightLimits): Filter {
  return [
    ...(runtime === null ? [] : [{ kind: "minutes", most: runtime } as const]),
    ...(platform === null ? [] : [traitOfTerm(catalog, "platform", platform)]),
  ];
}
