/**
 * Files of one JSON object a line, as a refresh keeps them and the index build reads them. The first line names the
 * format. Lines are only ever appended: of several about one film the last counts, and a last line without its end was
 * cut off while it was written and counts as not there.
 */

/** The first line of a file of this format, with its end. */
export function headerLine(format: string): string {
  return `${JSON.stringify({ format })}\n`;
}

/** The format that a JSON document, or the first line of a file, says it is of; undefined where it says none. */
export function formatOf(document: unknown): string | undefined {
  if (typeof document !== "object" || document === null || !("format" in document)) return undefined;
  return typeof document.format === "string" ? document.format : undefined;
}

/** The value that a line holds; undefined where it is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
