/** The links file: MovieLens ids beside TMDB ids. Films that TMDB does not have are no error. */
import { parseId } from "../../clean/numbers.js";
import { type CsvKind, type ReaderInput, Row, type RowReader } from "../csv/row.js";

export const links: CsvKind = {
  kind: "links",
  required: ["movieid", "tmdbid"],
  optional: ["imdbid"],
  marks: ["imdbid", "tmdbid"],
  reader: linksReader,
};

function linksReader(input: ReaderInput): RowReader {
  const links = new Map<number, number>();
  let kept = 0;
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const movieId = parseId(row.text("movieid"));
      const tmdbId = row.value("tmdbid", parseId, "bad-id");
      if (movieId === undefined) {
        row.tell("bad-id", "movieid", row.text("movieid"));
        return;
      }
      kept += 1;
      if (tmdbId !== undefined && !links.has(movieId)) links.set(movieId, tmdbId);
    },
    finish(parts) {
      for (const [movieId, tmdbId] of links) {
        if (!parts.links.has(movieId)) parts.links.set(movieId, tmdbId);
      }
      return kept;
    },
  };
}
