/** Credits of one person a row → those of one film. */
import { IDS, NumberColumn } from "../../../clean/columns/number-column.js";
import { distinctBy } from "../../../clean/duplicates.js";
import { cleanName } from "../../../clean/texts/text.js";
import { parseId, parseNumber } from "../../../clean/values/numbers.js";
import { jobOf } from "../../../clean/vocabulary/jobs.js";
import type { NamedRef } from "../../../records.js";
import { headerName } from "../../formats/csv/header-names.js";
import { columnName, type ReaderInput, Row, type RowReader, ValuesOf } from "../../formats/csv/row.js";
import type { Place, SourceParts } from "../../parts.js";
import { numberKey } from "../facts/thing-names.js";

type ReadPerson = {
  filmId: number;
  readonly place: Place;
  /** Of those whom a table of people names, only their number is known at first. */
  person: NamedRef | string;
  /** Undefined for who acts. */
  readonly job: string | undefined;
  readonly order: number | undefined;
};

type NamedPerson = ReadPerson & { readonly person: NamedRef };

export function creditsRowsReader(input: ReaderInput): RowReader {
  const { context } = input;
  const read: ReadPerson[] = [];
  let isLost = false;
  const ids = new ValuesOf<ReadPerson, number>(input, "id", new NumberColumn(IDS), "bad-id", (one, id) => {
    one.filmId = id;
  });
  // A column that is called so says what its people did.
  const isOfDirectors = /director/u.test(
    headerName(columnName(input, input.columns.has("person") ? "person" : "personId")),
  );
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const person = personOf(row);
      if (person === undefined) {
        row.tell("lost-list-item", "person");
        return;
      }
      const told = jobOf(row.text("job")) ?? jobOf(row.text("department"));
      const job = told === undefined || "cast" in told ? undefined : told.job;
      const one: ReadPerson = {
        filmId: 0,
        place: row.place,
        person,
        job: told === undefined && isOfDirectors ? "Director" : job && context.texts.keep(job),
        order: parseNumber(row.text("order")),
      };
      ids.take(cells, line, one);
      read.push(one);
    },
    finish(parts) {
      ids.finish();
      const kept = read.flatMap(({ person: told, ...one }) => {
        const person = typeof told === "string" ? namedBy(told) : told;
        return one.filmId > 0 && person !== undefined ? [{ ...one, person }] : [];
      });
      addByFilm(kept, parts);
      return kept.length;
    },
  };

  function personOf(row: Row): NamedRef | string | undefined {
    if (!input.columns.has("person")) return numberKey(row.text("personId")) || undefined;
    const name = cleanName(row.text("person"));
    return name === undefined ? undefined : context.people.get(parseId(row.text("personId")), name);
  }

  /** As the table of people names a number, which is nobody's elsewhere. */
  function namedBy(number: string): NamedRef | undefined {
    const name = context.things.find("person", input.file)?.get(number);
    if (name !== undefined) return context.people.get(undefined, name);
    if (!isLost) context.report.add("lost-list-item", { file: input.file, column: "person", detail: number });
    isLost = true;
    return undefined;
  }
}

/** In the order of billing where the rows tell one, and in that of the rows otherwise. */
function addByFilm(read: readonly NamedPerson[], parts: SourceParts): void {
  const byFilm = new Map<number, NamedPerson[]>();
  for (const one of read) {
    const same = byFilm.get(one.filmId);
    if (same === undefined) byFilm.set(one.filmId, [one]);
    else same.push(one);
  }
  for (const [filmId, people] of byFilm) {
    const acting = people.filter(({ job }) => job === undefined);
    acting.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    const cast = distinctBy(
      acting.map(({ person }) => person),
      ({ id }) => id,
    );
    const crew = distinctBy(
      people.flatMap(({ person, job }) => (job === undefined ? [] : [{ person, job }])),
      ({ person, job }) => `${person.id} ${job}`,
    );
    const [first] = people;
    if (first === undefined) continue;
    parts.credits.push({
      filmId,
      place: first.place,
      credits: {
        cast,
        castOrdered: cast.length > 0 && acting.some(({ order }) => order !== undefined),
        crew,
      },
    });
  }
}
