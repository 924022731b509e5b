/** A catalogue of a few made-up films, with what is asked of them: for queries that count. */
import type { Catalog } from "../../src/catalog/catalog.js";

export interface SmallFilm {
  /** TMDB id. */
  readonly id: number;
  readonly title?: string;
  readonly year?: number;
  readonly imdb?: number;
  readonly genres?: readonly string[];
  readonly directors?: readonly string[];
  readonly cast?: readonly string[];
  readonly countries?: readonly string[];
  readonly runtime?: number;
  readonly votes?: number;
  readonly average?: number;
  readonly adult?: boolean;
}

const MS_PER_DAY = 86_400_000;

/** Films in the order given, which is that of how well known they are. */
export function smallCatalog(all: readonly SmallFilm[]): Catalog {
  const column = <Value>(of: (film: SmallFilm) => Value) => ({
    get: (row: number) => of(all[row] ?? { id: 0 }),
  });
  const names = (of: (film: SmallFilm) => readonly string[] | undefined) => {
    const known = [...new Set(all.flatMap((film) => of(film) ?? []))];
    const rows = (film: SmallFilm) => Int32Array.from((of(film) ?? []).map((name) => known.indexOf(name)));
    return { known, lists: column(rows) };
  };
  const genres = names((film) => film.genres);
  const countries = names((film) => film.countries);
  const directors = names((film) => film.directors);
  const cast = names((film) => film.cast);
  const people = [...directors.known, ...cast.known];
  const order = (numberOf: (film: SmallFilm) => number | undefined) =>
    Int32Array.from(
      [...all.keys()]
        .filter((row) => numberOf(all[row] ?? { id: 0 }) !== undefined)
        .sort((a, b) => Number(numberOf(all[a] ?? { id: 0 })) - Number(numberOf(all[b] ?? { id: 0 }))),
    );
  const unknown = column(() => undefined);
  const films = {
    rowCount: all.length,
    id: Int32Array.from(all, ({ id }) => id),
    imdb: column(({ imdb }) => imdb),
    title: column(({ id, title }) => title ?? `Film ${id}`),
    originalTitle: unknown,
    originalLatin: unknown,
    titleEs: unknown,
    titleEs419: unknown,
    poster: unknown,
    synopsis: unknown,
    overview: unknown,
    releaseDate: column(({ year }) => (year === undefined ? undefined : Date.UTC(year, 5, 1) / MS_PER_DAY)),
    runtime: column(({ runtime }) => runtime),
    voteCount: Int32Array.from(all, ({ votes }) => votes ?? 0),
    voteAverage: column(({ average }) => average),
    votesYear: unknown,
    prominence: new Uint8Array(all.length),
    adult: Uint8Array.from(all, ({ adult }) => Number(adult ?? false)),
    genres: genres.lists,
    countries: countries.lists,
    directors: directors.lists,
    cast: column((film) =>
      Int32Array.from((film.cast ?? []).map((name) => directors.known.length + cast.known.indexOf(name))),
    ),
  };
  const catalog = {
    films,
    filmOrder: { byId: order(({ id }) => id), byImdb: order(({ imdb }) => imdb) },
    genres: { rowCount: genres.known.length, name: { get: (row: number) => genres.known[row] } },
    countries: { rowCount: countries.known.length, code: { get: (row: number) => countries.known[row] } },
    people: {
      rowCount: people.length,
      id: Int32Array.from(people, (_, row) => row + 1),
      name: { get: (row: number) => people[row] },
    },
  };
  return catalog as unknown as Catalog;
}
