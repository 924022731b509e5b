/** One's own films in the form that Letterboxd imports, and that is read here as well. */
import Papa from "papaparse";

/** A film that somebody rated from 1 to 10, or saw without rating it; `at` is ISO 8601. */
export interface ExportedRating {
  readonly film: number;
  readonly score?: number;
  readonly at: string;
}

/** How a film is named in the file. */
export interface FilmName {
  readonly title: string;
  readonly year?: number;
  /** 114709 for tt0114709. */
  readonly imdb?: number;
}

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** The columns as https://letterboxd.com/about/importing-data/ names them. */
const FILM_COLUMNS = ["tmdbID", "imdbID", "Title", "Year"];
const RATING_COLUMNS = [...FILM_COLUMNS, "Rating10", "WatchedDate"];

/**
 * Films seen, with their scores, and films wanted: a file each, whichever has any. Of times the day is kept; a film that
 * the catalogue no longer has keeps its number.
 * @param names by TMDB id
 */
export function exportRatings(
  ratings: readonly ExportedRating[],
  watchlist: readonly { readonly film: number }[],
  names: (film: number) => FilmName | undefined,
): ExportedFile[] {
  const film = (id: number) => {
    const { title = "", year, imdb } = names(id) ?? {};
    return [id, imdb === undefined ? "" : `tt${String(imdb).padStart(7, "0")}`, title, year ?? ""];
  };
  const files = [
    {
      name: "claqueta-ratings.csv",
      columns: RATING_COLUMNS,
      rows: ratings.map(({ film: id, score, at }) => [
        ...film(id),
        score ?? "",
        at.slice(0, "2024-01-05".length),
      ]),
    },
    {
      name: "claqueta-watchlist.csv",
      columns: FILM_COLUMNS,
      rows: watchlist.map(({ film: id }) => film(id)),
    },
  ];
  return files
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, columns, rows }) => ({
      name,
      text: `${Papa.unparse({ fields: columns, data: rows }, { newline: "\n" })}\n`,
    }));
}
