/** The credits file: cast and crew of one film a row, as nested cells. */
import { isBillingOrder } from "../../clean/cast-order.js";
import { distinctBy } from "../../clean/duplicates.js";
import { dictsOf, idNameOf, numberAt, textAt } from "../../clean/nested.js";
import { parseId } from "../../clean/numbers.js";
import { cleanName } from "../../clean/text.js";
import type { CrewRef, NamedRef } from "../../records.js";
import type { ReadContext } from "../context.js";
import { type CsvKind, type ReaderInput, Row, type RowReader } from "../csv/row.js";
import type { SourceParts } from "../parts.js";
import type { PythonDict } from "../python/literal.js";

export const credits: CsvKind = {
  kind: "credits",
  required: ["id", "cast", "crew"],
  optional: [],
  marks: ["crew", "cast"],
  reader: creditsReader,
};

function creditsReader(input: ReaderInput): RowReader {
  const { context } = input;
  const read: SourceParts["credits"] = [];
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const filmId = parseId(row.text("id"));
      if (filmId === undefined) {
        row.tell("bad-id", "id", row.text("id"));
        return;
      }
      const credits = {
        ...castOf(dictsOf(row.nested("cast")), context),
        crew: crewOf(dictsOf(row.nested("crew")), context),
      };
      read.push({ filmId, credits, place: row.place });
    },
    finish(parts) {
      for (const one of read) parts.credits.push(one);
      return read.length;
    },
  };
}

function castOf(
  dicts: readonly PythonDict[],
  context: ReadContext,
): { cast: NamedRef[]; castOrdered: boolean } {
  const billed = dicts.flatMap((dict) => {
    const person = personOf(dict, context);
    if (person === undefined) return [];
    return [
      {
        person,
        personId: person.id,
        order: numberAt(dict, "order"),
        hasPart: textAt(dict, "character") !== "",
      },
    ];
  });
  const castOrdered = isBillingOrder(billed);
  if (castOrdered) billed.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const cast = distinctBy(
    billed.map(({ person }) => person),
    ({ id }) => id,
  );
  return { cast, castOrdered };
}

function crewOf(dicts: readonly PythonDict[], context: ReadContext): CrewRef[] {
  const crew = dicts.flatMap((dict) => {
    const person = personOf(dict, context);
    const job = cleanName(textAt(dict, "job"));
    return person === undefined || job === undefined ? [] : [{ person, job: context.texts.keep(job) }];
  });
  return distinctBy(crew, ({ person, job }) => `${person.id} ${job}`);
}

function personOf(dict: PythonDict, context: ReadContext): NamedRef | undefined {
  const person = idNameOf(dict);
  return person === undefined ? undefined : context.people.get(person.id, person.name);
}
