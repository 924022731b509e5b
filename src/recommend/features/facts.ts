/** What the score reads of all films, as arrays by film row. */
import { filmFame } from "../../catalog/film.js";
import { eachRow, type FilmRow } from "../../catalog/rows.js";
import type { FeatureTables } from "./blocks.js";

/** About 400 votes: subtracted so that a term and its square are not nearly the same thing to the fit. */
const MIDDLE_LOG_VOTES = 6;
/** Votes of average value that every film is given. */
const RATING_PRIOR = 100;
/** Minutes that stand in where a film's length is not known. */
const UNKNOWN_RUNTIME = 100;
/** Longer films are as good as this long. */
export const MOST_RUNTIME = 400;
/** A budget below this is not believed. */
const LEAST_BUDGET = 100_000;
/**
 * Genres of which whoever asks for a film with one does not expect a film without. Others made no difference.
 */
export const FORMS = ["Documentary", "Animation", "Horror", "Family"] as const;

export interface FilmFacts {
  readonly count: number;
  /** log(1 + votes, or what stands in for them) − MIDDLE_LOG_VOTES. */
  readonly logVotes: Float32Array;
  /** Average vote, 0–10, drawn to the mean of all. */
  readonly rating: Float32Array;
  /** NO_YEAR where it is not known. */
  readonly years: Int16Array;
  /** Minutes. */
  readonly runtimes: Int16Array;
  /** log of the budget; 0 where it is not known. */
  readonly logBudgets: Float32Array;
  /** Which of FORMS a film is, a bit each. */
  readonly forms: Uint8Array;
  /** 1: nobody's neighbour. */
  readonly adult: Uint8Array;
}

export const NO_YEAR = -1;
const MS_PER_DAY = 86_400_000;

/** The year of a film's release; undefined where it is not known. */
export function yearOf({ years }: Pick<FilmFacts, "years">, film: FilmRow): number | undefined {
  const year = years[film];
  return year === NO_YEAR ? undefined : year;
}

/** Filled film by film: lists of objects on the way would stay in memory for long. */
export function filmFacts({ films, genres }: Pick<FeatureTables, "films" | "genres">): FilmFacts {
  const count = films.rowCount;
  const mean = meanVote(films);
  const facts = {
    count,
    logVotes: new Float32Array(count),
    rating: new Float32Array(count),
    years: new Int16Array(count),
    runtimes: new Int16Array(count),
    logBudgets: new Float32Array(count),
    forms: formsOf({ films, genres }),
    adult: films.adult,
  };
  const fame = filmFame({ films });
  const date = new Date(0);
  for (const film of eachRow(films)) {
    facts.logVotes[film] = Math.log(1 + fame[film]) - MIDDLE_LOG_VOTES;
    const votes = films.voteCount[film];
    const average = films.voteAverage.get(film) ?? mean;
    facts.rating[film] = (votes * average + RATING_PRIOR * mean) / (votes + RATING_PRIOR);
    const day = films.releaseDate.get(film);
    date.setTime((day ?? 0) * MS_PER_DAY);
    facts.years[film] = day === undefined ? NO_YEAR : date.getUTCFullYear();
    facts.runtimes[film] = Math.min(MOST_RUNTIME, films.runtime.get(film) ?? UNKNOWN_RUNTIME);
    const budget = films.budget.get(film) ?? 0;
    facts.logBudgets[film] = budget < LEAST_BUDGET ? 0 : Math.log(budget);
  }
  return facts;
}

function meanVote(films: FeatureTables["films"]): number {
  let votes = 0;
  let total = 0;
  for (const film of eachRow(films)) {
    votes += films.voteCount[film];
    total += films.voteCount[film] * (films.voteAverage.get(film) ?? 0);
  }
  return votes > 0 ? total / votes : 0;
}

function formsOf({ films, genres }: Pick<FeatureTables, "films" | "genres">): Uint8Array {
  const forms = new Uint8Array(films.rowCount);
  const formOf = Array.from(eachRow(genres), (genre) =>
    (FORMS as readonly string[]).indexOf(genres.name.get(genre)),
  );
  const { offsets, values } = films.genres;
  for (let film = 0; film < forms.length; film++) {
    for (let i = offsets[film]; i < offsets[film + 1]; i++)
      if (formOf[values[i]] >= 0) forms[film] |= 1 << formOf[values[i]];
  }
  return forms;
}
