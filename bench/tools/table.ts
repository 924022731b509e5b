/** Prints rows of figures as an aligned table. */
export function printTable(rows: readonly Readonly<Record<string, string>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => cell.padEnd(widths[i])).join("  ")}`.trimEnd();
  const lines = [line(columns), line(widths.map((width) => "-".repeat(width)))];
  for (const row of rows) lines.push(line(columns.map((column) => row[column])));
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** "1.23 s", "456 ms". */
export function duration(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(0)} ms`;
}

export function megabytes(mb: number): string {
  return `${mb.toFixed(0)} MB`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
