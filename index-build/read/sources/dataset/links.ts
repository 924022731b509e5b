/** The links file: MovieLens ids beside TMDB ids. Films that TMDB does not have are no error. */
import { IDS, NumberColumn } from "../../../clean/columns/number-column.js";
import { type ReaderInput, type RowReader, ValuesOf } from "../../formats/csv/row.js";
import { imdbIdOf } from "./imdb-ids.js";

interface Link {
  /** As the file writes it. */
  readonly imdb: string;
  movieId: number;
  tmdbId: number;
}

export function linksReader(input: ReaderInput): RowReader {
  const links: Link[] = [];
  const movieIds = new ValuesOf<Link, number>(
    input,
    "movieId",
    new NumberColumn(IDS),
    "bad-id",
    (link, id) => {
      link.movieId = id;
    },
  );
  const tmdbIds = new ValuesOf<Link, number>(input, "tmdbId", new NumberColumn(IDS), "bad-id", (link, id) => {
    link.tmdbId = id;
  });
  const imdb = input.columns.get("imdbId") ?? -1;
  return {
    row(cells, line) {
      const link = { movieId: 0, tmdbId: 0, imdb: cells[imdb] ?? "" };
      movieIds.take(cells, line, link);
      tmdbIds.take(cells, line, link);
      links.push(link);
    },
    finish(parts) {
      movieIds.finish();
      tmdbIds.finish();
      const kept = links.filter(({ movieId }) => movieId > 0);
      for (const { movieId, tmdbId } of kept)
        if (tmdbId > 0 && !parts.links.has(movieId)) parts.links.set(movieId, tmdbId);
      for (const { imdb: written, tmdbId } of links) {
        const imdbId = tmdbId > 0 ? imdbIdOf(written) : undefined;
        if (imdbId !== undefined) parts.imdbLinks.set(imdbId, tmdbId);
      }
      return kept.length;
    },
  };
}
