/**
 * What a table tells in several columns, or beside them, put into one column each: `genre_1`, `genre_2`…; a column a
 * genre with 1 where a film is of it; and what the folder says that a file lies in (`original_language=en/part-0.csv`).
 */
import { parseFlag } from "../../clean/values/flags.js";
import { isTmdbGenre } from "../../clean/vocabulary/genre-names.js";
import { headerName } from "../formats/csv/header-names.js";
import { FILM_COLUMNS } from "../layouts/film-columns.js";

interface WideTable {
  readonly header: readonly string[];
  /** The cells of a row with those of the further columns behind them. */
  widen(cells: string[]): string[];
}

interface FurtherColumn {
  readonly name: string;
  cell(cells: readonly string[]): string;
}

const NUMBERED = /^(.+?)_?(\d{1,2})(?:_(.+))?$/u;
/** "genre_1" is one of "genre", "actor_1_name" one of "actor_name". */
const LISTED: ReadonlySet<string> = new Set<string>(
  [
    FILM_COLUMNS.genres,
    FILM_COLUMNS.companies,
    FILM_COLUMNS.countries,
    FILM_COLUMNS.spokenLanguages,
    FILM_COLUMNS.keywords,
    FILM_COLUMNS.cast,
    FILM_COLUMNS.directors,
    FILM_COLUMNS.writers,
  ].flat(),
);
/** Fewer columns with the name of a genre may be of something else: "music", "history". */
const FEWEST_GENRES = 5;
const PARTITION = /^([A-Za-z_]\w*)=(.*)$/u;
const NO_PARTITION = "__HIVE_DEFAULT_PARTITION__";

/** Undefined where every column is one by itself. */
export function wideTable(header: readonly string[], file: string): WideTable | undefined {
  const names = header.map(headerName);
  const genres = genreFlags(header, names);
  const further = [...numberedColumns(names), ...genres.columns, ...partitions(names, file)];
  if (further.length === 0) return undefined;
  return {
    header: [
      ...header.map((name, place) => (genres.places.has(place) ? "" : name)),
      ...further.map(({ name }) => name),
    ],
    widen(cells) {
      const told = further.map((column) => column.cell(cells));
      cells.push(...told);
      return cells;
    },
  };
}

function numberedColumns(names: readonly string[]): FurtherColumn[] {
  const places = new Map<string, number[]>();
  for (const [place, name] of names.entries()) {
    const [, before, digits, after] = NUMBERED.exec(name) ?? [];
    if (before === undefined || digits === undefined) continue;
    const base = after === undefined ? before : `${before}_${after}`;
    if (LISTED.has(base) && !names.includes(base)) places.set(base, [...(places.get(base) ?? []), place]);
  }
  return [...places].flatMap(([name, own]) =>
    own.length < 2 ? [] : [{ name, cell: (cells) => joined(own.map((place) => cells[place] ?? "")) }],
  );
}

function genreFlags(
  header: readonly string[],
  names: readonly string[],
): {
  readonly columns: readonly FurtherColumn[];
  readonly places: ReadonlySet<number>;
} {
  const own = new Map(
    [...names.entries()].flatMap(([place, name]) => {
      const written = header[place] ?? "";
      const genres = [written, name.replace(/^(?:genres?|generos?)_/u, "").replaceAll("_", " ")];
      const genre = genres.find(isTmdbGenre);
      return genre === undefined ? [] : [[place, genre] as const];
    }),
  );
  const isTold = FILM_COLUMNS.genres.some((name) => names.includes(name));
  if (isTold || own.size < FEWEST_GENRES) return { columns: [], places: new Set() };
  const cell = (cells: readonly string[]): string =>
    joined([...own].map(([place, genre]) => (parseFlag(cells[place] ?? "") === true ? genre : "")));
  return { columns: [{ name: "genres", cell }], places: new Set(own.keys()) };
}

function partitions(names: readonly string[], file: string): FurtherColumn[] {
  return file
    .split("/")
    .slice(0, -1)
    .flatMap((folder) => {
      const [, name, value = ""] = PARTITION.exec(folder) ?? [];
      if (name === undefined || names.includes(headerName(name))) return [];
      const told = value === NO_PARTITION ? "" : decoded(value);
      return [{ name, cell: () => told }];
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** With the mark that no name holds. */
function joined(cells: readonly string[]): string {
  return cells.filter((cell) => cell.trim() !== "" && !/^(?:nan|none|null)$/iu.test(cell.trim())).join("|");
}
