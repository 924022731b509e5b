/** What is told of a file of our own catalogue that is not as it should be. */
import type { z } from "zod";

/** Characters of a value that are shown. */
const SHOWN = 60;

/**
 * Where the first thing is wrong, and what stands there: `released: "1995-13-45"`, `title: —` where it is missing,
 * `subtitle` for a field that nobody knows. In no language, for reports come in two.
 */
export function firstIssue(error: z.ZodError, document: unknown): string {
  const [issue] = error.issues;
  if (issue === undefined) return "";
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => (path === "" ? key : `${path}.${key}`)).join(", ");
  const value = valueAt(document, issue.path);
  const shown = value === undefined ? "—" : JSON.stringify(value).slice(0, SHOWN);
  return path === "" ? shown : `${path}: ${shown}`;
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    document,
  );
}

/** How an entry is called: by its id, "film 219", or by its place, "films[3]", where it has none of that type. */
export function entryLabel(
  one: "film" | "title",
  idType: "number" | "string",
  entry: unknown,
  index: number,
): string {
  const id = typeof entry === "object" && entry !== null && "id" in entry ? entry.id : undefined;
  return typeof id === idType ? `${one} ${id}` : `${one}s[${index}]`;
}
