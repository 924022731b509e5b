/** The movies file of "The Movies Dataset" (`movies_metadata.csv`): one film a row. */
import { parseDate } from "../../clean/dates.js";
import { distinctBy } from "../../clean/duplicates.js";
import { codeNameOf, dictsOf, idNameOf, parseLanguageCode } from "../../clean/nested.js";
import { parseCount, parseId, parseWithin } from "../../clean/numbers.js";
import { isShiftedTail, isStub, joinShifted, type ShiftLayout } from "../../clean/shifted-rows.js";
import { cleanName, cleanProse } from "../../clean/text.js";
import type { FilmRecord, NamedRef } from "../../records.js";
import { type CsvKind, type ReaderInput, Row, type RowReader } from "../csv/row.js";
import type { ReadFilm, SourceParts } from "../parts.js";
import { detached } from "../vocabulary/texts.js";

const IMDB_ID = /^tt\d{5,10}$/;
const POSTER = /^\/[\w.-]+$/;

export const movies: CsvKind = {
  kind: "movies",
  required: [
    "id",
    "title",
    "original_title",
    "original_language",
    "release_date",
    "runtime",
    "budget",
    "revenue",
    "genres",
    "production_companies",
    "production_countries",
    "spoken_languages",
    "popularity",
    "vote_average",
    "vote_count",
  ],
  optional: [
    "adult",
    "belongs_to_collection",
    "homepage",
    "imdb_id",
    "overview",
    "poster_path",
    "status",
    "tagline",
    "video",
  ],
  marks: ["budget", "production_companies", "vote_count"],
  reader: (input) => new MoviesReader(input),
};

class MoviesReader implements RowReader {
  readonly #films: ReadFilm[] = [];
  readonly #layout: ShiftLayout;
  /** A row that ends at its overview: the next row may be the rest of it. */
  #stub: { cells: string[]; line: number } | undefined;
  #kept = 0;
  readonly #input: ReaderInput;

  constructor(input: ReaderInput) {
    this.#input = input;
    const at = (column: string): number => input.columns.get(column) ?? -1;
    this.#layout = { id: at("id"), overview: at("overview"), releaseDate: at("release_date") };
  }

  row(cells: string[], line: number): void {
    if (isShiftedTail(cells, this.#layout)) {
      this.#takeTail(cells, line);
      return;
    }
    this.#flushStub();
    if (isStub(cells, this.#layout)) this.#stub = { cells, line };
    else this.#keep(cells, line);
  }

  finish(parts: SourceParts): number {
    this.#flushStub();
    for (const film of this.#films) parts.films.push(film);
    return this.#kept;
  }

  #takeTail(cells: string[], line: number): void {
    const stub = this.#stub;
    const layout = this.#layout;
    const { report } = this.#input.context;
    if (stub === undefined) {
      report.add("shifted-row-alone", {
        file: this.#input.file,
        line,
        column: "id",
        detail: cells[layout.id],
      });
      return;
    }
    this.#stub = undefined;
    report.add("shifted-row", { file: this.#input.file, line, detail: stub.cells[layout.id] });
    if (this.#keep(joinShifted(stub.cells, cells, layout), stub.line)) this.#kept += 1;
  }

  #flushStub(): void {
    if (this.#stub !== undefined) this.#keep(this.#stub.cells, this.#stub.line);
    this.#stub = undefined;
  }

  #keep(cells: string[], line: number): boolean {
    const film = this.#film(new Row(this.#input, cells, line));
    if (film === undefined) return false;
    this.#films.push(film);
    this.#kept += 1;
    return true;
  }

  #film(row: Row): ReadFilm | undefined {
    const { texts } = this.#input.context;
    const id = parseId(row.text("id"));
    if (id === undefined) {
      row.tell("bad-id", "id", row.text("id"));
      return undefined;
    }
    const originalTitle = cleanName(row.text("original_title"));
    const title = cleanName(row.text("title")) ?? originalTitle;
    if (title === undefined) {
      row.tell("no-title", "title", String(id));
      return undefined;
    }
    if (cleanName(row.text("title")) === undefined) row.tell("title-from-original", "title", String(id));

    const voteCount = row.value("vote_count", parseCount, "bad-number") ?? 0;
    const overview = cleanProse(row.text("overview"));
    const imdbId = row.text("imdb_id").trim();
    const poster = row.text("poster_path").trim();
    const film: FilmRecord = {
      id,
      imdbId: IMDB_ID.test(imdbId) ? detached(imdbId) : undefined,
      title: texts.keep(title),
      originalTitle: originalTitle === undefined ? undefined : texts.keep(originalTitle),
      aka: [],
      releaseDate: row.value("release_date", parseDate, "bad-date"),
      runtime: row.known("runtime"),
      budget: row.known("budget"),
      revenue: row.known("revenue"),
      popularity: row.value("popularity", (cell) => parseWithin(cell, 0, 1e6), "bad-number"),
      voteCount,
      // An average of no votes is none.
      voteAverage: voteCount === 0 ? undefined : row.value("vote_average", parseAverage, "bad-number"),
      adult: row.text("adult").trim().toLowerCase() === "true",
      ...this.#nestedFacts(row),
      originalLanguage: parseLanguageCode(row.text("original_language")),
      keywords: [],
      overview: overview === undefined ? undefined : detached(overview),
      poster: POSTER.test(poster) ? detached(poster) : undefined,
      cast: [],
      castOrdered: false,
      crew: [],
    };
    const status = row.text("status").trim();
    return { film, place: row.place, released: status === "" || status === "Released" };
  }

  #nestedFacts(
    row: Row,
  ): Pick<FilmRecord, "genres" | "collection" | "companies" | "countries" | "spokenLanguages"> {
    const { texts, companies, collections, countries, languages } = this.#input.context;
    const [collection] = dictsOf(row.nested("belongs_to_collection")).flatMap((dict) => idNameOf(dict) ?? []);
    const genres = dictsOf(row.nested("genres")).flatMap((dict) => idNameOf(dict)?.name ?? []);
    const companyRefs = dictsOf(row.nested("production_companies")).flatMap((dict): NamedRef | [] => {
      const company = idNameOf(dict);
      return company === undefined ? [] : companies.get(company.id, company.name);
    });
    const codes = (column: string, key: "iso_3166_1" | "iso_639_1") =>
      dictsOf(row.nested(column)).flatMap((dict) => codeNameOf(dict, key) ?? []);
    const byCode = ({ code }: { code: string }): string => code;
    return {
      genres: [...new Set(genres)].map((genre) => texts.keep(genre)),
      collection: collection === undefined ? undefined : collections.get(collection.id, collection.name),
      companies: distinctBy(companyRefs, ({ id }) => id),
      countries: distinctBy(codes("production_countries", "iso_3166_1"), byCode).map(({ code, name }) =>
        countries.get(code, name),
      ),
      spokenLanguages: distinctBy(codes("spoken_languages", "iso_639_1"), byCode).map(({ code, name }) =>
        languages.get(code, name),
      ),
    };
  }
}

const parseAverage = (cell: string): number | undefined => parseWithin(cell, 0, 10);
