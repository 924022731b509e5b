/** What a CSV file is, told by the columns it has; its name does not count. */
import type { CsvKind } from "../csv/row.js";

export type HeaderVerdict =
  | { readonly is: "known"; readonly kind: CsvKind; readonly columns: ReadonlyMap<string, number> }
  /** Nearly a file of `kind`. */
  | { readonly is: "damaged"; readonly kind: CsvKind; readonly missing: readonly string[] }
  | { readonly is: "unknown" };

/** Part of the required columns with which a header is taken for a damaged one of a kind. */
const ALMOST = 0.75;

/** Which of `kinds` a header row says the file is. Further columns than those known do not matter. */
export function recogniseHeader(cells: readonly string[], kinds: readonly CsvKind[]): HeaderVerdict {
  const columns = columnsOf(cells);
  const kind = kinds.find(({ required }) => required.every((column) => columns.has(column)));
  if (kind !== undefined) return { is: "known", kind, columns };
  const near = kinds.find((one) => isAlmost(columns, one));
  if (near === undefined) return { is: "unknown" };
  return { is: "damaged", kind: near, missing: near.required.filter((column) => !columns.has(column)) };
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
function isAlmost(columns: ReadonlyMap<string, number>, { required, optional, marks }: CsvKind): boolean {
  const share = required.filter((column) => columns.has(column)).length / required.length;
  if (!marks.some((column) => columns.has(column))) return false;
  const foreign = [...columns.keys()].some(
    (column) => !required.includes(column) && !optional.includes(column),
  );
  return share >= ALMOST || (share >= 0.5 && !foreign);
}
