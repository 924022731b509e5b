/** What one wants to know of a film at once, in up to three short lines. */
import type { Context } from "../../src/chat/contract.js";
import { count, list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Card } from "../../src/queries/film/card.js";
import { hours, stars } from "../shared/words/figures.js";
import { genreName } from "../shared/words/wording.js";

/** More do not fit into a line on a phone; the rest opens (`folds.ts`). */
export const GLANCED = { genres: 3, directors: 3, cast: 5 } as const;

/** "⭐ 8,5 (6.024) · 2 h 55 min · Drama, Crimen", who made it, who plays. */
export function glance(context: Pick<Context, "find" | "locale">, result: Card): string[] {
  const { locale } = context;
  const directors = firstNames(locale, result.directors, GLANCED.directors);
  const cast = firstNames(locale, result.cast, GLANCED.cast);
  return [
    figures(context, result),
    directors && say(locale, { es: `Dirección: ${directors}`, en: `Directed by ${directors}` }),
    cast && say(locale, { es: `Con ${cast}`, en: `With ${cast}` }),
  ].filter((line) => line !== "");
}

function figures(
  context: Pick<Context, "find" | "locale">,
  { runtime, genres, voteAverage, voteCount }: Card,
): string {
  const { locale } = context;
  const rated = voteAverage === null || voteCount === 0 ? [] : stars(locale, voteAverage, voteCount);
  const length = runtime === null ? [] : hours(locale, runtime);
  const named = genres.slice(0, GLANCED.genres).map((genre) => genreName(context, genre));
  return [rated, length, named.length > 0 ? named.join(", ") : []].flat().join(" · ");
}

const OTHERS = { es: { one: "más", other: "más" }, en: { one: "more", other: "more" } };

/** The first of some people; of directors, how many more there are. */
function firstNames(locale: Locale, people: Card["directors"], most: number): string {
  const names = people.slice(0, most).map(({ name }) => name);
  const more = people.length - names.length;
  const isWhole = more === 0 || most === GLANCED.cast;
  return list(locale, isWhole ? names : [...names, count(locale, more, OTHERS)]);
}
