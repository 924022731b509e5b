/** The two kinds of JSON files that our own catalogue is written in. */
import { z } from "zod";
import { parseDate } from "../clean/dates.js";

export const FILMS_FORMAT = "claqueta-films/1";
export const IDS_FORMAT = "claqueta-ids/1";

const filled = z.string().trim().min(1);
const names = z.array(filled);
const id = z.int().positive().max(0x7fff_ffff);
const ids = z.record(filled, id);

/** A key is absent where nothing is known. Names may be written "Name #id" where two people share one. */
export const starterFilm = z.strictObject({
  id,
  imdb: z.string().regex(/^tt\d{5,10}$/, "expected an IMDb id like tt0114709"),
  title: filled,
  originalTitle: filled.optional(),
  titleEs: filled,
  titleEs419: filled.optional(),
  aka: names.optional(),
  released: z.string().refine((day) => parseDate(day) !== undefined, "expected a day like 1995-10-30"),
  runtime: z.int().positive(),
  genres: names,
  keywords: names.optional(),
  directors: names.optional(),
  writers: names.optional(),
  cast: names.optional(),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, "expected a country code like ES")),
  originalLanguage: z.string().regex(/^[a-z]{2}$/, "expected a language code like es"),
  spokenLanguages: z.array(z.string().regex(/^[a-z]{2}$/, "expected a language code like es")).optional(),
  companies: names.optional(),
  collection: filled.optional(),
  budget: z.number().positive().optional(),
  revenue: z.number().positive().optional(),
  voteCount: z.int().nonnegative(),
  voteAverage: z.number().min(0).max(10),
  popularity: z.number().nonnegative(),
  poster: z
    .string()
    .regex(/^\/[\w.-]+$/, "expected a path like /abc.jpg")
    .optional(),
  synopsis: filled,
});

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
