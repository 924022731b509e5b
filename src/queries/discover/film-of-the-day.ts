/** A good film for a day: one released on that date where there is one. */
import { type Catalog, idOf, oncePerCatalog } from "../../catalog/catalog.js";
import { filmFame, isAdult, releaseDate } from "../../catalog/film.js";
import { type FilmRow, rowIn } from "../../catalog/rows.js";
import { scattered } from "../../select/orders.js";
import { weightedRating } from "../../select/weighted-rating.js";
import { type Card, card } from "../film/card.js";

export interface DayAsking {
  /** "2026-11-29". */
  readonly day: string;
  /** TMDB ids that are not wanted again. */
  readonly leftOut: ReadonlySet<number>;
  /** Another place has another film. */
  readonly seed: number;
}

export interface FilmOfTheDay {
  readonly card: Card;
  /** Years since it came out on that very date; undefined where it came out on another. */
  readonly years: number | undefined;
}

/** What is good enough: an average vote, and how many gave it at least. Of the date less will do than of any. */
const GOOD = { average: 7, votes: 150 } as const;
const FAIR = { average: 6.5, votes: 50 } as const;
/** One of so many that are best: not the same each year. */
const OF_BEST = 3;

/** Undefined where there is none that is good enough and wanted. */
export function filmOfTheDay(catalog: Catalog, { day, leftOut, seed }: DayAsking): FilmOfTheDay | undefined {
  const { good, ofDate } = goodFilms(catalog);
  const wanted = (film: FilmRow) => !leftOut.has(idOf(catalog.films, film));
  const turn = scattered(Number(day.replaceAll("-", "")), seed);
  const born = (ofDate.get(day.slice(5)) ?? []).filter(
    (film) => wanted(film) && yearsOf(catalog, film, day) > 0,
  );
  const best = born.slice(0, OF_BEST);
  const film = best[turn % Math.max(1, best.length)];
  if (film !== undefined) return { card: card(catalog, film), years: yearsOf(catalog, film, day) };
  const others = good.filter(wanted);
  const other = others[turn % Math.max(1, others.length)];
  return other === undefined ? undefined : { card: card(catalog, other), years: undefined };
}

function yearsOf(catalog: Catalog, film: FilmRow, day: string): number {
  return Number(day.slice(0, 4)) - Number(releaseDate(catalog, film)?.slice(0, 4) ?? day.slice(0, 4));
}

interface GoodFilms {
  readonly good: readonly FilmRow[];
  /** By "11-29", best first. */
  readonly ofDate: ReadonlyMap<string, readonly FilmRow[]>;
}

const goodFilms = oncePerCatalog((catalog): GoodFilms => {
  const fame = filmFame(catalog);
  const good: FilmRow[] = [];
  const ofDate = new Map<string, FilmRow[]>();
  for (let at = 0; at < catalog.films.rowCount; at++) {
    const film = rowIn("films", at);
    const average = catalog.films.voteAverage.get(film) ?? 0;
    const votes = fame[at] ?? 0;
    if (average < FAIR.average || votes < FAIR.votes || isAdult(catalog, film)) continue;
    if (average >= GOOD.average && votes >= GOOD.votes) good.push(film);
    const date = releaseDate(catalog, film)?.slice(5);
    if (date === undefined) continue;
    const known = ofDate.get(date);
    if (known) known.push(film);
    else ofDate.set(date, [film]);
  }
  for (const films of ofDate.values())
    films.sort((a, b) => weightedRating(catalog, b) - weightedRating(catalog, a) || a - b);
  return { good, ofDate };
});
