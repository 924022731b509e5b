/** Prints rows of figures as an aligned table; the first row has all columns. */
export function printTable(rows: readonly Readonly<Record<string, string>>[]): void {
  const columns = Object.keys(rows[0] ?? {}).map((name) => {
    const cells = rows.map((row) => row[name] ?? "");
    return { name, cells, width: Math.max(name.length, ...cells.map(({ length }) => length)) };
  });
  const line = (cellOf: (column: (typeof columns)[number]) => string) =>
    `  ${columns.map((column) => cellOf(column).padEnd(column.width)).join("  ")}`.trimEnd();
  const lines = [
    line(({ name }) => name),
    line(({ width }) => "-".repeat(width)),
    ...rows.map((_, at) => line(({ cells }) => cells[at] ?? "")),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** "1.23 s", "456 ms". */
export function duration(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(0)} ms`;
}

export function megabytes(mb: number): string {
  return `${mb.toFixed(0)} MB`;
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
