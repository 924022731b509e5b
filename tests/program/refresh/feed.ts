/** The starter's films as a dataset of CSV files, like the one that people download, to be spoilt in tests. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, loadConfig } from "../../../src/app/config/config.js";
import { type Arguments, runRefresh } from "../../../src/cli/refresh.js";
import type { RefreshReport } from "../../../src/refresh/port.js";
import type { Words } from "../../../src/words.js";
import { buildHere, STARTER } from "../../support/build-index.js";
import { csv, type MovieCells, moviesCsv } from "../../support/source-files.js";

interface StarterFilm {
  readonly id: number;
  readonly imdb: string;
  readonly title: string;
  readonly released: string;
  readonly runtime: number;
  readonly genres: readonly string[];
  readonly keywords?: readonly string[];
  readonly directors?: readonly string[];
  readonly cast?: readonly string[];
  readonly originalLanguage: string;
  readonly budget?: number;
  readonly revenue?: number;
  readonly voteCount: number;
  readonly voteAverage: number;
  readonly popularity: number;
  readonly synopsis: string;
}

/** A film with everything that the dataset tells of it. */
export interface FeedFilm {
  readonly movie: MovieCells;
  readonly cast: readonly string[];
  readonly directors: readonly string[];
  readonly keywords: readonly string[];
}

/** Files by name. */
export type Feed = Record<string, string | Buffer>;

const literal = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
const named = (names: readonly string[]) =>
  `[${names.map((name) => `{'id': ${idOf(name)}, 'name': ${literal(name)}}`).join(", ")}]`;

/** The same name has the same id wherever it stands. */
function idOf(name: string): number {
  let id = 7;
  for (const letter of name) id = (id * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return id + 1;
}

/** The best known, of which everything is told: enough for every gate, and quickly built. */
const MOST_FILMS = 209;

export const FEED_FILMS: readonly FeedFilm[] = readdirSync(STARTER)
  .filter((name) => /^films-.*\.json$/u.test(name))
  .flatMap(
    (name) => (JSON.parse(readFileSync(join(STARTER, name), "utf8")) as { films: StarterFilm[] }).films,
  )
  .filter(({ voteCount }) => voteCount > 0)
  .sort((a, b) => b.voteCount - a.voteCount || a.id - b.id)
  .slice(0, MOST_FILMS)
  .sort((a, b) => a.id - b.id)
  .map((film) => ({
    movie: {
      id: String(film.id),
      imdb_id: film.imdb,
      title: film.title,
      original_title: film.title,
      original_language: film.originalLanguage,
      release_date: film.released,
      runtime: String(film.runtime),
      budget: String(film.budget ?? 0),
      revenue: String(film.revenue ?? 0),
      genres: named(film.genres),
      popularity: String(film.popularity),
      vote_average: String(film.voteAverage),
      vote_count: String(film.voteCount),
      overview: film.synopsis,
      status: "Released",
    },
    cast: film.cast ?? [],
    directors: film.directors ?? [],
    keywords: film.keywords ?? [],
  }));

/** @throws RangeError where there are not so many */
export function filmAt(at: number): FeedFilm {
  const film = FEED_FILMS[at];
  if (film === undefined) throw new RangeError(`there is no film ${at}`);
  return film;
}

export function feedOf(films: readonly FeedFilm[] = FEED_FILMS): Feed {
  return {
    "movies.csv": moviesCsv(...films.map(({ movie }) => movie)),
    "credits.csv": csv(
      ["cast", "crew", "id"],
      films.map(({ movie, cast, directors }) => [
        `[${cast.map((name, order) => `{'id': ${idOf(name)}, 'name': ${literal(name)}, 'order': ${order}, 'character': 'x'}`).join(", ")}]`,
        `[${directors.map((name) => `{'id': ${idOf(name)}, 'name': ${literal(name)}, 'job': 'Director'}`).join(", ")}]`,
        movie.id ?? "",
      ]),
    ),
    "keywords.csv": csv(
      ["id", "keywords"],
      films.map(({ movie, keywords }) => [movie.id ?? "", named(keywords)]),
    ),
  };
}

/** Puts these files, and no others, into a folder. */
export function writeFeed(folder: string, feed: Feed): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, contents] of Object.entries(feed)) writeFileSync(join(folder, name), contents);
}

/** Refreshes as the program does, with these variables set; what is built is built in this process. */
export function refreshed(
  root: string,
  env: Readonly<Record<string, string>>,
  asked: Partial<Arguments> = {},
  progress: (line: string) => void = () => undefined,
): Promise<RefreshReport> {
  const config: Config = loadConfig({ DATA_DIR: root, ...env });
  const { signal } = new AbortController();
  const host = { signal, progress: ({ en }: Words) => progress(en), buildIndex: buildHere };
  return runRefresh({ only: [], ...asked }, config, host);
}
