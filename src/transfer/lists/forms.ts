/** The lists that sites export, told apart by their columns, and what a row of each says. */
import type { Entry, ListKind, Source } from "../entries.js";
import { dayIn, idIn, imdbIn, scoreIn, yearIn } from "./cells.js";
import type { CellOf, Columns } from "./columns.js";

/** What a row says of a film. */
export interface RowRead extends Entry {
  /** A diary's row of a film that was seen before. */
  readonly again?: boolean;
}

/** A row that names something that is no film. */
export interface NotFilm {
  readonly notFilm: string;
}

export interface Form {
  readonly source: Source;
  readonly kind: ListKind;
  read(cell: CellOf, now: Date): RowRead | NotFilm;
}

/** `which`: one of Letterboxd's two lists that have the same columns. */
export type FormFound = Form | "which" | undefined;

const POINTS_A_STAR = 2;

/** @param name of the file, where it is known */
export function formOf(columns: Columns, name: string | undefined): FormFound {
  if (columns.has("const")) return imdbForm(columns);
  if (columns.has("name", "year", "letterboxduri")) return letterboxdForm(columns, name);
  if (columns.has("title") && EXCHANGE.some((column) => columns.has(column))) return exchangeForm(columns);
  return undefined;
}

function letterboxdForm(columns: Columns, name = ""): FormFound {
  if (columns.has("watcheddate")) return { source: "letterboxd", kind: "diary", read: diaryRow };
  if (columns.has("rating")) return { source: "letterboxd", kind: "ratings", read: ratingRow };
  if (/watchlist/i.test(name)) return { source: "letterboxd", kind: "watchlist", read: watchlistRow };
  if (/watched/i.test(name)) return { source: "letterboxd", kind: "watched", read: watchedRow };
  return "which";
}

function letterboxdFilm(cell: CellOf): Entry {
  return { title: cell("name"), year: yearIn(cell("year")) };
}

function ratingRow(cell: CellOf, now: Date): RowRead {
  const at = dayIn(cell("date"), now) ?? now.toISOString();
  return { ...letterboxdFilm(cell), ...rated(scoreIn(cell("rating"), POINTS_A_STAR), at) };
}

function watchedRow(cell: CellOf, now: Date): RowRead {
  return { ...letterboxdFilm(cell), seen: dayIn(cell("date"), now) ?? now.toISOString() };
}

function watchlistRow(cell: CellOf, now: Date): RowRead {
  return { ...letterboxdFilm(cell), wanted: dayIn(cell("date"), now) ?? now.toISOString() };
}

function diaryRow(cell: CellOf, now: Date): RowRead {
  const at = dayIn(cell("watcheddate"), now) ?? dayIn(cell("date"), now) ?? now.toISOString();
  const again = /^yes$/i.test(cell("rewatch"));
  return { ...letterboxdFilm(cell), ...rated(scoreIn(cell("rating"), POINTS_A_STAR), at), seen: at, again };
}

/** Of a film that is rated it is known when that was; of another only that it was seen. */
function rated(score: number | undefined, at: string): Pick<Entry, "rating" | "seen"> {
  return score === undefined ? { seen: at } : { rating: { score, at }, seen: at };
}

/** Series, episodes, games and the like, in whatever words the export of the day has them. */
const NOT_FILM = /serie|episod|game|juego|podcast|musicvideo|deomusical/;

function imdbForm(columns: Columns): Form {
  // The older export has the same columns for ratings and lists: what is rated there was seen.
  const isOlder = columns.has("yourated");
  const isList = columns.has("position") && !isOlder;
  const kind = isList ? "watchlist" : "ratings";
  return {
    source: "imdb",
    kind,
    read(cell, now) {
      const title = cell("title");
      if (
        NOT_FILM.test(
          cell("titletype")
            .toLowerCase()
            .replace(/[^a-z]/g, ""),
        )
      )
        return { notFilm: title };
      const film = {
        title,
        year: yearIn(cell("year")),
        originalTitle: cell("originaltitle") || undefined,
        imdb: imdbIn(cell("const")),
      };
      const score = scoreIn(cell(isOlder ? "yourated" : "yourrating"), 1);
      const created = dayIn(cell("created"), now) ?? now.toISOString();
      const at = dayIn(cell("daterated"), now) ?? created;
      const isWanted = isList || (isOlder && score === undefined);
      return {
        ...film,
        ...(score === undefined ? {} : rated(score, at)),
        ...(isWanted ? { wanted: created } : {}),
      };
    },
  };
}

/** Columns of the form that Letterboxd imports, of which one at least stands beside the title. */
const EXCHANGE = ["tmdbid", "imdbid", "rating", "rating10", "watcheddate"];

/** Without scores and days it is a list of films to see. */
function exchangeForm(columns: Columns): Form {
  const isWatchlist = !["rating", "rating10", "watcheddate"].some((column) => columns.has(column));
  return {
    source: "exchange",
    kind: isWatchlist ? "watchlist" : "ratings",
    read(cell, now) {
      const film = {
        title: cell("title"),
        year: yearIn(cell("year")),
        tmdb: idIn(cell("tmdbid")),
        imdb: imdbIn(cell("imdbid")),
      };
      const at = dayIn(cell("watcheddate"), now) ?? now.toISOString();
      if (isWatchlist) return { ...film, wanted: at };
      const score = scoreIn(cell("rating10"), 1) ?? scoreIn(cell("rating"), POINTS_A_STAR);
      return { ...film, ...rated(score, at) };
    },
  };
}
