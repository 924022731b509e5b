/** What a CSV file is, told by the columns it has; its name does not count. */

export type FileKind = "movies" | "credits" | "keywords" | "links" | "ratings" | "platform-titles";

interface KindShape {
  readonly kind: FileKind;
  readonly required: readonly string[];
  /** Read where it is there, or known and passed over. */
  readonly optional: readonly string[];
  /** A column that no file of another kind has. */
  readonly mark: readonly string[];
}

/** Names in lower case. */
const SHAPES: readonly KindShape[] = [
  {
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
    mark: ["budget", "production_companies", "vote_count"],
  },
  { kind: "credits", required: ["id", "cast", "crew"], optional: [], mark: ["crew", "cast"] },
  { kind: "keywords", required: ["id", "keywords"], optional: [], mark: ["keywords"] },
  { kind: "links", required: ["movieid", "tmdbid"], optional: ["imdbid"], mark: ["imdbid", "tmdbid"] },
  { kind: "ratings", required: ["userid", "movieid", "rating"], optional: ["timestamp"], mark: ["userid"] },
  {
    kind: "platform-titles",
    required: [
      "show_id",
      "type",
      "title",
      "director",
      "cast",
      "country",
      "date_added",
      "release_year",
      "rating",
      "duration",
      "listed_in",
    ],
    optional: ["description", "score"],
    mark: ["show_id", "listed_in"],
  },
];

export type HeaderVerdict =
  | { readonly known: true; readonly kind: FileKind; readonly columns: ReadonlyMap<string, number> }
  /** Almost a file of `kind`. */
  | { readonly known: false; readonly kind: FileKind; readonly missing: readonly string[] }
  | { readonly known: false; readonly kind?: undefined };

/** Part of the required columns with which a header is taken for a damaged one of a kind. */
const ALMOST = 0.75;

/** What a header row says the file is. Further columns than those known do not matter. */
export function recogniseHeader(cells: readonly string[]): HeaderVerdict {
  const columns = columnsOf(cells);
  const shape = SHAPES.find(({ required }) => required.every((column) => columns.has(column)));
  if (shape !== undefined) return { known: true, kind: shape.kind, columns };
  const near = SHAPES.find((one) => isAlmost(columns, one));
  if (near === undefined) return { known: false };
  return { known: false, kind: near.kind, missing: near.required.filter((column) => !columns.has(column)) };
}

function columnsOf(cells: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim().toLowerCase();
    if (!columns.has(name)) columns.set(name, index);
  }
  return columns;
}

/**
 * Most of the columns that are needed; or half of them with no foreign one beside them, for kinds of few columns,
 * which files of other kinds share by chance (MovieLens' tags have `userId` and `movieId`).
 */
function isAlmost(columns: ReadonlyMap<string, number>, { required, optional, mark }: KindShape): boolean {
  const share = required.filter((column) => columns.has(column)).length / required.length;
  if (!mark.some((column) => columns.has(column))) return false;
  const foreign = [...columns.keys()].some(
    (column) => !required.includes(column) && !optional.includes(column),
  );
  return share >= ALMOST || (share >= 0.5 && !foreign);
}
