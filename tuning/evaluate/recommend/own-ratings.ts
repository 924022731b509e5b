/**
 * What all ratings of a person are good for, by the people and folds of the protocol: is a liked film that was left out
 * among the first ten, and what would they give films that were. Neighbours are the index's own, which all people's ratings
 * had a part in: what is like a film is less a matter of one person than what goes with their tastes.
 */
import { randomNumbers } from "../../../bench/tools/random.js";
import { printTable } from "../../../bench/tools/table.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { readLater } from "../../../src/catalog/open.js";
import { type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import { filmFacts } from "../../../src/recommend/features/facts.js";
import { forPerson } from "../../../src/recommend/for-person.js";
import { tasteOf } from "../../../src/recommend/own-taste.js";
import { byTastes } from "../../../src/recommend/personal.js";
import { predictedScores } from "../../../src/recommend/predicted.js";
import { Ease, easeInverse, GRADED_LAMBDA } from "../../../src/recommend/ratings/ease.js";
import { type OwnRating, ownMean } from "../../../src/recommend/ratings/own.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import type { RankedFilm } from "../../../src/recommend/similarity/best-films.js";
import { tastesCount } from "../../../src/recommend/similarity/score.js";
import { varied } from "../../../src/recommend/variety.js";
import { itemAt } from "../../item-at.js";
import { type Protocol, protocolOf, type TasteTable } from "./protocol.js";
import { shuffled } from "./shuffle.js";

const FIRST = 10;
/** Films of each person that are guessed, and how many others are known. */
const GUESSED = 12;
const KNOWN = [15, 40, 150];
const SEED = 11;

export async function evaluateOwnRatings(catalog: Catalog): Promise<void> {
  const table = await readLater(catalog, "tastes");
  if (!tastesCount(table.rowCount)) {
    process.stdout.write("  the index has no ratings: there is nobody to ask\n");
    return;
  }
  const neighbours = await readLater(catalog, "neighbours");
  const neighboursOf = (film: FilmRow): RankedFilm[] => {
    const scores = neighbours.scores.get(film);
    return Array.from(neighbours.films.get(film), (other, at) => [other, itemAt(scores, at) / 255]);
  };
  const protocol = protocolOf(table, catalog.films.rowCount);
  printTable(leftOut(catalog, table, protocol, neighboursOf));
  printTable(KNOWN.map((known) => guessed(catalog, table, protocol, neighboursOf, known)));
}

type NeighboursOf = (film: FilmRow) => RankedFilm[];

/** Film rows stand in for TMDB ids; the index tells no days. */
function ratingsOf(table: TasteTable, user: number): OwnRating[] {
  const stars = table.stars.get(user);
  return Array.from(table.films.get(user), (film, at) => ({ film, score: itemAt(stars, at), at: "" }));
}

function leftOut(
  catalog: Catalog,
  table: TasteTable,
  { questions, training, graded }: Protocol,
  neighboursOf: NeighboursOf,
): Record<string, string>[] {
  const { years, rating } = filmFacts(catalog);
  const folds = graded.map((pairs, fold) => ({
    ease: new Ease(pairs, easeInverse(pairs, GRADED_LAMBDA)),
    rated: new Tastes(itemAt(training, fold)).rated,
    years,
  }));
  const hits = { "by tastes alone": 0, "for a person": 0 };
  for (const { user, fold, film } of questions) {
    const others = ratingsOf(table, user).filter((one) => one.film !== film);
    const taste = tasteOf(others, filmRow);
    const tastes = byTastes(itemAt(folds, fold), taste.opinions, taste.seen);
    const parts = {
      neighboursOf,
      byTastes: tastes,
      rating,
      languageOf: (row: FilmRow) => catalog.films.originalLanguage.get(row),
    };
    const first = (list: readonly RankedFilm[]) =>
      [...varied(catalog, list, ([row]) => row, FIRST)].slice(0, FIRST).some(([row]) => row === film);
    if (first(tastes)) hits["by tastes alone"]++;
    if (first(forPerson(parts, taste))) hits["for a person"]++;
  }
  return Object.entries(hits).map(([engine, count]) => ({
    engine,
    "hit@10, all ratings known": (count / questions.length).toFixed(3),
  }));
}

interface Guess {
  readonly score: number;
  readonly predicted: number;
  readonly votes: number;
  readonly mean: number;
}

function guessed(
  catalog: Catalog,
  table: TasteTable,
  { questions }: Protocol,
  neighboursOf: NeighboursOf,
  known: number,
): Record<string, string> {
  const { rating } = filmFacts(catalog);
  const genresOf = (row: FilmRow) => catalog.films.genres.get(row);
  const random = randomNumbers(SEED);
  const people = [...new Set(questions.map(({ user }) => user))].map((user) => {
    const all = shuffled(ratingsOf(table, user), random);
    const own = all.slice(GUESSED, GUESSED + known);
    const predicted = predictedScores({ neighboursOf, rating, genresOf }, own, filmRow);
    const mean = ownMean(own.map(({ score = 0 }) => score));
    return all.slice(0, GUESSED).map(({ film, score = 0 }): Guess => {
      const row = filmRow(film);
      return { score, predicted: predicted(row), votes: itemAt(rating, row), mean };
    });
  });
  const off = (guess: (one: Guess) => number) => {
    const errors = people.flat().map((one) => (guess(one) - one.score) ** 2);
    return Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / errors.length).toFixed(2);
  };
  return {
    "ratings known": String(known),
    "better first": betterFirst(people, ({ predicted }) => predicted),
    "by votes": betterFirst(people, ({ votes }) => votes),
    "points off": off(({ predicted }) => predicted),
    "by their mean": off(({ mean }) => mean),
  };
}

/** Of two films that one person rated otherwise, how often the better comes first. */
function betterFirst(people: readonly (readonly Guess[])[], guess: (one: Guess) => number): string {
  let right = 0;
  let pairs = 0;
  for (const own of people) {
    for (const one of own) {
      for (const other of own) {
        if (one.score <= other.score) continue;
        pairs++;
        right += (Math.sign(guess(one) - guess(other)) + 1) / 2;
      }
    }
  }
  return (right / pairs).toFixed(3);
}
