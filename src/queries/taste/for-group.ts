/** Films that several people would like to see together. */
import { z } from "zod";
import { type Catalog, filmById } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { forGroupSteps, type GroupRule } from "../../recommend/group.js";
import { type OwnTaste, tasteSteps } from "../../recommend/own-taste.js";
import type { OwnRating } from "../../recommend/ratings/own.js";
import type { Recommender } from "../../recommend/recommender.js";
import { varied } from "../../recommend/variety.js";
import type { Filter } from "../../select/filter.js";
import { matcher } from "../../select/matching.js";
import { inTurns, type Steps, stepping } from "../../steps.js";
import { popularRanking } from "../discover/popular.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";

export const groupSuggestionsSchema = z.object({
  members: z.int(),
  rule: z.enum(["average", "leastMisery", "rankBalance"]),
  floor: z.number().describe("No film is predicted to get less from anybody, 0 to 10"),
  considered: z.int().describe("Films looked at, before the floor"),
  films: z.array(
    z.object({
      film: filmRefSchema,
      predicted: z.array(z.number()).describe("What each member would give it, 0 to 10, in the order given"),
      standing: z
        .array(z.number().min(0).max(1))
        .describe("By member: the share of the films looked at that they would like no better"),
      wantedBy: z.int().describe("Members who have it on their list"),
    }),
  ),
});

export type GroupSuggestions = z.infer<typeof groupSuggestionsSchema>;

export interface GroupMember {
  readonly ratings: readonly OwnRating[];
  /** TMDB ids they want to see. */
  readonly wanted?: readonly number[];
}

export interface GroupAsking {
  readonly catalog: Catalog;
  readonly recommender: Recommender;
  readonly members: readonly GroupMember[];
  readonly filter: Filter;
  /** TMDB ids that are not suggested, whoever saw them: what the group had before. */
  readonly leftOut?: readonly number[];
  readonly rule: GroupRule;
  readonly floor: number;
  readonly count: number;
  /** The turn of popular films. */
  readonly seed: number;
  /** Awaited every few milliseconds, so that others are answered meanwhile. */
  pause(): Promise<unknown>;
}

/** Films looked at: so many that each would be recommended, and of the well-liked ones. */
const OF_EACH = 150;
const OF_ALL = 400;
const POPULAR = 100;

/** None that anybody saw. */
export function filmsForGroup({ pause, ...asking }: GroupAsking): Promise<GroupSuggestions> {
  return inTurns(suggestions(asking), pause);
}

type Asked = Omit<GroupAsking, "pause">;

function* suggestions(asking: Asked): Steps<GroupSuggestions> {
  const { catalog, recommender, members, rule, floor, count } = asking;
  const candidates = yield* candidatesFor(asking);
  const scores: ReadonlyMap<FilmRow, number>[] = [];
  for (const { ratings } of members) {
    const predicted = yield* recommender.predictedScoresSteps(ratings, (film) => filmById(catalog, film));
    const own = new Map<FilmRow, number>();
    yield* stepping(candidates, (film) => own.set(film, predicted(film)), 10);
    scores.push(own);
  }
  const acceptable: FilmRow[] = [];
  yield* stepping(candidates, (film) => {
    if (scores.every((own) => (own.get(film) ?? 0) >= floor)) acceptable.push(film);
  });
  const kept: ReadonlyMap<FilmRow, number>[] = [];
  const keep = (own: ReadonlyMap<FilmRow, number>) =>
    kept.push(new Map(acceptable.map((film) => [film, own.get(film) ?? 0])));
  yield* stepping(scores, keep, 1);
  const ordered = yield* forGroupSteps(kept, rule, 0);
  const ranked = [...varied(catalog, ordered, ({ film }) => film, count)].slice(0, count);
  yield;
  const wanted = members.map((member) => new Set(member.wanted));
  return {
    members: members.length,
    rule,
    floor,
    considered: candidates.length,
    films: ranked.map(({ film: row, standing }) => {
      const film = filmRef(catalog, row);
      return {
        film,
        predicted: scores.map((own) => own.get(row) ?? 0),
        standing: [...standing],
        wantedBy: wanted.filter((list) => list.has(film.id)).length,
      };
    }),
  };
}

/** What is wanted, what each would be recommended, and well-liked films; in turn, so that each has as many. */
function* candidatesFor(asking: Asked): Steps<readonly FilmRow[]> {
  const { catalog, recommender, members, filter, leftOut = [], seed } = asking;
  const rowOf = (film: number) => filmById(catalog, film);
  const tastes: OwnTaste[] = [];
  const seen = new Set<FilmRow>();
  for (const { ratings } of members) {
    const taste = yield* tasteSteps(ratings, rowOf);
    tastes.push(taste);
    yield* stepping(taste.seen, (film) => seen.add(film));
  }
  yield* stepping(leftOut, (film) => {
    const row = rowOf(film);
    if (row !== undefined) seen.add(row);
  });
  const meets = matcher(catalog, filter);
  const may = (film: FilmRow) => !seen.has(film) && !isAdult(catalog, film) && meets(film);
  const lists: FilmRow[][] = [];
  for (const { opinions } of tastes) {
    const fitting = yield* recommender.forPersonSteps({ opinions, seen }, may);
    lists.push(fitting.slice(0, OF_EACH).map(([film]) => film));
  }
  const request = { filter, count: POPULAR, skip: 0, lessPopular: false };
  const popular = popularRanking(catalog, recommender, request, seed).map(([film]) => film);
  yield;
  const found = new Set<FilmRow>();
  for (const { wanted = [] } of members) {
    yield* stepping(wanted, (film) => {
      const row = rowOf(film);
      if (row !== undefined && may(row)) found.add(row);
    });
  }
  for (let place = 0; place < OF_EACH && found.size < OF_ALL; place++)
    for (const list of lists) {
      const film = list[place];
      if (film !== undefined) found.add(film);
    }
  for (const film of popular.filter(may).slice(0, POPULAR)) found.add(film);
  return [...found];
}
