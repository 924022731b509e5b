/** The list of recent films, which the dataset does not have or has older votes of. */
import { z } from "zod";

/** When the dataset's votes were counted; newer ones are those of the list. */
export const DATASET_VOTES = "2017";

const strings = z.array(z.string()).optional();
const number = z.number().nullish();

/** A line of the list. Its figures were gathered from several snapshots: a single one may be wrong. */
const recentFilm = z.object({
  tmdb_id: z.int(),
  title: z.string(),
  release_date: z.string(),
  imdb_id: z.string().nullish(),
  runtime: number,
  genres: strings,
  directors: strings,
  cast: strings,
  countries: strings,
  language: z.string().nullish(),
  budget: number,
  revenue: number,
  vote_count: number,
  vote_average: number,
  votes_as_of: z.union([z.string(), z.number()]).nullish(),
});

export type RecentFilm = z.infer<typeof recentFilm>;

/** @param text JSON, one film a line */
export function readRecent(text: string): ReadonlyMap<number, RecentFilm> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return new Map(lines.map((line) => recentFilm.parse(JSON.parse(line))).map((film) => [film.tmdb_id, film]));
}
