/** Tables that tell what a number of their database stands for: genres, companies, people… */
import { cleanName } from "../../../clean/texts/text.js";
import { headerName } from "../../formats/csv/header-names.js";
import { type ReaderInput, Row, type RowReader } from "../../formats/csv/row.js";
import { THINGS, type Thing } from "../../layouts/facts/things.js";
import type { Fact } from "../../layouts/layout.js";

/** Of what a table tells: by its columns, or by the name of its file. */
export function thingOf({ columns, file }: Pick<ReaderInput, "columns" | "file">): Thing | undefined {
  const told = namedIn({ columns })?.[1] ?? THINGS.find(({ fact }) => columns.has(fact))?.thing;
  const name = baseName(file);
  return told ?? THINGS.find((one) => one.file.test(name))?.thing;
}

/** Facts of which a table with `id` and one of them may be the names, and not the facts of films. */
const NAMED = [
  ["genres", "genre"],
  ["companies", "company"],
  ["countries", "country"],
  ["spokenLanguages", "language"],
  ["keywords", "keyword"],
] as const satisfies readonly (readonly [Fact, Thing])[];
const OF_FILMS = /movie|film|pel[ií]cula/iu;
const LIST = /[[\]{},;|]/u;

/**
 * Whether a table of `id` and `genre` names genres, and does not tell those of films: its file is called so, and each id
 * and each name stands there once, alone.
 */
export function areThings(input: ReaderInput): boolean {
  const { columns, header, sample, file } = input;
  const id = columns.get("id") ?? -1;
  const [fact, thing] = namedIn(input) ?? [];
  const name = fact === undefined ? -1 : (columns.get(fact) ?? -1);
  const own = baseName(file);
  const isCalledSo = THINGS.some((one) => one.thing === thing && one.file.test(own)) && !OF_FILMS.test(own);
  if (headerName(header[id] ?? "") !== "id" || name === -1 || !isCalledSo || columns.size > 3) return false;
  const isUnique = (place: number): boolean =>
    new Set(sample.map((cells) => cells[place])).size === sample.length;
  return isUnique(id) && isUnique(name) && !sample.some((cells) => LIST.test(cells[name] ?? ""));
}

/**
 * Whether a table of `id`, `name` and `department` lists people, and not whom films have: it is called after people, and
 * each id stands there once.
 */
export function arePeople({ columns, header, sample, file }: ReaderInput): boolean {
  const id = columns.get("id") ?? -1;
  const own = baseName(file);
  const tellsFilms = (["job", "character", "order", "personId"] as const).some((fact) => columns.has(fact));
  const isCalledSo = THINGS.some(({ thing, file: called }) => thing === "person" && called.test(own));
  if (headerName(header[id] ?? "") !== "id" || tellsFilms || !isCalledSo || OF_FILMS.test(own)) return false;
  return new Set(sample.map((cells) => cells[id])).size === sample.length;
}

/** The names of people, from a table of which `arePeople`. */
export function peopleNamesReader(input: ReaderInput): RowReader {
  const name = input.columns.get("person") ?? -1;
  return thingNamesReader({ ...input, columns: new Map([...input.columns, ["thingName", name]]) });
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
  const names = input.context.things.of(thing, input.file);
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

function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

/** "12" and "12.0" are one number. */
export function numberKey(cell: string): string {
  return cell.trim().replace(/\.0+$/u, "");
}
