/** Tables that tell what a number of their database stands for: genres, companies, people… */
import { cleanName } from "../../clean/text.js";
import { headerName } from "../csv/header-names.js";
import { type ReaderInput, Row, type RowReader } from "../csv/row.js";
import type { Fact } from "../layouts/layout.js";
import { THINGS, type Thing } from "../layouts/things.js";

/** Names of things by the numbers that a database gives them, as files write these. */
export type ThingNames = Map<Thing, Map<string, string>>;

/** Of what a table tells: by its columns, or by the name of its file. */
export function thingOf({ columns, file }: Pick<ReaderInput, "columns" | "file">): Thing | undefined {
  const told = namedIn({ columns })?.[1] ?? THINGS.find(({ fact }) => columns.has(fact))?.thing;
  const name = file.slice(file.lastIndexOf("/") + 1);
  return told ?? THINGS.find((one) => one.file.test(name))?.thing;
}

/** Facts of which a table with `id` and one of them may be the names, and not the facts of films. */
const NAMED = [
  ["genres", "genre"],
  ["companies", "company"],
  ["countries", "country"],
  ["spokenLanguages", "language"],
  ["keywords", "keyword"],
  ["cast", "person"],
  ["directors", "person"],
] as const satisfies readonly (readonly [Fact, Thing])[];
/** Fewer rows say nothing. */
const FEWEST = 2;

/** Whether a table of `id` and `genre` names genres: each id and each name stands there once. */
export function areThings(input: ReaderInput): boolean {
  const { columns, header, sample } = input;
  const id = columns.get("id") ?? -1;
  const name = columns.get(namedIn(input)?.[0] ?? "thingName") ?? -1;
  if (headerName(header[id] ?? "") !== "id" || name === -1 || sample.length < FEWEST) return false;
  const isUnique = (place: number): boolean => new Set(sample.map((cells) => cells[place])).size === sample.length;
  return columns.size <= 3 && isUnique(id) && isUnique(name);
}

function namedIn({ columns }: Pick<ReaderInput, "columns">): (typeof NAMED)[number] | undefined {
  return NAMED.find(([fact]) => columns.has(fact));
}

/** @param input of a table of which `thingOf` says of what it tells */
export function thingNamesReader(input: ReaderInput): RowReader {
  const thing = thingOf(input) ?? "genre";
  const fact = THINGS.find((one) => one.thing === thing)?.fact ?? "id";
  const idFact = input.columns.has(fact) ? fact : "id";
  const nameFact = input.columns.has("thingName") ? "thingName" : (namedIn(input)?.[0] ?? "thingName");
  const names = input.context.things.get(thing) ?? new Map<string, string>();
  input.context.things.set(thing, names);
  let kept = 0;
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const id = numberKey(row.text(idFact));
      const name = cleanName(row.text(nameFact));
      if (id === "" || name === undefined) {
        row.tell("lost-list-item", nameFact);
        return;
      }
      kept += 1;
      if (!names.has(id)) names.set(id, input.context.texts.keep(name));
    },
    finish: () => kept,
  };
}

/** "12" and "12.0" are one number. */
export function numberKey(cell: string): string {
  return cell.trim().replace(/\.0+$/u, "");
}
