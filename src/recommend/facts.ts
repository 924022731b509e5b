/** What the score reads of all films, as arrays by film row. */
import { filmFame } from "../catalog/film.js";
import type { FeatureTables } from "./blocks.js";
import { MIDDLE_LOG_VOTES, RATING_PRIOR } from "./model.js";

export interface FilmFacts {
  readonly count: number;
  /** log(1 + votes, or what stands in for them) − MIDDLE_LOG_VOTES. */
  readonly logVotes: Float32Array;
  /** Average vote, 0–10, drawn to the mean of all. */
  readonly rating: Float32Array;
  /** NO_YEAR where it is not known. */
  readonly years: Int16Array;
  /** 1: nobody's neighbour. */
  readonly adult: Uint8Array;
}

export const NO_YEAR = -1;
const MS_PER_DAY = 86_400_000;

export function filmFacts({ films }: Pick<FeatureTables, "films">): FilmFacts {
  const count = films.rowCount;
  let votes = 0;
  let total = 0;
  for (let film = 0; film < count; film++) {
    votes += films.voteCount[film];
    total += films.voteCount[film] * (films.voteAverage.get(film) ?? 0);
  }
  const mean = votes > 0 ? total / votes : 0;
  return {
    count,
    logVotes: Float32Array.from(filmFame({ films }), (votes) => Math.log(1 + votes) - MIDDLE_LOG_VOTES),
    rating: Float32Array.from(films.voteCount, (votes, film) => {
      const average = films.voteAverage.get(film) ?? mean;
      return (votes * average + RATING_PRIOR * mean) / (votes + RATING_PRIOR);
    }),
    years: Int16Array.from({ length: count }, (_, film) => {
      const day = films.releaseDate.get(film);
      return day === undefined ? NO_YEAR : new Date(day * MS_PER_DAY).getUTCFullYear();
    }),
    adult: films.adult,
  };
}
