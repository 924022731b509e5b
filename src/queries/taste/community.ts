/** What the members of a community make of films together. Nothing tells who gave which score. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { type OwnRating, ownMean } from "../../recommend/ratings/own.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";
import { agreementOf, PRIOR, percentOf } from "./agreement.js";
import { favourites, KIND_PRIOR } from "./favourites.js";
import { type RatedFilm, ratedFilms } from "./rated.js";

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
  /** Awaited after some members, so that others are answered meanwhile. */
  pause(): Promise<unknown>;
}

/** Ratings that are gone through in a few milliseconds. */
const RATINGS_A_TURN = 2_000;

export async function community(asking: CommunityAsking): Promise<Community> {
  const { catalog, people, fewest = FEWEST_PEOPLE, pause } = asking;
  const tallied = new TalliedFilms();
  let members = 0;
  let gone = 0;
  for (const ratings of people) {
    const own = ratedFilms(catalog, ratings);
    if (own.length > 0) members++;
    tallied.add(own);
    gone += own.length;
    if (gone < RATINGS_A_TURN) continue;
    gone = 0;
    await pause();
  }
  const films = tallied.list();
  const scores = films.flatMap((film) => film.scores);
  const average = scores.length === 0 ? null : mean(scores);
  const tallies = films.map(({ row, seen, scores: own }) => ({
    row,
    seen,
    rated: own.length,
    sum: sum(own),
  }));
  const named = films.filter(({ row }) => !isAdult(catalog, row));
  const told = named
    .filter((film) => film.scores.length >= fewest)
    .map((film) => ({ ...film, average: mean(film.scores), deviation: deviation(film.scores) }));
  const tell = ({ row, scores: own, average: given }: (typeof told)[number]) => ({
    film: filmRef(catalog, row),
    people: own.length,
    average: given,
  });
  return {
    people: members,
    ratings: scores.length,
    films: films.length,
    average,
    fewest,
    best: sortedBy(told, (film) => drawn(film.scores, average ?? 0))
      .slice(0, BEST)
      .map(tell),
    genres: favourites(tallies, average, (row) => catalog.films.genres.get(row), GENRES).map(
      ({ trait, seen, rated, average: given }) => ({
        name: catalog.genres.name.get(trait),
        seen,
        rated,
        average: given,
      }),
    ),
    agreement: agreementOfAll(films),
    divided: sortedBy(
      told.filter((film) => film.deviation >= LEAST_DEVIATION),
      (film) => film.deviation,
    )
      .slice(0, DIVIDED)
      .map((film) => ({ ...tell(film), deviation: film.deviation })),
    mostWatched: sortedBy(
      named.filter(({ seen }) => seen > 1),
      ({ seen }) => seen,
    )
      .slice(0, WATCHED)
      .map(({ row, seen }) => ({ film: filmRef(catalog, row), people: seen })),
  };
}

/** Films as member after member comes. */
class TalliedFilms {
  readonly #films = new Map<FilmRow, FilmScores>();

  add(member: readonly RatedFilm[]): void {
    const own = ownMean(member.flatMap(({ score }) => (score === undefined ? [] : [score])));
    for (const { row, score } of member) {
      const film = this.#films.get(row) ?? { row, seen: 0, scores: [], centred: [] };
      film.seen++;
      if (score !== undefined) {
        film.scores.push(score);
        film.centred.push(score - own);
      }
      this.#films.set(row, film);
    }
  }

  list(): FilmScores[] {
    return [...this.#films.values()];
  }
}

/**
 * Over all pairs of scores of one film, Σ a·b beside Σ (a² + b²) / 2, drawn to 0: for two people about what
 * `compatibility` tells of them. Computed from sums a film, so that a thousand members take no longer than their ratings.
 */
function agreementOfAll(films: readonly FilmScores[]): number | null {
  let products = 0;
  let squares = 0;
  let pairs = 0;
  for (const { centred } of films) {
    const total = sum(centred);
    const ofSquares = sum(centred.map((value) => value * value));
    products += (total * total - ofSquares) / 2;
    squares += ((centred.length - 1) * ofSquares) / 2;
    pairs += (centred.length * (centred.length - 1)) / 2;
  }
  return pairs === 0 ? null : percentOf(agreementOf(products, Math.max(0, squares), PRIOR));
}

/** Highest first, and of the same the best known. */
function sortedBy<Film extends { readonly row: FilmRow }>(
  films: readonly Film[],
  worth: (film: Film) => number,
): Film[] {
  return films
    .map((film) => ({ film, value: worth(film) }))
    .sort((a, b) => b.value - a.value || a.film.row - b.film.row)
    .map(({ film }) => film);
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
