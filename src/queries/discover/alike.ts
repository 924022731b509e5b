/** Films that are worth comparing with one or several, and which of them are alike. */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { ALIKE, onOwnScaleSteps } from "../../recommend/own-scale.js";
import type { ReasonKind } from "../../recommend/reasons/shared.js";
import type { Recommender } from "../../recommend/recommender.js";
import type { RankedFilm } from "../../recommend/similarity/best-films.js";
import type { Filter } from "../../select/filter.js";
import { matcher, matching } from "../../select/matching.js";
import { type Steps, stepping } from "../../steps.js";

/** Films that are scored one by one where the prebuilt neighbours leave too few: about ten milliseconds. */
const MOST_SCORED = 1500;
/** Of them, neighbours and neighbours of these. */
const MOST_NEAR = 800;
/** Of somebody's many liked films, so many are compared with others one by one. */
const MOST_COMPARED = 5;

/**
 * Films that pass a filter and are worth comparing: neighbours, their neighbours, then, where there is a filter,
 * whatever it lets through, best known first.
 */
export function candidates(
  catalog: Catalog,
  recommender: Recommender,
  films: readonly FilmRow[],
  filter: Filter,
): FilmRow[] {
  const meets = matcher(catalog, filter);
  const found = new Set<FilmRow>();
  for (const film of neighbourhood(recommender, films)) {
    if (found.size === MOST_NEAR) break;
    if (meets(film)) found.add(film);
  }
  if (filter.length > 0) {
    for (const film of matching(catalog, filter)) {
      if (found.size === MOST_SCORED) break;
      found.add(film);
    }
  }
  for (const film of films) found.delete(film);
  return [...found];
}

/** Neighbours first, then the neighbours of these: each film's first, then their second, and so on. May repeat some. */
function* neighbourhood(recommender: Recommender, films: readonly FilmRow[]): Generator<FilmRow> {
  const lists = films.map((film) => recommender.similar(film).map(([other]) => other));
  yield* inTurn(lists);
  yield* inTurn([...inTurn(lists)].map((film) => recommender.similar(film).map(([other]) => other)));
}

function* inTurn(lists: readonly (readonly FilmRow[])[]): Generator<FilmRow> {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let place = 0; place < longest; place++)
    for (const list of lists) {
      const film = list[place];
      if (film !== undefined) yield film;
    }
}

/** What makes nobody call two films alike by itself. */
const NOT_ALIKE_BY: ReadonlySet<ReasonKind> = new Set(["country", "era", "liked"]);

/**
 * Of others those that are like one of some films, with how alike they are to that, on its own scale. They also share
 * something that can be told: votes and tastes alone make many films score well.
 */
export function* alikeAmong(
  recommender: Recommender,
  films: readonly FilmRow[],
  others: readonly FilmRow[],
): Steps<Map<FilmRow, number>> {
  const alike = new Map<FilmRow, number>();
  for (const film of films.slice(0, MOST_COMPARED)) {
    const near = (yield* onOwnScaleSteps(recommender, film, others)).filter(([, score]) => score >= ALIKE);
    const each = ([other, score]: RankedFilm) => {
      if (score > (alike.get(other) ?? 0) && shareSomething(recommender, film, other))
        alike.set(other, score);
    };
    yield* stepping(near, each, EXPLAINED);
  }
  return alike;
}

/** Pairs of films whose reasons are looked for in a step. */
const EXPLAINED = 20;

/** Whether two films share something that makes people call them alike. */
export function shareSomething(recommender: Recommender, film: FilmRow, other: FilmRow): boolean {
  return recommender.reasons(film, other).some(({ kind }) => !NOT_ALIKE_BY.has(kind));
}
