/** What is measured: something that lists films for one, and says how alike two are. */
import type { FilmRow } from "../../../src/catalog/rows.js";
import { BestFilms } from "../../../src/recommend/similarity/best-films.js";
import type { Question } from "./protocol.js";

export interface Engine {
  /** The first ten films for one, best first, as built without the users of a fold. */
  list(question: Pick<Question, "film" | "fold">): readonly FilmRow[];
  /** How alike two films are, on any scale, by what the first fold was built from. */
  score(a: FilmRow, b: FilmRow): number;
}

export const LISTED = 10;

/** The films that score best, but the one asked for. */
export function firstOf(count: number, asked: number, scoreOf: (film: number) => number): readonly FilmRow[] {
  const best = new BestFilms(LISTED);
  for (let film = 0; film < count; film++) if (film !== asked) best.offer(film, scoreOf(film));
  return best.sorted().map(([film]) => film);
}
