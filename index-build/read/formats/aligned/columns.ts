/** Where the columns of a table lie whose cells stand below one another, told by all of its lines together. */

/** A line in which each character has one place: a list where some take two of a string ("𝐀"). */
export type Line = string | readonly string[];

interface Span {
  readonly from: number;
  /** After the last sign. */
  readonly to: number;
}

/** A line of nothing but dashes and blanks below a header says where its columns are. */
const RULE = /^ *[-=─━]{2,}(?: +[-=─━]+)+ *$/u;

export function isRule(line: string | undefined): boolean {
  return line !== undefined && RULE.test(line);
}

export function lineOf(text: string): Line {
  return /[\u{10000}-\u{10FFFF}]/u.test(text) ? Array.from(text) : text;
}

/** The cells of lines, of which the first is a header. */
export function cellsOf(texts: readonly string[]): string[][] {
  const lines = texts.map(lineOf);
  const [header = "", rule] = lines;
  if (isRule(texts[1]) && rule !== undefined) {
    const columns = filledIn([rule]);
    return [header, ...lines.slice(2)].map((line) => cellsBetween(line, columns));
  }
  const columns = columnsOf(lines);
  const rows = lines.map((line) => cellsBetween(line, columns));
  return withNameOfNumbers(rows);
}

/** What is longer than its column goes on up to the next. */
function cellsBetween(line: Line, columns: readonly Span[]): string[] {
  return columns.map(({ from }, at) => {
    const part = line.slice(from, columns[at + 1]?.from);
    return (typeof part === "string" ? part : part.join("")).trim();
  });
}

/**
 * Between columns are places that are blank in all lines. Words of cells may by chance leave such a place as well:
 * what has no name above it belongs to the column beside it, but for the numbers of rows.
 */
export function columnsOf(lines: readonly Line[]): Span[] {
  const [header = ""] = lines;
  const names = filledIn([header]);
  const isNamed = (span: Span): boolean => names.some(({ from, to }) => from < span.to && to > span.from);
  const [first, ...others] = filledIn(lines);
  if (first === undefined) return [];
  const areNumbers =
    !isNamed(first) && lines.slice(1).every((line) => isNumber(cellsBetween(line, [first, ...others])[0]));
  const spans = areNumbers ? others : [first, ...others];
  const columns = namesStandRight(names, spans)
    ? joinedWithNext(spans, isNamed)
    : joinedWithLast(spans, isNamed);
  return areNumbers ? [first, ...columns] : columns;
}

/** pandas' numbers of rows, or its sign for rows that it left out; a name of the numbers themselves may stand above. */
function isNumber(cell: string | undefined): boolean {
  return cell === undefined || /^(?:-?\d+|\.{2,3}|…|\w+)$/u.test(cell);
}

/** Whether names end where their columns do, as pandas has them, or begin there. */
function namesStandRight(names: readonly Span[], spans: readonly Span[]): boolean {
  const ends = names.filter(({ to }) => spans.some((span) => span.to === to)).length;
  const begins = names.filter(({ from }) => spans.some((span) => span.from === from)).length;
  return ends > begins;
}

function joinedWithNext(spans: readonly Span[], isNamed: (span: Span) => boolean): Span[] {
  const columns: Span[] = [];
  let open: number | undefined;
  for (const span of spans) {
    const from = open ?? span.from;
    open = isNamed(span) ? undefined : from;
    if (open === undefined) columns.push({ from, to: span.to });
  }
  const last = spans.at(-1);
  if (open !== undefined && last !== undefined) columns.push({ from: open, to: last.to });
  return columns;
}

function joinedWithLast(spans: readonly Span[], isNamed: (span: Span) => boolean): Span[] {
  const columns: Span[] = [];
  for (const span of spans) {
    const before = columns.at(-1);
    if (before === undefined || isNamed(span)) columns.push(span);
    else columns[columns.length - 1] = { from: before.from, to: span.to };
  }
  return columns;
}

/** Runs of places at which some line has something. */
function filledIn(lines: readonly Line[]): Span[] {
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const filled = new Uint8Array(width + 1);
  for (const line of lines) for (let at = 0; at < line.length; at++) if (line[at] !== " ") filled[at] = 1;
  const spans: Span[] = [];
  let from = -1;
  for (const [at, is] of filled.entries()) {
    if (is === 1 && from === -1) from = at;
    if (is === 1 || from === -1) continue;
    spans.push({ from, to: at });
    from = -1;
  }
  return spans;
}

/** An index that pandas has made of a column has its name in a line of its own, below the others. */
function withNameOfNumbers([header = [], second = [], ...rows]: string[][]): string[][] {
  const [name = "", ...rest] = second;
  const isName = header[0] === "" && /^[^\d.]/u.test(name) && rest.every((cell) => cell === "");
  return isName ? [[name, ...header.slice(1)], ...rows] : [header, second, ...rows];
}
