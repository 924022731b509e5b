/** What our own export tells of a film beyond what other files of films do. */
import { ListColumn } from "../../../clean/lists/list-cell.js";
import { cleanName, cleanProse } from "../../../clean/texts/text.js";
import { parseWithin } from "../../../clean/values/numbers.js";
import type { FilmRecord } from "../../../records.js";
import type { ReaderInput, Row } from "../../formats/csv/row.js";
import type { Fact } from "../../layouts/layout.js";
import { detached } from "../../vocabulary/texts.js";

type ExportedFacts = Pick<
  FilmRecord,
  "titleEs419" | "originalLatin" | "aka" | "votesYear" | "prominence" | "synopsis"
>;

const FACTS: readonly Fact[] = ["titleEs419", "originalLatin", "aka", "votesYear", "prominence", "synopsis"];

export class ExportedColumns {
  readonly #input: ReaderInput;
  readonly #hasAny: boolean;
  readonly #aka = new ListColumn("things");

  constructor(input: ReaderInput) {
    this.#input = input;
    this.#hasAny = FACTS.some((fact) => input.columns.has(fact));
  }

  read(row: Row): ExportedFacts {
    if (!this.#hasAny) return { aka: [] };
    const { texts } = this.#input.context;
    const name = (fact: Fact): string | undefined => {
      const told = cleanName(row.text(fact));
      return told === undefined ? undefined : texts.keep(told);
    };
    const within = (fact: Fact, from: number, to: number): number | undefined =>
      row.value(fact, (cell) => parseWithin(cell, from, to), "bad-number");
    const synopsis = cleanProse(row.text("synopsis"));
    return {
      titleEs419: name("titleEs419"),
      originalLatin: name("originalLatin"),
      aka: row.list("aka", this.#aka).names.map((one) => texts.keep(one)),
      votesYear: within("votesYear", 1900, 2100),
      prominence: within("prominence", 1, 5),
      synopsis: synopsis === undefined ? undefined : detached(synopsis),
    };
  }
}
