/** Catalogues of streaming platforms: one movie or series a row. */
import { DateColumn } from "../../../clean/columns/date-column.js";
import type { ReadDate } from "../../../clean/columns/date-forms.js";
import { ListColumn } from "../../../clean/lists/list-cell.js";
import { idNameOf, textAt } from "../../../clean/nested.js";
import { cleanName } from "../../../clean/texts/text.js";
import { type TitleType, titleTypeOf } from "../../../clean/title-type.js";
import { parseYear } from "../../../clean/values/dates.js";
import { type Duration, parseDuration, parseDurationParts } from "../../../clean/values/duration.js";
import { parseFlag } from "../../../clean/values/flags.js";
import { parseMaturityAndDuration } from "../../../clean/values/maturity.js";
import { parseWithin } from "../../../clean/values/numbers.js";
import { isNobody } from "../../../clean/values/unknown.js";
import { countryName } from "../../../clean/vocabulary/country-names.js";
import type { Platform, PlatformTitle } from "../../../records.js";
import { betweenIn, type ReaderInput, Row, type RowReader, ValuesOf } from "../../formats/csv/row.js";
import type { Fact } from "../../layouts/layout.js";
import type { Place } from "../../parts.js";
import { detached } from "../../vocabulary/texts.js";
import { imdbIdOf } from "../dataset/imdb-ids.js";
import { capitalised, isInSmallLetters } from "./capitals.js";
import { platformNamed, platformOf, platformOfId } from "./platform-names.js";

/** The published catalogues, whose columns these files have, are those of the United States. */
const REGION = "US";

const SHOW_ID = /^(?:[adhn]?s|t[ms])?\d{1,9}(?:\.0)?$/;

/** As numbers in a column of them. */
const NUMBERED_TYPES: ReadonlyMap<string, TitleType> = new Map([
  ["0", "movie"],
  ["1", "series"],
]);

/** Columns of which each is one platform. */
const FLAGS = [
  ["onAmazon", "amazon"],
  ["onDisney", "disney"],
  ["onHulu", "hulu"],
  ["onNetflix", "netflix"],
] as const satisfies readonly (readonly [Fact, Platform])[];

/** A title whose day of coming is known once its column is. */
interface Draft {
  title: PlatformTitle;
  readonly place: Place;
}

/** Whether a table may tell of which platform it is; where it does not, that is reported. */
export function mayTellPlatform({
  file,
  columns,
  context,
}: Pick<ReaderInput, "file" | "columns" | "context">): boolean {
  const may = platformOf(file) !== undefined || tellsPlatform(columns) || columns.has("showId");
  if (!may) context.report.add("unknown-platform", { file, line: 1 });
  return may;
}

/** @param input of a table that may tell its platform */
export function platformTitlesReader(input: ReaderInput): RowReader {
  return new TitlesReader(input, tellsPlatform(input.columns) ? undefined : platformOf(input.file));
}

/** In its rows, title by title. */
function tellsPlatform(columns: ReaderInput["columns"]): boolean {
  return columns.has("platform") || FLAGS.some(([fact]) => columns.has(fact));
}

class TitlesReader implements RowReader {
  readonly #input: ReaderInput;
  /** That the file is named after. */
  readonly #platform: Platform | undefined;
  readonly #read: Draft[] = [];
  readonly #added: ValuesOf<Draft, ReadDate>;
  readonly #lists: Readonly<Record<"directors" | "cast" | "countries" | "genres", ListColumn>>;
  #rows = 0;
  #withoutPlatform = 0;

  constructor(input: ReaderInput, platform: Platform | undefined) {
    this.#input = input;
    this.#platform = platform;
    const list = (fact: Fact): ListColumn => new ListColumn("people", betweenIn(input, fact));
    this.#lists = {
      directors: list("directors"),
      cast: list("cast"),
      countries: list("countries"),
      genres: list("genres"),
    };
    const give = (draft: Draft, { date, yearOnly }: ReadDate): void => {
      if (!yearOnly) draft.title = { ...draft.title, dateAdded: date };
    };
    const isDoubtful = ({ yearOnly }: ReadDate): boolean => yearOnly;
    this.#added = new ValuesOf(input, "dateAdded", new DateColumn(), "bad-date", give, {
      code: "doubtful-date",
      isDoubtful,
    });
  }

  row(cells: string[], line: number): void {
    const row = new Row(this.#input, cells, line);
    const platforms = this.#platformsOf(row);
    if (platforms.length === 0) {
      this.#withoutPlatform += 1;
      return;
    }
    for (const [at, title] of this.#titlesOf(row, platforms).entries()) {
      if (at === 0) this.#rows += 1;
      const draft = { title, place: row.place };
      this.#added.take(cells, line, draft);
      this.#read.push(draft);
    }
  }

  finish(parts: { platformTitles: Draft[] }): number {
    const { file, context } = this.#input;
    this.#added.finish();
    if (this.#withoutPlatform > 0)
      context.report.add("unknown-platform", { file, detail: String(this.#withoutPlatform) });
    const small = isInSmallLetters(this.#read.map(({ title }) => title.title));
    if (small) context.report.add("small-letters", { file });
    for (const { title, place } of this.#read)
      parts.platformTitles.push({ title: small ? capitalised(title) : title, place });
    return this.#rows;
  }

  #platformsOf(row: Row): readonly Platform[] {
    const { columns } = this.#input;
    if (this.#platform !== undefined) return [this.#platform];
    const flagged = FLAGS.filter(([fact]) => columns.has(fact) && parseFlag(row.text(fact)) === true);
    if (flagged.length > 0) return flagged.map(([, platform]) => platform);
    const told = platformNamed(row.text("platform")) ?? platformOfId(row.text("showId"));
    return told === undefined ? [] : [told];
  }

  /** The title on each of the platforms that have it. */
  #titlesOf(row: Row, platforms: readonly Platform[]): PlatformTitle[] {
    const { texts } = this.#input.context;
    const showId = this.#showIdOf(row);
    if (!SHOW_ID.test(showId)) {
      row.tell("bad-id", "showId", showId);
      return [];
    }
    const title = cleanName(row.text("title"));
    if (title === undefined) {
      row.tell("no-title", "title", showId);
      return [];
    }
    const type = this.#typeOf(row);
    if (type === undefined) {
      row.tell("bad-title-type", "type", row.text("type"));
      return [];
    }
    const description = row.text("description").trim();
    const imdbId = imdbIdOf(row.text("imdbId").trim());
    const { maturity, duration } = this.#maturityAndDuration(row, type);
    return platforms.map((platform) => ({
      id: detached(`${platform.charAt(0)}${showId}`),
      platform,
      ...(imdbId === undefined ? {} : { imdbId }),
      region: COUNTRY_CODE.test(row.text("region")) ? detached(row.text("region")) : REGION,
      type,
      title: texts.keep(title),
      directors: this.#names(row, "directors", description),
      cast: this.#names(row, "cast", description),
      countries: this.#names(row, "countries", description).map(countryOf),
      dateAdded: undefined,
      releaseYear: row.value("releaseYear", parseYear, "bad-date"),
      maturity: texts.keep(maturity),
      durationInt: duration?.int,
      durationType: duration?.type,
      genres: this.#names(row, "genres", description),
      ...(type === "series" && description !== "" ? { description: detached(description) } : {}),
      score: row.value("score", (cell) => parseWithin(cell, 1, 100), "bad-number"),
    }));
  }

  /** Without a column of ids, rows are numbered by their lines. */
  #showIdOf(row: Row): string {
    if (!this.#input.columns.has("showId")) return String(row.place.line);
    return row
      .text("showId")
      .trim()
      .replace(/\.0$/, "")
      .replace(/^[adhn](?=s\d)/, "");
  }

  /** A file without a column for it is one of films. */
  #typeOf(row: Row): PlatformTitle["type"] | undefined {
    if (!this.#input.columns.has("type")) return "movie";
    const word = row.text("type").trim();
    return titleTypeOf(word) ?? NUMBERED_TYPES.get(word.replace(/\.0$/u, ""));
  }

  /** Names of a list; three Hulu rows repeat their description where people should stand. */
  #names(row: Row, fact: "directors" | "cast" | "countries" | "genres", description: string): string[] {
    if (description !== "" && row.text(fact).trim() === description) return [];
    const { dicts, names } = row.list(fact, this.#lists[fact]);
    const told = dicts.flatMap((dict) => idNameOf(dict)?.name ?? (textAt(dict, "iso_3166_1") || []));
    return [...told, ...names]
      .filter((name) => !isNobody(name))
      .map((name) => this.#input.context.texts.keep(name));
  }

  #maturityAndDuration(
    row: Row,
    type: PlatformTitle["type"],
  ): { readonly maturity: string; readonly duration: Duration | undefined } {
    const rating = row.text("maturity");
    const told = parseMaturityAndDuration(isNobody(rating) ? "" : rating, row.text("duration"));
    if (told.swapped) row.tell("duration-as-maturity", "maturity", rating);
    const bare = type === "movie" ? "min" : "season";
    const duration =
      told.duration ?? parseDuration(row.text("duration"), bare) ?? this.#otherDuration(row, bare);
    if (duration === undefined) row.value("duration", parseDuration, "bad-duration");
    return { maturity: told.maturity, duration };
  }

  #otherDuration(row: Row, bare: Duration["type"]): Duration | undefined {
    const parts = parseDurationParts(row.text("durationInt"), row.text("durationType"), bare);
    return parts ?? parseDuration(row.text(bare === "min" ? "runtime" : "seasons"), bare);
  }
}

const COUNTRY_CODE = /^[A-Z]{2}$/;

function countryOf(name: string): string {
  return COUNTRY_CODE.test(name) ? countryName(name) : name;
}
