/** The kinds of JSON files that our own catalogue is written in. */
import { z } from "zod";
import { PLATFORMS } from "../../../../src/catalog/platforms.js";
import { parseDate } from "../../../clean/values/dates.js";

export const FILMS_FORMAT = "claqueta-films/1";
export const IDS_FORMAT = "claqueta-ids/1";
export const STREAMING_FORMAT = "claqueta-streaming/1";

const filled = z.string().trim().min(1);
const names = z.array(filled);
const id = z.int().positive().max(0x7fff_ffff);
const ids = z.record(filled, id);
const countryCode = z.string().regex(/^[A-Z]{2}$/, "expected a country code like ES");
const day = z.string().refine((text) => parseDate(text) !== undefined, "expected a day like 1995-10-30");

/** What may be written from knowledge. Ids, votes and money never are. */
export const FROM_KNOWLEDGE = [
  "released",
  "runtime",
  "genres",
  "directors",
  "cast",
  "billing",
  "countries",
  "originalLanguage",
] as const;

/** A key is absent where nothing is known. Names may be written "Name #id" where two people share one. */
export const filmFields = z.strictObject({
  id,
  imdb: z
    .string()
    .regex(/^tt\d{5,10}$/, "expected an IMDb id like tt0114709")
    .optional(),
  title: filled,
  originalTitle: filled.optional(),
  titleEs: filled,
  titleEs419: filled.optional(),
  aka: names.optional(),
  /** The year alone, where the day is not known. */
  released: z.string().refine((text) => parseDate(text.length === 4 ? `${text}-01-01` : text) !== undefined, {
    error: "expected a day like 1995-10-30, or a year",
  }),
  runtime: z.int().positive().optional(),
  genres: names.min(1),
  keywords: names.optional(),
  directors: names.optional(),
  writers: names.optional(),
  cast: names.optional(),
  /** Where the order of the cast means nothing, since no source has one. */
  castOrdered: z.literal(false).optional(),
  countries: z.array(countryCode),
  originalLanguage: z.string().regex(/^[a-z]{2}$/, "expected a language code like es"),
  spokenLanguages: z.array(z.string().regex(/^[a-z]{2}$/, "expected a language code like es")).optional(),
  companies: names.optional(),
  collection: filled.optional(),
  budget: z.number().positive().optional(),
  revenue: z.number().positive().optional(),
  voteCount: z.int().nonnegative().optional(),
  voteAverage: z.number().min(0).max(10).optional(),
  /** When the votes were counted, as exactly as is known: a year or a month. */
  votesAsOf: z
    .string()
    .regex(/^20\d\d(?:-(?:0[1-9]|1[0-2]))?$/, "expected a year or month like 2025-11")
    .optional(),
  popularity: z.number().nonnegative().optional(),
  prominence: z.int().min(1).max(5).optional(),
  poster: z
    .string()
    .regex(/^\/[\w.-]+$/, "expected a path like /abc.jpg")
    .optional(),
  synopsis: filled.optional(),
  /**
   * What no source tells and was written from knowledge, to be doubted first: keys of this film, and `billing` where
   * only the order of the cast is.
   */
  fromKnowledge: z.array(z.enum(FROM_KNOWLEDGE)).min(1).optional(),
  /** Public pages that confirm facts which no data set told us, with the keys of this film that each confirms. */
  checked: z.array(z.strictObject({ url: z.url(), facts: names.min(1) })).optional(),
});

/** Prominence stands in for votes: a film has one or the other, for a reader would not know which of both to believe. */
export const starterFilm = filmFields.refine(
  ({ voteCount, prominence }) => (voteCount === undefined) !== (prominence === undefined),
  { path: ["prominence"], error: "expected either voteCount or prominence" },
);

export type StarterFilm = z.infer<typeof starterFilm>;

/** The films are checked one by one, so that a wrong one costs no other. */
export const starterFilms = z.strictObject({ format: z.literal(FILMS_FORMAT), films: z.array(z.unknown()) });

/** TMDB's ids of the names that films are written with. */
export const starterIds = z.strictObject({
  format: z.literal(IDS_FORMAT),
  people: ids.optional(),
  companies: ids.optional(),
  keywords: ids.optional(),
  collections: ids.optional(),
});

export type StarterIds = z.infer<typeof starterIds>;

/** The titles of a platform are checked one by one, like the films. */
export const starterStreaming = z.strictObject({
  format: z.literal(STREAMING_FORMAT),
  platform: z.enum(PLATFORMS.map(({ id: platform }) => platform)),
  /** The country whose catalogue it is. */
  region: countryCode.optional(),
  /** The newest day on which the platform added a title, as far as the source knows. */
  asOf: day,
  titles: z.array(z.unknown()),
});

/** More people would say nothing more about a title; sources list up to fifty. */
const MOST_CAST = 8;

const streamingTitle = {
  id: z.string().regex(/^s\d{1,9}$/, "expected a show_id like s123"),
  title: filled,
  directors: names.optional(),
  cast: names.max(MOST_CAST).optional(),
  year: z.int().min(1870).max(2100),
  maturity: filled.optional(),
  genres: names,
  added: day.optional(),
  score: z.number().min(1).max(100).optional(),
};
const count = z.int().positive().optional();

/** Movies are measured in minutes, series in seasons. */
export const starterStreamingTitle = z.discriminatedUnion("type", [
  z.strictObject({ ...streamingTitle, type: z.literal("movie"), minutes: count }),
  z.strictObject({ ...streamingTitle, type: z.literal("series"), seasons: count }),
]);

export type StarterStreamingTitle = z.infer<typeof starterStreamingTitle>;
