/** Keywords of one film a row. */
import { IDS, NumberColumn } from "../../../clean/columns/number-column.js";
import { distinctBy } from "../../../clean/duplicates.js";
import { type ListCell, ListColumn } from "../../../clean/lists/list-cell.js";
import { idNameOf } from "../../../clean/nested.js";
import type { NamedRef } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import { betweenIn, type ReaderInput, Row, type RowReader, ValuesOf } from "../../formats/csv/row.js";
import type { Place, SourceParts } from "../../parts.js";

/** Whose keywords they are is known once the column of ids is. */
type ReadKeywords = { filmId: number; keywords: readonly NamedRef[]; readonly place: Place };

export function keywordsReader(input: ReaderInput): RowReader {
  const read: ReadKeywords[] = [];
  const column = new ListColumn("things", betweenIn(input, "keywords"));
  const ids = new ValuesOf<ReadKeywords, number>(input, "id", new NumberColumn(IDS), "bad-id", (one, id) => {
    one.filmId = id;
  });
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const one = {
        filmId: 0,
        keywords: keywordsOf(row.list("keywords", column), row, input.context),
        place: row.place,
      };
      ids.take(cells, line, one);
      read.push(one);
    },
    finish(parts: SourceParts) {
      ids.finish();
      const kept = read.filter(({ filmId }) => filmId > 0);
      for (const one of kept) parts.keywords.push(one);
      return kept.length;
    },
  };
}

/** Keywords with ids or by their names alone, each once. */
export function keywordsOf({ dicts, names }: ListCell, row: Row, { keywords }: ReadContext): NamedRef[] {
  const refs = dicts.flatMap((dict): NamedRef | [] => {
    const keyword = idNameOf(dict);
    if (keyword !== undefined) return keywords.get(keyword.id, keyword.name);
    row.tell("lost-list-item", "keywords");
    return [];
  });
  return distinctBy([...refs, ...names.map((name) => keywords.get(undefined, name))], ({ id }) => id);
}
