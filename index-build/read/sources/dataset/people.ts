/** Who made a film, from lists of any form: people with ids, jobs and parts, or only names. */
import { isBillingOrder } from "../../../clean/cast-order.js";
import { distinctBy } from "../../../clean/duplicates.js";
import { ListColumn } from "../../../clean/lists/list-cell.js";
import { idNameOf, numberAt, textAt } from "../../../clean/nested.js";
import { cleanName } from "../../../clean/texts/text.js";
import type { CrewRef, NamedRef } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import { betweenIn, type ReaderInput, type Row } from "../../formats/csv/row.js";
import type { PythonDict } from "../../formats/python/literal.js";
import type { Fact } from "../../layouts/layout.js";
import type { Credits } from "../../parts.js";

/** Columns of people who all did one thing, and what it is called. */
const JOBS = [
  ["directors", "Director"],
  ["writers", "Writer"],
  ["producers", "Producer"],
  ["composers", "Original Music Composer"],
  ["photographers", "Director of Photography"],
] as const satisfies readonly (readonly [Fact, string])[];

/** A crew of no more names than this is who directed: whole crews have dozens. */
const MOST_DIRECTORS = 3;

/** Reads the columns of people of one table. */
export class PeopleColumns {
  readonly #input: ReaderInput;
  readonly #cast: ListColumn;
  readonly #crew: ListColumn;
  readonly #jobs: readonly (readonly [Fact, string, ListColumn])[];
  readonly #hasAny: boolean;
  /** Crews of which only the names are told. */
  readonly #bareCrews: {
    readonly give: (crew: readonly CrewRef[]) => void;
    readonly names: readonly string[];
  }[] = [];

  constructor(input: ReaderInput) {
    const { columns } = input;
    const column = (fact: Fact): ListColumn => new ListColumn("people", betweenIn(input, fact));
    this.#input = input;
    this.#cast = column("cast");
    this.#crew = column("crew");
    this.#jobs = JOBS.filter(([fact]) => columns.has(fact)).map(([fact, job]) => [fact, job, column(fact)]);
    this.#hasAny = columns.has("cast") || columns.has("crew") || this.#jobs.length > 0;
  }

  /** @param giveCrew told the crew anew where only the whole column says what its names did */
  read(row: Row, giveCrew: (crew: readonly CrewRef[]) => void): Credits {
    if (!this.#hasAny) return { cast: [], castOrdered: false, crew: [] };
    const { context } = this.#input;
    const cast = row.list("cast", this.#cast);
    const crew = row.list("crew", this.#crew);
    const billed = castOf(cast.dicts, row, context);
    const own = crewOf(crew.dicts, row, context);
    const named = this.#jobs.flatMap(([fact, job, column]) => {
      const { dicts, names } = row.list(fact, column);
      return [
        ...dicts.flatMap((dict) => personOf(dict, row, "crew", context) ?? []),
        ...peopleOf(names, context),
      ].map((person): CrewRef => ({ person, job }));
    });
    const all = named.length === 0 ? own : distinctCrew([...own, ...named]);
    if (crew.names.length > 0 && !this.#input.columns.has("directors")) {
      const give = (directors: readonly CrewRef[]): void => giveCrew(distinctCrew([...all, ...directors]));
      this.#bareCrews.push({ give, names: crew.names });
    }
    if (cast.names.length === 0) return { ...billed, crew: all };
    // Names without more stand in the order in which somebody wrote them.
    return { cast: [...billed.cast, ...peopleOf(cast.names, context)], castOrdered: true, crew: all };
  }

  /** After the last row: a crew of one or two names a film is who directed it. */
  finish(): void {
    const all = this.#bareCrews.splice(0);
    if (all.length === 0) return;
    const { context, file } = this.#input;
    const names = all.reduce((sum, crew) => sum + crew.names.length, 0);
    if (names > all.length * MOST_DIRECTORS) {
      context.report.add("crew-without-jobs", { file, detail: all[0]?.names.slice(0, 3).join(", ") });
      return;
    }
    context.report.add("crew-as-directors", { file, detail: all[0]?.names.join(", ") });
    for (const crew of all)
      crew.give(peopleOf(crew.names, context).map((person): CrewRef => ({ person, job: "Director" })));
  }
}

function peopleOf(names: readonly string[], context: ReadContext): NamedRef[] {
  return names.map((name) => context.people.get(undefined, name));
}

function castOf(
  dicts: readonly PythonDict[],
  row: Row,
  context: ReadContext,
): { cast: NamedRef[]; castOrdered: boolean } {
  const billed = dicts.flatMap((dict) => {
    const person = personOf(dict, row, "cast", context);
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

function crewOf(dicts: readonly PythonDict[], row: Row, context: ReadContext): CrewRef[] {
  const crew = dicts.flatMap((dict) => {
    const person = personOf(dict, row, "crew", context);
    const job = cleanName(textAt(dict, "job"));
    return person === undefined || job === undefined ? [] : [{ person, job: context.texts.keep(job) }];
  });
  return distinctCrew(crew);
}

function distinctCrew(crew: readonly CrewRef[]): CrewRef[] {
  return distinctBy(crew, ({ person, job }) => `${person.id} ${job}`);
}

function personOf(dict: PythonDict, row: Row, fact: Fact, context: ReadContext): NamedRef | undefined {
  const person = idNameOf(dict);
  if (person !== undefined) return context.people.get(person.id, person.name);
  row.tell("lost-list-item", fact);
  return undefined;
}
