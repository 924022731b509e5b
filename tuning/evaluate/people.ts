/**
 * The right person: names of the catalogue with slips, made the same way in every run, and names as people
 * type them.
 */

import { latencies, latency, rate } from "../../bench/tools/figures.js";
import { randomNumbers } from "../../bench/tools/random.js";
import { printTable } from "../../bench/tools/table.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { type PersonRow, rowIn } from "../../src/catalog/rows.js";
import { createFind } from "../../src/find/create.js";
import { fold } from "../../src/find/encode/fold.js";
import type { Role } from "../../src/find/port.js";
import { itemAt } from "../item-at.js";
import { typedPeople } from "../questions/read.js";

const QUESTIONS = 500;
/** Somebody is asked for who is known a little: votes of all films in the role. */
const KNOWN_VOTES = 200;

type Slip = (name: string, random: () => number) => string;

const SLIPS: Readonly<Record<string, Slip>> = {
  exact: (name) => name,
  folded: (name) => fold(name),
  edit1: (name, random) => edited(fold(name), random),
  edit2: (name, random) => edited(edited(fold(name), random), random),
  joined: (name) => fold(name).replaceAll(" ", ""),
  reversed: (name) => fold(name).split(" ").reverse().join(" "),
};

interface PersonQuestion {
  readonly kind: string;
  readonly query: string;
  readonly role: Role;
  /** Whoever bears this name is right, or only who has the id. */
  readonly name: string;
  readonly id?: number;
}

export function evaluatePeople(catalog: Catalog, showMisses: boolean): void {
  const find = createFind(catalog, (look) => look);
  const { people } = catalog;
  const ids = new Set(people.id);
  const questions: PersonQuestion[] = [
    ...generatedQuestions(catalog),
    ...typedPeople()
      .filter(({ id }) => ids.has(id))
      .map((question) => ({ kind: "typed", ...question })),
  ];
  const times = latencies(
    questions.map(
      ({ query, role }) =>
        () =>
          find.person(query, role),
    ),
  );
  const outcomes = questions.map((question, i) => {
    const found = find.person(question.query, question.role);
    const rows = found.kind === "found" ? [found.value] : found.kind === "choices" ? found.values : [];
    const isMeant = (row: PersonRow) =>
      question.id === undefined ? people.name.get(row) === question.name : people.id[row] === question.id;
    const hit = (first: number) => rows.slice(0, first).some(isMeant);
    const asked = found.kind === "choices";
    return { ...question, asked, first: hit(1), five: hit(5), got: rows[0], milliseconds: itemAt(times, i) };
  });
  const kinds = [...Object.keys(SLIPS), "typed", "all"];
  printTable(
    kinds.map((kind) => {
      const own = outcomes.filter((outcome) => kind === "all" || outcome.kind === kind);
      return {
        kind,
        questions: String(own.length),
        "hit@1": rate(own.filter(({ first }) => first).length, own.length),
        "hit@5": rate(own.filter(({ five }) => five).length, own.length),
        asked: rate(own.filter(({ asked }) => asked).length, own.length),
        ...latency(own.map(({ milliseconds }) => milliseconds)),
      };
    }),
  );
  if (!showMisses) return;
  for (const { kind, query, name, role, got, first } of outcomes) {
    if (first) continue;
    const answer = got === undefined ? "–" : people.name.get(got);
    process.stdout.write(`  ${kind} ${role}: “${query}” → ${answer}; wanted ${name}\n`);
  }
}

/** Names of the catalogue with slips. */
function generatedQuestions({ people }: Pick<Catalog, "people">): PersonQuestion[] {
  const random = randomNumbers(20_260_101);
  const anyRow = () => rowIn("people", Math.floor(random() * people.rowCount));
  const slips = Object.entries(SLIPS);
  return Array.from({ length: QUESTIONS }, (_, i) => {
    const role: Role = i % 3 === 0 ? "director" : "actor";
    const votes = role === "actor" ? people.actedVotes : people.directedVotes;
    const [kind, slip] = itemAt(slips, i % slips.length);
    let row = anyRow();
    while (itemAt(votes, row) < KNOWN_VOTES) row = anyRow();
    const name = people.name.get(row);
    return { kind, query: slip(name, random), role, name };
  });
}

/** One letter left out, doubled, replaced, or two swapped. */
function edited(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  switch (Math.floor(random() * 4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + letter + text.slice(at);
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1);
    default:
      return (
        text.slice(0, at) +
        text
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        text.slice(at + 2)
      );
  }
}
