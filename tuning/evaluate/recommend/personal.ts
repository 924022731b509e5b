/** Recommendations from a list of liked films: is the one that was left out among the first ten? */
import type { Catalog } from "../../../src/catalog/catalog.js";
import { eachRow, type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import { filmFacts } from "../../../src/recommend/features/facts.js";
import { byTastes, type Opinion } from "../../../src/recommend/personal.js";
import { Ease, easeInverse, GRADED_LAMBDA } from "../../../src/recommend/ratings/ease.js";
import { userCountOf } from "../../../src/recommend/ratings/likes.js";
import type { Tastes } from "../../../src/recommend/ratings/tastes.js";
import { BestFilms } from "../../../src/recommend/similarity/best-films.js";
import { varied } from "../../../src/recommend/variety.js";
import { itemAt } from "../../item-at.js";
import type { Protocol, Question } from "./protocol.js";

const FIRST = 10;

type Personal = (question: Question, opinions: readonly Opinion[]) => Iterable<FilmRow>;

export function evaluatePersonal(
  catalog: Catalog,
  { questions, training, graded }: Protocol,
  tastes: readonly Tastes[],
): Record<string, string>[] {
  const popular = training.map((likes) =>
    [...eachRow(catalog.films)].sort((a, b) => userCountOf(likes, b) - userCountOf(likes, a)),
  );
  const { years } = filmFacts(catalog);
  const plain = training.map((likes) => new Ease(likes, easeInverse(likes)));
  const people = graded.map((pairs, fold) => ({
    ease: new Ease(pairs, easeInverse(pairs, GRADED_LAMBDA)),
    rated: itemAt(tastes, fold).rated,
    years,
  }));
  const engines: Readonly<Record<string, Personal>> = {
    "Claqueta, by tastes": ({ fold, others }, opinions) =>
      [...varied(catalog, byTastes(itemAt(people, fold), opinions, others), ([film]) => film, FIRST)].map(
        ([film]) => film,
      ),
    "EASE λ 300": ({ fold, others }, opinions) => {
      const ease = itemAt(plain, fold);
      const { rated } = itemAt(tastes, fold);
      const weights = ease.weightsOfUsers(opinions);
      const best = new BestFilms(FIRST);
      for (const film of rated) if (!others.has(filmRow(film))) best.offer(film, ease.score(weights, film));
      return best.sorted().map(([film]) => film);
    },
    "the most liked": ({ fold, others }) => itemAt(popular, fold).filter((film) => !others.has(film)),
  };
  return Object.entries(engines).map(([engine, recommend]) => {
    let hits = 0;
    const times: number[] = [];
    for (const question of questions) {
      const opinions = [...question.others].map((film): Opinion => [film, 1]);
      const started = performance.now();
      const first = [...recommend(question, opinions)].slice(0, FIRST);
      times.push(performance.now() - started);
      if (first.includes(question.film)) hits++;
    }
    times.sort((a, b) => a - b);
    return {
      engine,
      "hit@10": (hits / questions.length).toFixed(3),
      p50: `${itemAt(times, times.length >> 1).toFixed(2)} ms`,
      p99: `${itemAt(times, Math.floor(times.length * 0.99)).toFixed(2)} ms`,
      target: "≥ .23, ≤ 5 ms",
    };
  });
}
