/**
 * Tables that were split into files, wherever the cut fell: of whole lines or in the middle of a row. As one file they
 * have one header, one dialect, and columns that are read as a whole.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Dialect } from "../../formats/csv/block.js";
import { cellsOfLine, parseBlock } from "../../formats/csv/parse.js";
import { dialectOf } from "../../formats/csv/tell-dialect.js";
import { bytesAt } from "../bytes-at.js";
import type { FoundFile, Piece } from "../found-file.js";
import { containerOf } from "../packing/magic.js";
import { encodingOf } from "../text/encoding.js";
import { looksLikeText } from "../text/text-look.js";
import { endingsOf, pieceOfLines, withoutEndings } from "./names.js";

/** Files whose names count up and whose rows go on from one to the next, in the place of the first of them. */
export async function joinSplitRows(files: readonly FoundFile[]): Promise<FoundFile[]> {
  const joined = new Map<FoundFile, FoundFile>();
  const taken = new Set<FoundFile>();
  for (const group of groupsOf(files)) {
    const pieces = await piecesOf(group);
    const [first] = group;
    if (first === undefined || pieces === undefined) continue;
    joined.set(first, { ...first, pieces });
    for (const file of group.slice(1)) taken.add(file);
  }
  return files.filter((file) => !taken.has(file)).map((file) => joined.get(file) ?? file);
}

interface Numbered {
  readonly file: FoundFile;
  /** Undefined where the name has none, as that of the first may. */
  readonly number: number | undefined;
}

/** Files of one ending whose names only differ by numbers that count up from one file to the next. */
function groupsOf(files: readonly FoundFile[]): FoundFile[][] {
  const groups = new Map<string, Numbered[]>();
  const put = (of: string, one: Numbered): void => {
    const key = `${of} ${endingsOf(one.file.name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  };
  for (const file of files) {
    if (file.pieces !== undefined) continue;
    const piece = pieceOfLines(file.name);
    put(piece?.of ?? withoutEndings(file.name), { file, number: piece?.number });
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    group.sort((a, b) => (a.number ?? -1) - (b.number ?? -1));
    const [first, second] = group;
    const start = first?.number ?? Math.min(1, (second?.number ?? 0) - 1);
    const isWhole =
      start >= 0 && start <= 1 && group.every(({ number }, at) => (number ?? start) === start + at);
    return isWhole ? [group.map(({ file }) => file)] : [];
  });
}

/** Bytes at either end of a file that are looked at: rows may be long. */
const LOOKED_AT = 64 * 1024;

/** The files after the first, where each goes on with the rows of the one before; undefined where one does not. */
async function piecesOf([first, ...others]: readonly FoundFile[]): Promise<Piece[] | undefined> {
  if (first === undefined) return undefined;
  let before = await endsOf(first.path);
  const table = before === undefined ? undefined : tableOf(before);
  if (before === undefined || table === undefined) return undefined;
  let { path: pathBefore } = first;
  let inQuotes = false;
  const pieces: Piece[] = [];
  for (const { path, name } of others) {
    const next = await endsOf(path);
    if (next === undefined || firstLine(next.start) === table.header) return undefined;
    inQuotes = await endsInQuotes(pathBefore, table.dialect, inQuotes);
    const way = goingOn({ ...before, inQuotes }, next, table);
    if (way === undefined) return undefined;
    pieces.push(way === "new-line" ? { path, name, onNewLine: true } : { path, name });
    before = next;
    pathBefore = path;
  }
  return pieces;
}

/** The first and the last bytes of a text, a letter each: what parts cells and rows is the same in all encodings meant. */
interface Ends {
  readonly start: string;
  readonly end: string;
}

/** Undefined for what is no text of lines. */
async function endsOf(path: string): Promise<Ends | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    const start = await bytesAt(file, 0, LOOKED_AT);
    if (size === 0 || containerOf(start) !== undefined || encodingOf(start) !== "utf-8") return undefined;
    if (!looksLikeText(start)) return undefined;
    const end = await bytesAt(file, Math.max(0, size - LOOKED_AT), LOOKED_AT);
    return { start: lines(start), end: lines(end) };
  } finally {
    await file.close();
  }
}

function lines(bytes: Buffer): string {
  return bytes.toString("latin1").replaceAll("\r\n", "\n");
}

interface SplitTable {
  readonly header: string;
  readonly dialect: Dialect;
  readonly width: number;
}

/** Undefined where the first line is no header of several cells. */
function tableOf({ start }: Ends): SplitTable | undefined {
  const { dialect, start: from } = dialectOf(start);
  const header = firstLine(start.slice(from));
  const cells = cellsOfLine(header, dialect);
  if (cells.length < 2 || hasNumber(cells)) return undefined;
  return { header, dialect, width: cells.length };
}

/** Whether a cell is still open where a file ends, which quotes alone tell. */
async function endsInQuotes(
  path: string,
  { quote, escape: escaping }: Dialect,
  from: boolean,
): Promise<boolean> {
  let inQuotes = from;
  if (quote === "") return false;
  let last = " ";
  for await (const chunk of createReadStream(path, { encoding: "latin1" })) {
    const text: string = last + String(chunk);
    last = text.slice(-1);
    for (let at = text.indexOf(quote, 1); at !== -1; at = text.indexOf(quote, at + 1))
      if (escaping === "doubled" || text.charAt(at - 1) !== "\\") inQuotes = !inQuotes;
  }
  return inQuotes;
}

/** How the rows of a file go on in the next: undefined where they do not. */
function goingOn(
  before: Ends & { readonly inQuotes: boolean },
  next: Ends,
  table: SplitTable,
): "new-line" | "same-line" | undefined {
  const { dialect, width } = table;
  const { inQuotes } = before;
  const isEndOfLine = before.end.endsWith("\n");
  // What is open goes on; a quote that stands twice inside quotes may itself be cut in two.
  const { quote } = dialect;
  const isCutQuote = quote !== "" && !inQuotes && before.end.endsWith(quote) && next.start.startsWith(quote);
  const opening = isCutQuote ? quote + quote : inQuotes ? quote : "";
  const [cells = [], ...following] = parseBlock(opening + next.start.trimEnd(), true, dialect).data;
  const isRow = opening === "" && cells.length === width && hasNumber(cells);
  if (isRow && isEndOfLine) return "same-line";
  if (isRow && endsWithWholeRow(before, table)) return "new-line";
  if (isEndOfLine && !inQuotes) return undefined;
  const rows = following.filter(({ length }) => length === width);
  return following.length <= 1 || rows.length * 2 > following.length ? "same-line" : undefined;
}

/** Lines over which the last row of a file may go. */
const LINES_OF_ROW = 50;

/** Whether the last lines of a file are a row by themselves. */
function endsWithWholeRow({ end }: Ends, { dialect, width }: SplitTable): boolean {
  const lines = end.trimEnd().split("\n").slice(-LINES_OF_ROW);
  for (let from = lines.length - 1; from >= 0; from--) {
    const { data, errors } = parseBlock(lines.slice(from).join("\n"), true, dialect);
    if (data.length === 1 && data[0]?.length === width && errors.length === 0) return true;
  }
  return false;
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end === -1 ? text : text.slice(0, end);
}

/** No column is called so. */
const NUMBER = /^\s*["'$€]?\d[\d.,:/-]*["']?\s*$/u;

/** Whether a row has a cell as no header has one. */
export function hasNumber(cells: readonly string[]): boolean {
  return cells.some((cell) => NUMBER.test(cell));
}
