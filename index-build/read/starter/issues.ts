/** What is told of a file of our own catalogue that is not as it should be. */
import type { z } from "zod";

/** The first thing that is wrong, and where: "released: expected a day like 1995-10-30". */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? "" : `${issue.path.map(String).join(".") || "(file)"}: ${issue.message}`;
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
