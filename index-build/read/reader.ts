/** What the readers of all kinds of files have in common. */

import { parseNested } from "../clean/nested.js";
import { parseNumber, parsePositive } from "../clean/numbers.js";
import type { FilmRecord, NamedRef, PlatformTitle, RatingSummary } from "../records.js";
import type { BuildReport, ReportCode } from "../report.js";
import { PythonLiteralError, type PythonValue } from "./python/literal.js";
import type { RatingRows } from "./dataset/rating-rows.js";
import { CodeRefs, NamedRefs } from "./dataset/refs.js";
import { Texts } from "./dataset/texts.js";

/** Where a record was read. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** A film as one row or one entry tells it. */
export interface ReadFilm {
  readonly film: FilmRecord;
  readonly place: Place;
  /** The source says that it is out, or says nothing: films may be announced for years to come. */
  readonly released: boolean;
}

/** Who made a film, as one row tells it. */
export type Credits = Pick<FilmRecord, "cast" | "castOrdered" | "crew">;

export interface ReadRatings {
  readonly file: string;
  readonly rows: number;
  /** By MovieLens id. */
  readonly byMovie: ReadonlyMap<number, RatingSummary>;
  /** Single ratings, or those of some users where there are very many. */
  readonly sample: RatingRows;
}

/** Everything that was read, file by file, before it is merged. */
export interface SourceParts {
  readonly films: ReadFilm[];
  readonly credits: { readonly filmId: number; readonly credits: Credits; readonly place: Place }[];
  readonly keywords: {
    readonly filmId: number;
    readonly keywords: readonly NamedRef[];
    readonly place: Place;
  }[];
  /** MovieLens id → TMDB id; the first one told stays. */
  readonly links: Map<number, number>;
  readonly ratings: ReadRatings[];
  readonly platformTitles: { readonly title: PlatformTitle; readonly place: Place }[];
  /** TMDB ids of films that were withdrawn there: no source may tell of them any more. */
  readonly withdrawn: Set<number>;
  /** Spanish names by TMDB id, for films that have none; the first one told stays. */
  readonly labels: Map<number, string>;
}

export function emptyParts(): SourceParts {
  return {
    films: [],
    credits: [],
    keywords: [],
    links: new Map(),
    ratings: [],
    platformTitles: [],
    withdrawn: new Set(),
    labels: new Map(),
  };
}

/** What all readers of one build share. */
export interface ReadContext {
  readonly report: BuildReport;
  readonly texts: Texts;
  readonly people: NamedRefs;
  readonly companies: NamedRefs;
  readonly keywords: NamedRefs;
  readonly collections: NamedRefs;
  readonly countries: CodeRefs;
  readonly languages: CodeRefs;
}

export function newContext(report: BuildReport): ReadContext {
  const texts = new Texts();
  return {
    report,
    texts,
    people: new NamedRefs(texts),
    companies: new NamedRefs(texts),
    keywords: new NamedRefs(texts),
    collections: new NamedRefs(texts),
    countries: new CodeRefs(texts),
    languages: new CodeRefs(texts),
  };
}

/** A file whose header has been recognised. */
export interface ReaderInput {
  readonly file: string;
  /** Places of the columns, by their names in lower case. */
  readonly columns: ReadonlyMap<string, number>;
  readonly context: ReadContext;
}

/** Reads the rows of one file. */
export interface RowReader {
  /** Cells in the order of the header, line on which the row begins. */
  row(cells: string[], line: number): void;
  /** Hands over what was read, after the last row; returns how many rows were not refused. */
  finish(parts: SourceParts): number;
}

/** The cells of a row by the names of their columns, and what is told of them. */
export class Row {
  readonly place: Place;

  constructor(
    private readonly input: ReaderInput,
    private readonly cells: readonly string[],
    line: number,
  ) {
    this.place = { file: input.file, line };
  }

  /** The cell as it stands; "" where there is no such column. */
  text(column: string): string {
    const index = this.input.columns.get(column);
    return index === undefined ? "" : (this.cells[index] ?? "");
  }

  /** What `parse` makes of a cell. One that holds something, but nothing readable, is reported and unknown. */
  value<T>(column: string, parse: (cell: string) => T | undefined, code: ReportCode): T | undefined {
    const cell = this.text(column);
    if (cell.trim() === "") return undefined;
    const value = parse(cell);
    if (value === undefined) this.tell(code, column, cell);
    return value;
  }

  /** A number in whose place 0 means unknown: money, minutes. */
  known(column: string): number | undefined {
    return this.value(column, parseNumber, "bad-number") === undefined
      ? undefined
      : parsePositive(this.text(column));
  }

  /** A nested cell; one that is no literal is reported and unknown. */
  nested(column: string): PythonValue | undefined {
    try {
      return parseNested(this.text(column));
    } catch (error) {
      if (!(error instanceof PythonLiteralError)) throw error;
      this.tell("bad-nested-cell", column, error.message);
      return undefined;
    }
  }

  tell(code: ReportCode, column?: string, detail?: string): void {
    this.input.context.report.add(code, { ...this.place, column, detail });
  }
}
