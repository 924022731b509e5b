/**
 * What stands between the names of a file's lists, where it is a mark that names may hold themselves: "Action / Drama",
 * "Action & Drama". A single cell cannot tell; the columns of a file can, for they are written in one way.
 */

/** Likeliest first; each with blanks around it before the same without. */
const MARKS = [" / ", "/", " · ", "·", " - ", " – ", " & ", " + ", "+", "~", "::", "\\", "  "];
/** Marks that need no telling. */
const SURE = /[|;•\n,]/u;
/** Lists as programs write them, which have marks of their own. */
const NESTED = /^\s*[[{(]/u;
/** Share of a column's cells that have the mark by which its file is told. */
const SHARE = 0.4;
const FEWEST = 3;

interface Counted {
  readonly cells: number;
  /** Cells with a mark that needs no telling. */
  readonly sure: number;
  readonly byMark: ReadonlyMap<string, number>;
}

/** By the cells of each column of lists: the mark of those columns that have one. */
export function marksBetween<Key>(columns: ReadonlyMap<Key, readonly string[]>): ReadonlyMap<Key, string> {
  const counted = new Map([...columns].map(([key, cells]) => [key, countMarks(cells)] as const));
  const mark = MARKS.find((one) => [...counted.values()].some((column) => isTold(column, one)));
  if (mark === undefined) return new Map();
  const has = ({ sure, byMark }: Counted): boolean => sure <= (byMark.get(mark) ?? 0);
  return new Map([...counted].flatMap(([key, column]) => (has(column) ? [[key, mark] as const] : [])));
}

function countMarks(all: readonly string[]): Counted {
  const cells = all.filter((cell) => cell.trim() !== "" && !NESTED.test(cell));
  const count = (has: (cell: string) => boolean): number => cells.filter(has).length;
  const byMark = MARKS.map((mark) => [mark, count((cell) => cell.trim().includes(mark))] as const);
  return { cells: cells.length, sure: count((cell) => SURE.test(cell.trim())), byMark: new Map(byMark) };
}

function isTold({ cells, sure, byMark }: Counted, mark: string): boolean {
  const marked = byMark.get(mark) ?? 0;
  // "24/7": the mark without blanks is one only where it mostly stands so.
  const spaced = byMark.get(` ${mark} `) ?? 0;
  return marked >= FEWEST && marked >= cells * SHARE && sure < marked / 2 && spaced <= marked / 2;
}
