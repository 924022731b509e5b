/** Rows of films → records: what a row tells by itself, and what only the whole table explains. */
import { DateColumn } from "../../../clean/columns/date-column.js";
import type { ReadDate } from "../../../clean/columns/date-forms.js";
import {
  AVERAGES,
  COUNTS,
  IDS,
  MINUTES,
  MONEY,
  NumberColumn,
  type NumbersOfColumn,
  POPULARITY,
  YEARS,
} from "../../../clean/columns/number-column.js";
import { cleanName, cleanProse } from "../../../clean/texts/text.js";
import { titleTypeOf } from "../../../clean/title-type.js";
import { isSpanishFlag, parseFlag } from "../../../clean/values/flags.js";
import { isNeverTitle, isUnknown } from "../../../clean/values/unknown.js";
import type { FilmRecord } from "../../../records.js";
import { countsMillions } from "../../formats/csv/header-names.js";
import { columnName, noteUnknown, type ReaderInput, Row, ValuesOf } from "../../formats/csv/row.js";
import type { Fact } from "../../layouts/layout.js";
import type { ReadFilm } from "../../parts.js";
import { detached } from "../../vocabulary/texts.js";
import { ExportedColumns } from "../own-export/film-facts.js";
import { scaleAverages, scaleRuntimes } from "./averages.js";
import { FilmListColumns, languageOfCell } from "./film-lists.js";
import { areOfImdb, imdbIdOf } from "./imdb-ids.js";
import { PeopleColumns } from "./people.js";
import { joinRowsOfFilms } from "./rows-of-films.js";
import { takeYearsOffTitles } from "./titles-with-years.js";

const POSTER = /^\/[\w.-]+$/;
const POSTER_ADDRESS = /^https?:\/\/image\.tmdb\.org\/t\/p\/\w+(\/[\w.-]+)$/;

export class FilmRows {
  readonly #input: ReaderInput;
  readonly #films: ReadFilm[] = [];
  /** Whose titles read like "nothing": whether they are, the whole table tells. */
  readonly #doubtful: ReadFilm[] = [];
  readonly #numbers: { readonly column: NumberColumn; readonly values: ValuesOf<FilmRecord, number> }[] = [];
  readonly #dates = new DateColumn();
  readonly #released: ValuesOf<FilmRecord, ReadDate>;
  readonly #lists: FilmListColumns;
  readonly #exported: ExportedColumns;
  readonly #people: PeopleColumns;
  /** Another table names its films. */
  readonly #isUntitled: boolean;
  /** Places of columns that tell no fact: they tell what the file writes where it knows nothing. */
  readonly #others: readonly number[];
  /** Films of which the file says that only their year is known. */
  readonly #onlyYears: FilmRecord[] = [];
  /** What names a film, where the table has no ids of TMDB's: the fact that tells IMDb's, or the title. */
  readonly #named: "id" | "imdbId" | "title" | undefined;
  #isSpanish = false;
  /** Rows that gave a film, once all are read. */
  kept = 0;

  constructor(input: ReaderInput) {
    this.#input = input;
    this.#lists = new FilmListColumns(input);
    this.#people = new PeopleColumns(input);
    this.#exported = new ExportedColumns(input);
    this.#isUntitled = !input.columns.has("title") && !input.columns.has("originalTitle");
    const dates = input.columns.get("releaseDate");
    if (dates !== undefined) this.#dates.lookAt(input.sample.map((cells) => cells[dates] ?? ""));
    const read = new Set(input.columns.values());
    this.#others = [...input.header.keys()].filter((place) => !read.has(place));
    this.#named = namedBy(input);
    if (this.#named === undefined)
      this.#number("id", IDS, (film, id) => {
        film.id = id;
      });
    this.#number("runtime", MINUTES, (film, minutes) => {
      film.runtime = positive(minutes);
    });
    this.#money("budget", (film, dollars) => {
      film.budget = dollars;
    });
    this.#money("revenue", (film, dollars) => {
      film.revenue = dollars;
    });
    this.#number("popularity", POPULARITY, (film, popularity) => {
      film.popularity = popularity;
    });
    this.#number("voteCount", COUNTS, (film, votes) => {
      film.voteCount = votes;
    });
    this.#number("voteAverage", AVERAGES, (film, average) => {
      film.voteAverage = average;
    });
    this.#number("releaseYear", YEARS, giveYear);
    const isDoubtful = ({ yearOnly }: ReadDate): boolean => yearOnly;
    this.#released = new ValuesOf(input, "releaseDate", this.#dates, "bad-date", giveDate, {
      code: "doubtful-date",
      isDoubtful,
    });
  }

  add(cells: readonly string[], line: number): void {
    const row = new Row(this.#input, cells, line);
    if (titleTypeOf(row.text("type")) === "series") {
      row.tell("series-row", "type", row.cell("title"));
      return;
    }
    const film = this.#film(row);
    if (film === undefined) return;
    for (const place of this.#others) noteUnknown(this.#input, cells[place] ?? "");
    for (const { values } of this.#numbers) values.take(cells, line, film);
    this.#released.take(cells, line, film);
    if (parseFlag(row.text("onlyYear")) === true) this.#onlyYears.push(film);
    const status = row.text("status").trim().toLowerCase();
    const read: ReadFilm = {
      film,
      place: row.place,
      released: status === "" || status === "released" || status.startsWith("estrenad"),
    };
    this.#films.push(read);
    if (this.#isUntitled) return;
    if (isUnknown(film.title) || (film.originalTitle !== undefined && isUnknown(film.originalTitle)))
      this.#doubtful.push(read);
  }

  /** After the last row. */
  finish(): readonly ReadFilm[] {
    for (const { values } of this.#numbers) values.finish();
    if (this.#isSpanish || this.#numbers.some(({ column }) => column.hasDecimalComma))
      this.#dates.expectDayFirst();
    this.#released.finish();
    for (const film of this.#onlyYears) if (film.releaseDate !== undefined) film.yearOnly = true;
    this.#people.finish();
    const untitled = new Set(this.#doubtful.filter((one) => !this.#settleTitle(one)));
    const isKnown = ({ id }: FilmRecord): boolean => id > 0 || this.#named !== undefined;
    const known = this.#films.filter((read) => isKnown(read.film) && !untitled.has(read));
    this.kept = known.length;
    takeYearsOffTitles(known);
    this.#settleVotes(known);
    return this.#input.layout.rowsPerFilm === "several" ? joinRowsOfFilms(known, this.#input) : known;
  }

  /** In dollars, or in millions where the name of the column says so. */
  #money(fact: "budget" | "revenue", give: (film: FilmRecord, value: number | undefined) => void): void {
    const inMillions = countsMillions(columnName(this.#input, fact));
    const numbers = inMillions ? { ...MONEY, of: "measure" as const } : MONEY;
    this.#number(fact, numbers, (film, told) => {
      // Whole millions are a sum that was written out after all.
      const dollars = inMillions && Math.abs(told) < 1e5 ? Math.round(told * 1e6) : told;
      give(film, positive(dollars));
    });
  }

  #number(fact: Fact, numbers: NumbersOfColumn, give: (film: FilmRecord, value: number) => void): void {
    if (!this.#input.columns.has(fact)) return;
    const column = new NumberColumn(numbers);
    const code = fact === "id" ? "bad-id" : "bad-number";
    this.#numbers.push({ column, values: new ValuesOf(this.#input, fact, column, code, give) });
  }

  /** Undefined for a row without a title, which is reported. */
  #film(row: Row): FilmRecord | undefined {
    const { texts } = this.#input.context;
    const originalTitle = titleOf(row.cell("originalTitle"));
    const ownTitle = titleOf(row.cell("title"));
    const title = ownTitle ?? originalTitle ?? (this.#isUntitled ? "" : undefined);
    const id = row.text("id");
    if (title === undefined) {
      row.tell("no-title", "title", id);
      return undefined;
    }
    const named = this.#named;
    const imdbId = imdbIdOf(row.text(named === "id" ? "id" : "imdbId").trim());
    const hasId = named === undefined ? id !== "" : named === "title" || imdbId !== undefined;
    if (!hasId) {
      row.tell("bad-id", named ?? "id", id);
      return undefined;
    }
    if (ownTitle === undefined && this.#input.columns.has("title"))
      row.tell("title-from-original", "title", id);
    const overview = cleanProse(row.text("overview"));
    const titleEs = titleOf(row.text("titleEs"));
    const film: FilmRecord = {
      id: 0,
      imdbId,
      title: texts.keep(title),
      originalTitle: originalTitle === undefined ? undefined : texts.keep(originalTitle),
      titleEs: titleEs === undefined ? undefined : texts.keep(titleEs),
      ...this.#exported.read(row),
      releaseDate: undefined,
      yearOnly: undefined,
      runtime: undefined,
      budget: undefined,
      revenue: undefined,
      popularity: undefined,
      voteCount: 0,
      voteAverage: undefined,
      adult: row.value("adult", parseFlag, "bad-flag") ?? false,
      ...this.#lists.read(row),
      originalLanguage: languageOfCell(row.text("originalLanguage")),
      overview: overview === undefined ? undefined : detached(overview),
      poster: posterOf(row.text("poster").trim()),
      cast: [],
      castOrdered: false,
      crew: [],
    };
    if (isSpanishFlag(row.cell("adult"))) this.#isSpanish = true;
    const credits = this.#people.read(row, (crew) => {
      film.crew = crew;
    });
    return Object.assign(film, credits);
  }

  /** Whether a title that reads like "nothing" is one after all; what is none gives way to the original title. */
  #settleTitle({ film, place }: ReadFilm): boolean {
    const { columns, context, unknownWords } = this.#input;
    const isNothing = (title: string): boolean => isUnknown(title) && unknownWords.has(title);
    if (film.originalTitle !== undefined && isNothing(film.originalTitle)) film.originalTitle = undefined;
    if (!isNothing(film.title)) return true;
    const { originalTitle } = film;
    const column = this.#input.header[columns.get("title") ?? -1];
    context.report.add(originalTitle === undefined ? "no-title" : "title-from-original", {
      ...place,
      column,
      detail: String(film.id),
    });
    if (originalTitle === undefined) return false;
    film.title = originalTitle;
    return true;
  }

  /** An average of no votes is none. */
  #settleVotes(read: readonly ReadFilm[]): void {
    if (this.#input.columns.has("voteCount"))
      for (const { film } of read) if (film.voteCount === 0) film.voteAverage = undefined;
    scaleAverages(read, this.#input);
    scaleRuntimes(read, this.#input);
  }
}

/** Undefined where a table has TMDB's ids. */
function namedBy({ columns, sample }: ReaderInput): "id" | "imdbId" | "title" | undefined {
  const place = columns.get("id");
  if (place === undefined) return columns.has("imdbId") ? "imdbId" : "title";
  return areOfImdb(sample.map((cells) => cells[place] ?? "")) ? "id" : undefined;
}

/** A title, also one that may turn out to be none. */
function titleOf(cell: string): string | undefined {
  return isNeverTitle(cell) ? undefined : cleanName(cell);
}

/** In money and minutes 0 means unknown. */
function positive(value: number): number | undefined {
  return value > 0 ? value : undefined;
}

function giveYear(film: FilmRecord, year: number): void {
  if (film.releaseDate !== undefined) return;
  film.releaseDate = `${year}-01-01`;
  film.yearOnly = true;
}

/** A year of its own tells the century of a day that is written with two digits of it. */
function giveDate(film: FilmRecord, { date, yearOnly }: ReadDate): void {
  const known = film.releaseDate?.slice(0, 4);
  const year = date.slice(0, 4);
  const isOtherCentury = known !== undefined && known !== year && known.slice(2) === year.slice(2);
  film.releaseDate = isOtherCentury ? known + date.slice(4) : date;
  film.yearOnly = yearOnly ? true : undefined;
}

function posterOf(text: string): string | undefined {
  if (POSTER.test(text)) return detached(text);
  const path = POSTER_ADDRESS.exec(text)?.[1];
  return path === undefined ? undefined : detached(path);
}
