/** The tables of an SQL dump, by the rows that it inserts. */
import { SqlScanner } from "./scanner.js";

export interface SqlTable {
  readonly name: string;
  /** The first is the header. */
  readonly rows: string[][];
}

const STARTS = /^\s*(?:--|\/\*|#|(?:create|insert|drop|set|use|pragma|begin|start|copy|lock|go)\b)/iu;
const INSERTS = /\binsert\s+(?:(?:\w+\s+){0,2}into\b|[[`"\w])|\bcopy\s+\S+\s*\([^)]*\)\s+from\s+stdin/iu;

/** Whether a text is SQL that brings rows, by its beginning. */
export function isSqlDump(start: string): boolean {
  return STARTS.test(start) && (INSERTS.test(start) || /\bcreate\s+table\b/iu.test(start));
}

/** What no column is called. */
const NO_COLUMNS = new Set([
  "PRIMARY",
  "KEY",
  "UNIQUE",
  "CONSTRAINT",
  "FOREIGN",
  "INDEX",
  "CHECK",
  "FULLTEXT",
  "SPATIAL",
  "EXCLUDE",
  "LIKE",
]);

/** Tables with rows, in the order in which they are made. */
export function sqlTables(text: string): SqlTable[] {
  const tables = new Map<string, SqlTable>();
  const columns = new Map<string, readonly string[]>();
  // SQL Server ends statements so.
  const statements = text.replace(/^[ \t]*GO[ \t]*$/gimu, ";");
  const scanner = new SqlScanner(statements, text.includes("\\'") || /\bENGINE\s*=/iu.test(text));
  const rowsOf = (name: string, own: readonly string[]): string[][] => {
    const known = tables.get(name);
    if (known !== undefined) return known.rows;
    const rows = own.length === 0 ? [] : [[...own]];
    tables.set(name, { name, rows });
    return rows;
  };
  while (!scanner.isAtEnd) {
    const word = scanner.word();
    if (word === "CREATE") takeCreate(scanner, columns);
    else if (word === "INSERT" || word === "REPLACE") takeInsert(scanner, columns, rowsOf);
    else if (word === "COPY" && takeCopy(scanner, rowsOf)) continue;
    // SQL Server's need no end of their own.
    if (word === "SET" || word === "USE" || word === "PRINT") scanner.skipLine();
    else scanner.skipStatement();
  }
  return [...tables.values()].filter(({ rows }) => rows.length > 1);
}

type RowsOf = (name: string, columns: readonly string[]) => string[][];

function takeCreate(scanner: SqlScanner, columns: Map<string, readonly string[]>): void {
  scanner.takesWords("TEMPORARY");
  if (!scanner.takesWords("TABLE")) return;
  scanner.takesWords("IF", "NOT", "EXISTS");
  const name = scanner.name();
  if (name === undefined || !scanner.takes("(")) return;
  const own: string[] = [];
  do {
    const column = scanner.name();
    if (column !== undefined && !NO_COLUMNS.has(column.toUpperCase())) own.push(column);
    scanner.skipItem();
  } while (scanner.takes(","));
  columns.set(name, own);
}

function takeInsert(
  scanner: SqlScanner,
  columns: ReadonlyMap<string, readonly string[]>,
  rowsOf: RowsOf,
): void {
  for (const word of ["IGNORE", "OR", "REPLACE", "LOW_PRIORITY", "DELAYED"]) scanner.takesWords(word);
  scanner.takesWords("INTO");
  const name = scanner.name();
  if (name === undefined) return;
  const own = namesInBrackets(scanner) ?? columns.get(name) ?? [];
  if (!scanner.takesWords("VALUES")) return;
  const rows = rowsOf(name, own);
  do {
    if (!scanner.takes("(")) return;
    const row: string[] = [];
    do {
      row.push(scanner.value() ?? "");
      // What is left of something that is no plain value.
      scanner.skipItem();
    } while (scanner.takes(","));
    if (!scanner.takes(")")) return;
    rows.push(row);
  } while (scanner.takes(","));
}

function namesInBrackets(scanner: SqlScanner): readonly string[] | undefined {
  if (!scanner.takes("(")) return undefined;
  const names: string[] = [];
  do {
    names.push(scanner.name() ?? "");
  } while (scanner.takes(","));
  scanner.takes(")");
  return names;
}

/** PostgreSQL's: lines with tabs between cells. */
function takeCopy(scanner: SqlScanner, rowsOf: RowsOf): boolean {
  const name = scanner.name();
  const own = namesInBrackets(scanner);
  if (name === undefined || own === undefined || !scanner.takesWords("FROM", "STDIN")) return false;
  const rows = rowsOf(name, own);
  for (const line of scanner.lines()) rows.push(line.split("\t").map(copiedCell));
  return true;
}

function copiedCell(cell: string): string {
  if (cell === "\\N") return "";
  return cell.replace(/\\(.)/gu, (_, char: string) => ({ n: "\n", t: "\t", r: "\r" })[char] ?? char);
}
