/** Credits of one person a row → those of one film. */
import { IDS, NumberColumn } from "../../clean/columns/number-column.js";
import { distinctBy } from "../../clean/duplicates.js";
import { parseId, parseNumber } from "../../clean/numbers.js";
import { cleanName } from "../../clean/text.js";
import { jobOf } from "../../clean/vocabulary/jobs.js";
import type { NamedRef } from "../../records.js";
import { headerName } from "../csv/header-names.js";
import { columnName, type ReaderInput, Row, type RowReader, ValuesOf } from "../csv/row.js";
import type { Place, SourceParts } from "../parts.js";

type ReadPerson = {
  filmId: number;
  readonly place: Place;
  readonly person: NamedRef;
  /** Undefined for who acts. */
  readonly job: string | undefined;
  readonly order: number | undefined;
};

export function creditsRowsReader(input: ReaderInput): RowReader {
  const { context } = input;
  const read: ReadPerson[] = [];
  const ids = new ValuesOf<ReadPerson, number>(input, "id", new NumberColumn(IDS), "bad-id", (one, id) => {
    one.filmId = id;
  });
  // A column that is called so says what its people did.
  const isOfDirectors = /director/u.test(headerName(columnName(input, "person")));
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const name = cleanName(row.text("person"));
      if (name === undefined) {
        row.tell("lost-list-item", "person");
        return;
      }
      const told = jobOf(row.text("job")) ?? jobOf(row.text("department"));
      const job = told === undefined || "cast" in told ? undefined : told.job;
      const one: ReadPerson = {
        filmId: 0,
        place: row.place,
        person: context.people.get(parseId(row.text("personId")), name),
        job: told === undefined && isOfDirectors ? "Director" : job && context.texts.keep(job),
        order: parseNumber(row.text("order")),
      };
      ids.take(cells, line, one);
      read.push(one);
    },
    finish(parts) {
      ids.finish();
      const kept = read.filter(({ filmId }) => filmId > 0);
      addByFilm(kept, parts);
      return kept.length;
    },
  };
}

/** In the order of billing where the rows tell one, and in that of the rows otherwise. */
function addByFilm(read: readonly ReadPerson[], parts: SourceParts): void {
  const byFilm = new Map<number, ReadPerson[]>();
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
