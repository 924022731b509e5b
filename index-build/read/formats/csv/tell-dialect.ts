/** How a delimited text is written: told by its beginning, not by the ending of its name. */
import { COMMAS, type Dialect, type ParsedBlock } from "./block.js";
import { haveRowNumbers, parseBlock } from "./parse.js";

/** In the order in which they are believed. Hive writes the last but one, the older files of MovieLens the last. */
const DELIMITERS = [",", ";", "\t", "|", "^", "~", "\u0001", "::"];

/** What R writes unless told otherwise; blanks between words that are not quoted are prose. */
const QUOTED_WORDS = /^"[^"]*"(?: "[^"]*")+$/u;

/** The header is among them; what stands above it may be a name or notes. */
const LINES_LOOKED_AT = 20;
/** Above this share, cells in single quotes are no titles that have them. */
const SINGLY_QUOTED = 0.2;
const FEWEST_ROWS = 5;
/** Characters of a text that its dialect is told by. */
const SAMPLE_CHARS = 64 * 1024;

export interface Beginning {
  readonly dialect: Dialect;
  /** Where the rows begin: after a line that only names the delimiter. */
  readonly start: number;
}

/** By the first rows of a text, of which the last may be cut. */
export function dialectOf(text: string): Beginning {
  const named = /^"?sep=(.)"?[ \t]*\n/iu.exec(text);
  const start = named?.[0].length ?? 0;
  const sample = text.slice(start, start + SAMPLE_CHARS);
  const delimiter = named?.[1] ?? delimiterOf(sample);
  return { dialect: quotingOf(sample, delimiter), start };
}

/** The delimiter that splits the first line with text in it into the most cells. */
function delimiterOf(sample: string): string {
  const lines = sample.split("\n", LINES_LOOKED_AT).filter((one) => /[^\s",;|]/u.test(one));
  const [first = ""] = lines;
  if (QUOTED_WORDS.test(first)) return " ";
  const told = delimiterOfLine(first);
  // Notes and names above a table have no delimiters, or just those of prose.
  const isAbove = told.cells === 1 || first.startsWith("#");
  const best = isAbove ? lines.map(delimiterOfLine).sort((a, b) => b.cells - a.cells)[0] : told;
  return (best ?? told).delimiter;
}

function delimiterOfLine(line: string): { readonly delimiter: string; readonly cells: number } {
  const bare = line.replace(/"(?:[^"]|"")*"/gu, "x");
  // A line that is quoted as a whole has its delimiters inside.
  const told = DELIMITERS.some((delimiter) => bare.includes(delimiter)) ? bare : line;
  const counts = DELIMITERS.map((delimiter) => told.split(delimiter).length);
  const cells = Math.max(...counts);
  return { delimiter: DELIMITERS[counts.indexOf(cells)] ?? ",", cells };
}

function quotingOf(sample: string, delimiter: string): Dialect {
  const plain: Dialect = { delimiter, quote: '"', escape: "doubled" };
  // Nothing but quotes of this kind begins a header with one and goes on with one after each delimiter.
  if (sample.startsWith("'") && sample.includes(`'${delimiter}'`)) return { ...plain, quote: "'" };
  const others: Dialect[] = [];
  if (sample.includes("\\")) others.push({ ...plain, escape: "backslash" });
  if (sample.includes(`${delimiter}'`)) others.push({ ...plain, quote: "'" });
  if (sample.includes('"') && sample.includes(`${delimiter}'`)) others.push({ ...plain, also: "'" });
  if (sample.includes(`${delimiter} "`)) others.push({ ...plain, padded: true });
  if (sample.includes('"')) others.push({ ...plain, quote: "" });
  return others.length === 0 ? plain : bestOf([plain, ...others], sample);
}

/** Of dialects in the order in which they are believed, that in which the rows of `text` come out best. */
export function bestOf(dialects: readonly Dialect[], text: string, width?: number): Dialect {
  let best = dialects[0] ?? COMMAS;
  let least = Number.POSITIVE_INFINITY;
  for (const dialect of dialects) {
    const troubles = troublesOf(parseBlock(text, false, dialect), dialect, width);
    if (troubles < least) {
      best = dialect;
      least = troubles;
    }
    if (least === 0) break;
  }
  return best;
}

/** Part of the rows in which a cell stands in other quotes; a few titles do so by themselves. */
function singlyQuoted(rows: readonly (readonly string[])[]): number {
  const count = rows.filter((cells) => cells.some((cell) => /^'.+'$/su.test(cell))).length;
  return count >= FEWEST_ROWS && count > rows.length * SINGLY_QUOTED ? count / rows.length : 0;
}

/** The share of rows that are not as wide as the first, and of those with quotes out of place. */
function troublesOf({ data, errors }: ParsedBlock, { quote }: Dialect, width = data[0]?.length ?? 0): number {
  if (data.length === 0) return 1;
  const rows = data.filter((cells) => cells.length > 1 || cells[0] !== "");
  const following = rows.slice(1);
  const own = haveRowNumbers(following, width) ? width + 1 : width;
  const wrong =
    following.filter((cells) => cells.length !== own).length + (rows[0]?.length === width ? 0 : 1);
  const left = quote === "" ? rows.flat().filter((cell) => /^".*"$/su.test(cell)).length : 0;
  return singlyQuoted(rows) + (wrong + errors.length / 2 + left) / Math.max(1, rows.length);
}
