/** Tables of films: one film a row, or several rows with one more of a genre or a person each. */
import {
  canTellShifted,
  isShiftedTail,
  isStub,
  joinShifted,
  type ShiftLayout,
} from "../../../clean/shifted-rows.js";
import { headerNames } from "../../formats/csv/header-names.js";
import type { ReaderInput, RowReader } from "../../formats/csv/row.js";
import type { ReadFilm, SourceParts } from "../../parts.js";
import { FilmRows } from "./film-rows.js";

export function filmsReader(input: ReaderInput): RowReader {
  return new FilmsReader(input);
}

class FilmsReader implements RowReader {
  readonly #rows: FilmRows;
  readonly #layout: ShiftLayout | undefined;
  /** A row that ends at its overview: the next row may be the rest of it. */
  #stub: { cells: string[]; line: number } | undefined;
  /** Rows that were joined with the one before them. */
  readonly #joined = new Set<number>();
  readonly #input: ReaderInput;

  constructor(input: ReaderInput) {
    this.#input = input;
    this.#rows = new FilmRows(input);
    this.#layout = shiftLayoutOf(input);
  }

  row(cells: string[], line: number): void {
    const layout = this.#layout;
    if (layout === undefined) {
      this.#rows.add(cells, line);
      return;
    }
    if (isShiftedTail(cells, layout)) {
      this.#takeTail(cells, line, layout);
      return;
    }
    this.#flushStub();
    if (isStub(cells, layout)) this.#stub = { cells, line };
    else this.#rows.add(cells, line);
  }

  finish(parts: SourceParts): number {
    this.#flushStub();
    const films: readonly ReadFilm[] = this.#rows.finish();
    for (const film of films) listOf(film, parts).push(film);
    const joined = films.filter(({ place }) => this.#joined.has(place.line ?? 0)).length;
    return this.#rows.kept + joined;
  }

  #takeTail(cells: string[], line: number, layout: ShiftLayout): void {
    const stub = this.#stub;
    const { report } = this.#input.context;
    const { file } = this.#input;
    if (stub === undefined) {
      report.add("shifted-row-alone", { file, line, column: "id", detail: cells[layout.id] });
      return;
    }
    this.#stub = undefined;
    report.add("shifted-row", { file, line, detail: stub.cells[layout.id] });
    this.#rows.add(joinShifted(stub.cells, cells, layout), stub.line);
    this.#joined.add(stub.line);
  }

  #flushStub(): void {
    if (this.#stub !== undefined) this.#rows.add(this.#stub.cells, this.#stub.line);
    this.#stub = undefined;
  }
}

/** Films without an id of TMDB's wait for the other files. */
function listOf({ film }: ReadFilm, parts: SourceParts): ReadFilm[] {
  const { films, imdbFilms, titledFilms, untitledFilms } = parts;
  if (film.title === "") return untitledFilms;
  if (film.id > 0) return films;
  return film.imdbId === undefined ? titledFilms : imdbFilms;
}

/** Undefined where a row that is broken within its overview could not be told by its date in the place of the id. */
function shiftLayoutOf({ columns, header }: ReaderInput): ShiftLayout | undefined {
  const [id, overview, releaseDate] = [
    columns.get("id"),
    columns.get("overview"),
    columns.get("releaseDate"),
  ];
  if (id === undefined || overview === undefined || releaseDate === undefined) return undefined;
  const first = headerNames(header).findIndex((name) => name !== undefined);
  const layout = { id, overview, releaseDate, first };
  return canTellShifted(layout) ? layout : undefined;
}
