/** One person's films in figures. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { fameOf, releaseYear, voteCount } from "../../catalog/film.js";
import { LONGEST_PLAUSIBLE_FILM } from "../../catalog/plausible.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { OwnRating } from "../../recommend/ratings/own.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";
import { personRef, personRefSchema } from "../refs/person.js";
import { type Favourite, favourites, KIND_PRIOR, PEOPLE_PRIOR, tallyOf } from "./favourites.js";
import { LOVED, type RatedFilm, ratedFilms } from "./rated.js";

const traitShape = {
  seen: z.int().describe("Films of it that were seen"),
  rated: z.int().describe("Of these, rated"),
  average: z.number().nullable().describe("Mean score, 1 to 10"),
};
const named = z.object({ name: z.string(), ...traitShape });
const person = z.object({ person: personRefSchema, ...traitShape });

const againstCrowdSchema = z.object({
  film: filmRefSchema,
  score: z.number(),
  voteAverage: z.number().describe("What TMDB's visitors give it, 0 to 10"),
});

export const profileSchema = z.object({
  seen: z.int().describe("Films, rated or not"),
  rated: z.int(),
  unknown: z.int().describe("Films of theirs that are not in the catalogue, and counted nowhere else"),
  average: z.number().nullable(),
  distribution: z.array(z.int()).length(10).describe("How often each score was given, 1 to 10"),
  minutes: z.int().describe("Minutes watched, of the films whose runtime is known, each counted once"),
  filmsWithRuntime: z.int(),
  genres: z.array(named).describe("English names; rated above the own mean, most so first"),
  decades: z.array(z.object({ decade: z.int().describe("Its first year"), ...traitShape })),
  directors: z.array(person),
  actors: z.array(person).describe("Among the first five of a film"),
  countries: z.array(named).describe("ISO 3166-1 codes"),
  crowd: z.object({
    films: z.int().describe("Rated films of which enough people voted"),
    gap: z
      .number()
      .nullable()
      .describe("Mean of score less TMDB's average: below 0 for who is harder to please"),
    hardest: againstCrowdSchema.nullable().describe("Rated farthest below the average, by a point or more"),
    kindest: againstCrowdSchema.nullable().describe("Rated farthest above it, by a point or more"),
  }),
  rarity: z
    .object({ film: filmRefSchema, score: z.number(), voteCount: z.int() })
    .nullable()
    .describe("The least known film with a score of 8 or more"),
});

export type Profile = z.infer<typeof profileSchema>;

/** Genres, decades and countries are those of many films, people of a few. */
const KIND = { least: 3, most: 5, prior: KIND_PRIOR };
const PEOPLE = { least: 2, most: 5, prior: PEOPLE_PRIOR };
const LEADS = 5;

export function profile(catalog: Catalog, ratings: readonly OwnRating[]): Profile {
  const films = ratedFilms(catalog, ratings);
  const scores = films.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const mean = scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const runtimes = films.flatMap(({ row }) => plausibleRuntime(catalog, row) ?? []);
  const tallies = films.map(tallyOf);
  const liked = <Trait>(wanted: typeof KIND, traitsOf: (row: FilmRow) => Iterable<Trait>) =>
    favourites(tallies, mean, traitsOf, wanted);
  const { directors, cast, genres, countries } = catalog.films;
  const ofPeople = (list: typeof directors, most?: number) =>
    liked(PEOPLE, (row) => list.get(row).subarray(0, most)).map(({ trait, ...rest }) => ({
      person: personRef(catalog, trait),
      ...figures(rest),
    }));
  return {
    seen: films.length,
    rated: scores.length,
    unknown: new Set(ratings.map(({ film }) => film)).size - films.length,
    average: mean,
    distribution: Array.from({ length: 10 }, (_, at) => scores.filter((score) => score === at + 1).length),
    minutes: runtimes.reduce((sum, minutes) => sum + minutes, 0),
    filmsWithRuntime: runtimes.length,
    genres: liked(KIND, (row) => genres.get(row)).map(({ trait, ...rest }) => ({
      name: catalog.genres.name.get(trait),
      ...figures(rest),
    })),
    decades: liked(KIND, (row) => decadeOf(catalog, row)).map(({ trait, ...rest }) => ({
      decade: trait,
      ...figures(rest),
    })),
    directors: ofPeople(directors),
    actors: ofPeople(cast, LEADS),
    countries: liked(KIND, (row) => countries.get(row)).map(({ trait, ...rest }) => ({
      name: catalog.countries.code.get(trait),
      ...figures(rest),
    })),
    crowd: againstCrowd(catalog, films),
    rarity: rarity(catalog, films),
  };
}

function figures({ seen, rated, average }: Omit<Favourite<unknown>, "trait">) {
  return { seen, rated, average };
}

function plausibleRuntime({ films }: Catalog, row: FilmRow): number | undefined {
  const minutes = films.runtime.get(row);
  return minutes !== undefined && minutes > 0 && minutes <= LONGEST_PLAUSIBLE_FILM ? minutes : undefined;
}

function decadeOf(catalog: Catalog, row: FilmRow): number[] {
  const year = releaseYear(catalog, row);
  return year === undefined ? [] : [Math.floor(year / 10) * 10];
}

/** Votes from which on an average is believed. */
const VOTES = 100;
/** A point from it is not the crowd's opinion. */
const POINT = 1;

function againstCrowd(catalog: Catalog, films: readonly RatedFilm[]): Profile["crowd"] {
  const compared = films.flatMap(({ row, score }) => {
    const average = catalog.films.voteAverage.get(row);
    const isBelieved = average !== undefined && (voteCount(catalog, row) ?? 0) >= VOTES;
    return score !== undefined && isBelieved ? [{ row, score, average, gap: score - average }] : [];
  });
  const told = compared
    .filter(({ row }) => !isAdult(catalog, row))
    .sort((a, b) => a.gap - b.gap || a.row - b.row);
  const tell = (one: (typeof told)[number] | undefined) =>
    one === undefined || Math.abs(one.gap) < POINT
      ? null
      : { film: filmRef(catalog, one.row), score: one.score, voteAverage: one.average };
  const [hardest] = told.filter(({ gap }) => gap < 0);
  const kindest = told.findLast(({ gap }) => gap > 0);
  const sum = compared.reduce((total, { gap }) => total + gap, 0);
  return {
    films: compared.length,
    gap: compared.length === 0 ? null : sum / compared.length,
    hardest: tell(hardest),
    kindest: tell(kindest),
  };
}

/** A film that is better known than this, in votes of 2017, is nobody's discovery. */
const LITTLE_KNOWN = 300;

function rarity(catalog: Catalog, films: readonly RatedFilm[]): Profile["rarity"] {
  const { votesYear } = catalog.films;
  const [first] = films
    .flatMap(({ row, score }) => {
      const votes = voteCount(catalog, row);
      if (score === undefined || score < LOVED || votes === undefined || isAdult(catalog, row)) return [];
      return [{ row, score, votes, fame: fameOf(votes, 0, votesYear.get(row)) }];
    })
    .filter(({ fame }) => fame <= LITTLE_KNOWN)
    .sort((a, b) => a.fame - b.fame || b.score - a.score || a.row - b.row);
  return first === undefined
    ? null
    : { film: filmRef(catalog, first.row), score: first.score, voteCount: first.votes };
}
