/** Credits of one film a row. */
import { IDS, NumberColumn } from "../../../clean/columns/number-column.js";
import { parseFlag } from "../../../clean/values/flags.js";
import { type ReaderInput, Row, type RowReader, ValuesOf } from "../../formats/csv/row.js";
import type { Credits, SourceParts } from "../../parts.js";
import { PeopleColumns } from "./people.js";

/** Whose credits they are is known once the column of ids is. */
type ReadCredits = {
  filmId: number;
  credits: Credits;
  readonly place: SourceParts["credits"][number]["place"];
};

export function creditsReader(input: ReaderInput): RowReader {
  const read: ReadCredits[] = [];
  const people = new PeopleColumns(input);
  const ids = new ValuesOf<ReadCredits, number>(input, "id", new NumberColumn(IDS), "bad-id", (one, id) => {
    one.filmId = id;
  });
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const one: ReadCredits = {
        filmId: 0,
        credits: { cast: [], castOrdered: false, crew: [] },
        place: row.place,
      };
      ids.take(cells, line, one);
      one.credits = people.read(row, (crew) => {
        one.credits = { ...one.credits, crew };
      });
      const inOrder = parseFlag(row.text("castInOrder"));
      if (inOrder !== undefined) one.credits = { ...one.credits, castOrdered: inOrder };
      read.push(one);
    },
    finish(parts) {
      ids.finish();
      people.finish();
      const kept = read.filter(({ filmId }) => filmId > 0);
      for (const one of kept) parts.credits.push(one);
      return kept.length;
    },
  };
}
