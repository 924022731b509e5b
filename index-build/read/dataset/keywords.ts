/** The keywords file: keywords of one film a row, as a nested cell. */
import { distinctBy } from "../../clean/duplicates.js";
import { dictsOf, idNameOf } from "../../clean/nested.js";
import { parseId } from "../../clean/numbers.js";
import type { NamedRef } from "../../records.js";
import { type CsvKind, type ReaderInput, Row, type RowReader } from "../csv/row.js";
import type { SourceParts } from "../parts.js";

export const keywords: CsvKind = {
  kind: "keywords",
  required: ["id", "keywords"],
  optional: [],
  marks: ["keywords"],
  reader: keywordsReader,
};

function keywordsReader(input: ReaderInput): RowReader {
  const read: SourceParts["keywords"] = [];
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const filmId = parseId(row.text("id"));
      if (filmId === undefined) {
        row.tell("bad-id", "id", row.text("id"));
        return;
      }
      const keywords = dictsOf(row.nested("keywords")).flatMap((dict): NamedRef | [] => {
        const keyword = idNameOf(dict);
        return keyword === undefined ? [] : input.context.keywords.get(keyword.id, keyword.name);
      });
      read.push({ filmId, keywords: distinctBy(keywords, ({ id }) => id), place: row.place });
    },
    finish(parts) {
      for (const one of read) parts.keywords.push(one);
      return read.length;
    },
  };
}
