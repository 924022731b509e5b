/**
 * Films for one person by all that they rated. What is like the films they like comes first, in an order in which
 * people's tastes, votes and languages have a say: by tastes alone, whoever loves Spanish films is told what is liked
 * best by everybody who does.
 */
import type { FilmRow } from "../catalog/rows.js";
import { atOnce, type Steps } from "../steps.js";
import type { FilmFacts } from "./features/facts.js";
import type { OwnTaste } from "./own-taste.js";
import { byNeighboursSteps, type Meets, type NeighboursOf } from "./personal.js";
import type { RankedFilm } from "./similarity/best-films.js";

/** What a film that is most like them has; chosen by reading lists, as the other three. */
const LIKENESS = 1;
/** What the film has that comes first by people's tastes; none where these do not know it. */
const TASTES = 0.3;
/** What a point of its average vote is worth. */
const VOTE = 0.08;
/** What the language of all liked films is worth, a language of half of them half as much. */
const LANGUAGE = 0.3;

export interface PersonalParts {
  readonly neighboursOf: NeighboursOf;
  /** Films by people's tastes, best first; empty where the data has no ratings. */
  readonly byTastes: readonly RankedFilm[];
  readonly rating: FilmFacts["rating"];
  /** Any number for a language; undefined where it is not known. */
  languageOf(film: FilmRow): number | undefined;
}

/** Best first, with scores that compare within the list. Behind what is like liked films comes what tastes tell alone. */
export function forPerson(parts: PersonalParts, taste: OwnTaste, meets?: Meets): readonly RankedFilm[] {
  return atOnce(forPersonSteps(parts, taste, meets));
}

export function* forPersonSteps(
  { neighboursOf, byTastes, rating, languageOf }: PersonalParts,
  { opinions, seen }: OwnTaste,
  meets?: Meets,
): Steps<readonly RankedFilm[]> {
  const ranked = yield* byNeighboursSteps(neighboursOf, opinions, seen, meets);
  const near = ranked.filter(([, score]) => score > 0);
  const most = near[0]?.[1] ?? 1;
  const places = new Map(byTastes.map(([film], place) => [film, 1 - place / byTastes.length]));
  const shares = languageShares(opinions, languageOf);
  const scored = near.map(([film, score]): RankedFilm => {
    const shared = shares.get(languageOf(film)) ?? 0;
    const told = LIKENESS * (score / most) + TASTES * (places.get(film) ?? 0);
    return [film, told + VOTE * (rating[film] ?? 0) + LANGUAGE * shared];
  });
  scored.sort(([a, first], [b, second]) => second - first || a - b);
  const listed = new Set(near.map(([film]) => film));
  const others = byTastes.filter(([film]) => !listed.has(film)).map(([film]): RankedFilm => [film, 0]);
  return [...scored, ...others];
}

/** How much of what somebody likes is in each language. */
function languageShares(
  opinions: OwnTaste["opinions"],
  languageOf: PersonalParts["languageOf"],
): ReadonlyMap<number | undefined, number> {
  const liked = opinions.filter(([, weight]) => weight > 0);
  const total = liked.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = new Map<number | undefined, number>();
  for (const [film, weight] of liked) {
    const language = languageOf(film);
    if (language !== undefined) shares.set(language, (shares.get(language) ?? 0) + weight / total);
  }
  return shares;
}
