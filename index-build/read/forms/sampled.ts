/** Readers that have to know the first rows of a table before they read the first. */
import { marksBetween } from "../../clean/lists/between.js";
import type { ReaderInput, RowReader } from "../formats/csv/row.js";
import type { Fact } from "../layouts/layout.js";
import type { SourceParts } from "../parts.js";

/** Rows that tell how the others are written. */
const ROWS = 200;

/** Facts that are told in lists. */
const LISTS: readonly Fact[] = [
  "genres",
  "companies",
  "countries",
  "countryCodes",
  "spokenLanguages",
  "keywords",
  "cast",
  "crew",
  "directors",
  "writers",
  "producers",
  "composers",
  "photographers",
];

/** Keeps the first rows back until there are enough of them, and makes the reader then. */
export function sampled(
  input: Omit<ReaderInput, "sample" | "between">,
  create: (input: ReaderInput) => RowReader,
): RowReader {
  let waiting: { readonly cells: string[]; readonly line: number }[] = [];
  let reader: RowReader | undefined;
  const begin = (): RowReader => {
    const sample = waiting.map(({ cells }) => cells);
    const made = create({ ...input, sample, between: marksBetween(listsOf(input, sample)) });
    for (const { cells, line } of waiting) made.row(cells, line);
    waiting = [];
    return made;
  };
  return {
    row(cells, line) {
      if (reader !== undefined) {
        reader.row(cells, line);
        return;
      }
      waiting.push({ cells, line });
      if (waiting.length >= ROWS) reader = begin();
    },
    finish(parts: SourceParts) {
      reader ??= begin();
      return reader.finish(parts);
    },
  };
}

function listsOf(
  { columns }: Pick<ReaderInput, "columns">,
  sample: readonly (readonly string[])[],
): ReadonlyMap<Fact, readonly string[]> {
  return new Map(
    LISTS.flatMap((fact) => {
      const place = columns.get(fact);
      return place === undefined ? [] : [[fact, sample.map((cells) => cells[place] ?? "")] as const];
    }),
  );
}
