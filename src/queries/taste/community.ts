/** What the members of a community make of films together. Nothing tells who gave which score. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { type OwnRating, ownMean } from "../../recommend/ratings/own.js";
import { BestFilms } from "../../recommend/similarity/best-films.js";
import { inTurns, type Steps, stepping } from "../../steps.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";
import { agreementOf, PRIOR, percentOf } from "./agreement.js";
import { favouriteSteps, KIND_PRIOR, type Tally } from "./favourites.js";
import { type RatedFilm, ratedSteps } from "./rated.js";

const filmFigures = {
  film: filmRefSchema,
  people: z.int().describe("How many rated it"),
  average: z.number().describe("Mean score, 1 to 10"),
};

export const communitySchema = z.object({
  people: z.int().describe("Members who rated or saw a film"),
  ratings: z.int(),
  films: z.int().describe("Films that anybody rated or saw"),
  average: z.number().nullable(),
  fewest: z.int().describe("People below which a film is named nowhere but as most watched"),
  best: z
    .array(z.object(filmFigures))
    .describe("By mean score drawn to that of all where few rated; best first, ten at most"),
  genres: z
    .array(z.object({ name: z.string(), seen: z.int(), rated: z.int(), average: z.number().nullable() }))
    .describe("Rated above the mean of all, most so first; each rating counts once"),
  agreement: z
    .int()
    .min(0)
    .max(100)
    .nullable()
    .describe("How far any two go together on films that both rated; null where no film has two scores"),
  divided: z
    .array(z.object({ ...filmFigures, deviation: z.number().describe("Standard deviation, points") }))
    .describe("The films their scores lie farthest apart on, three at most"),
  mostWatched: z.array(z.object({ film: filmRefSchema, people: z.int().describe("How many saw it") })),
});

export type Community = z.infer<typeof communitySchema>;

/** So many people have to have rated a film: fewer are no community, and one can be told from another. */
const FEWEST_PEOPLE = 3;
/** As many scores of the mean of all are given to every film. */
const PRIOR_PEOPLE = 3;
/** Scores that lie no farther apart divide nobody. */
const LEAST_DEVIATION = 1.5;
const BEST = 10;
const DIVIDED = 3;
const WATCHED = 5;
const GENRES = { least: 5, most: 5, prior: KIND_PRIOR };

interface FilmScores {
  readonly row: FilmRow;
  /** How many saw it. */
  seen: number;
  readonly scores: number[];
  /** The same, each less the mean of whoever gave it. */
  readonly centred: number[];
}

export interface CommunityAsking {
  readonly catalog: Catalog;
  /** The ratings of each member, in any order. */
  readonly people: readonly (readonly OwnRating[])[];
  /** People that a film needs to be named. */
  readonly fewest?: number;
  /** Awaited every few milliseconds, so that others are answered meanwhile. */
  pause(): Promise<unknown>;
}

export function community({ pause, ...asking }: CommunityAsking): Promise<Community> {
  return inTurns(communitySteps(asking), pause);
}

/** A film with what is told of it. */
interface Told extends FilmScores {
  readonly average: number;
  readonly deviation: number;
}

function* communitySteps(asking: Omit<CommunityAsking, "pause">): Steps<Community> {
  const { catalog, people, fewest = FEWEST_PEOPLE } = asking;
  const tallied = new TalliedFilms();
  let members = 0;
  for (const ratings of people) {
    const own = yield* ratedSteps(catalog, ratings);
    if (own.length > 0) members++;
    yield* tallied.add(own);
  }
  const films = tallied.list();
  const tallies: Tally[] = [];
  const told: Told[] = [];
  yield* stepping(films, (film) => {
    const { row, seen, scores } = film;
    tallies.push({ row, seen, rated: scores.length, sum: sum(scores) });
    if (scores.length < fewest || isAdult(catalog, row)) return;
    told.push({ ...film, average: mean(scores), deviation: deviation(scores) });
  });
  const ratings = tallies.reduce((count, { rated }) => count + rated, 0);
  const average = ratings === 0 ? null : tallies.reduce((total, one) => total + one.sum, 0) / ratings;
  const tell = ({ row, scores, average: given }: Told) => ({
    film: filmRef(catalog, row),
    people: scores.length,
    average: given,
  });
  const best = yield* firstBy(told, (film) => drawn(film.scores, average ?? 0), BEST);
  const genresOf = (row: FilmRow) => catalog.films.genres.get(row);
  const genres = yield* favouriteSteps(tallies, average, genresOf, GENRES);
  const agreement = yield* agreementOfAll(films);
  const apart = told.filter((film) => film.deviation >= LEAST_DEVIATION);
  const divided = yield* firstBy(apart, (film) => film.deviation, DIVIDED);
  const watched = films.filter(({ row, seen }) => seen > 1 && !isAdult(catalog, row));
  const most = yield* firstBy(watched, ({ seen }) => seen, WATCHED);
  return {
    people: members,
    ratings,
    films: films.length,
    average,
    fewest,
    best: best.map(tell),
    genres: genres.map(({ trait, seen, rated, average: given }) => ({
      name: catalog.genres.name.get(trait),
      seen,
      rated,
      average: given,
    })),
    agreement,
    divided: divided.map((film) => ({ ...tell(film), deviation: film.deviation })),
    mostWatched: most.map(({ row, seen }) => ({ film: filmRef(catalog, row), people: seen })),
  };
}

/** Films as member after member comes. */
class TalliedFilms {
  readonly #films = new Map<FilmRow, FilmScores>();

  *add(member: readonly RatedFilm[]): Steps<void> {
    const own = ownMean(member.flatMap(({ score }) => (score === undefined ? [] : [score])));
    yield* stepping(member, ({ row, score }) => {
      const film = this.#films.get(row) ?? { row, seen: 0, scores: [], centred: [] };
      film.seen++;
      if (score !== undefined) {
        film.scores.push(score);
        film.centred.push(score - own);
      }
      this.#films.set(row, film);
    });
  }

  list(): FilmScores[] {
    return [...this.#films.values()];
  }
}

/**
 * Over all pairs of scores of one film, Σ a·b beside Σ (a² + b²) / 2, drawn to 0: for two people about what
 * `compatibility` tells of them. Computed from sums a film, so that a thousand members take no longer than their ratings.
 */
function* agreementOfAll(films: readonly FilmScores[]): Steps<number | null> {
  let products = 0;
  let squares = 0;
  let pairs = 0;
  yield* stepping(films, ({ centred }) => {
    const total = sum(centred);
    const ofSquares = sum(centred.map((value) => value * value));
    products += (total * total - ofSquares) / 2;
    squares += ((centred.length - 1) * ofSquares) / 2;
    pairs += (centred.length * (centred.length - 1)) / 2;
  });
  return pairs === 0 ? null : percentOf(agreementOf(products, Math.max(0, squares), PRIOR));
}

/** The highest of them, highest first, and of the same the best known. */
function* firstBy<Film extends { readonly row: FilmRow }>(
  films: readonly Film[],
  worth: (film: Film) => number,
  most: number,
): Steps<Film[]> {
  const first = new BestFilms(most);
  const byRow = new Map<FilmRow, Film>();
  yield* stepping(films, (film) => {
    if (first.offer(film.row, worth(film))) byRow.set(film.row, film);
  });
  return first.sorted().flatMap(([row]) => byRow.get(row) ?? []);
}

function drawn(scores: readonly number[], to: number): number {
  return (mean(scores) * scores.length + to * PRIOR_PEOPLE) / (scores.length + PRIOR_PEOPLE);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}
