/**
 * The right film: hit@1 and hit@5 by kind of question, wrong answers given in silence, questions back,
 * latency; titles that nobody made; and peers over the same titles.
 */

import { latencies, latency, rate } from "../../bench/tools/figures.js";
import { printTable } from "../../bench/tools/table.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { filmText } from "../../src/catalog/labels.js";
import { eachRow, type FilmRow, filmRow } from "../../src/catalog/rows.js";
import { createFind } from "../../src/find/create.js";
import type { Find, Resolution } from "../../src/find/port.js";
import { itemAt } from "../item-at.js";
import { developmentQuestions, type LabelledQuestion, madeUpTitles, sample } from "../questions/read.js";
import { PEERS } from "./peers.js";

/** Peers are asked this many questions. */
const PEER_QUESTIONS = 200;

interface Outcome {
  readonly question: LabelledQuestion;
  /** First five rows offered, best first. */
  readonly rows: readonly FilmRow[];
  readonly answered: boolean;
  readonly asked: boolean;
  readonly milliseconds: number;
}

export function evaluateTitles(catalog: Catalog, showMisses: boolean): void {
  const questions = developmentQuestions();
  if (questions === undefined) {
    process.stdout.write("  ../shared/eval is not here: no labelled questions\n");
    return;
  }
  const title = (row: FilmRow) => catalog.films.title.get(row);
  const isHit = ({ question, rows }: Outcome, first: number) =>
    rows.slice(0, first).some((row) => title(row) === question.title);

  const find = createFind(catalog, (look) => look);
  const ours = ask(questions, (text) => offered(find.film(text))).map((outcome) => {
    // The first five of an answer are the film and those it won against.
    const ranked = find.explain("film", outcome.question.query).candidates.map(({ row }) => row);
    return outcome.asked ? outcome : { ...outcome, rows: [...new Set([...outcome.rows, ...ranked])] };
  });
  const kinds = [...new Set(questions.map(({ kind }) => kind)), "all"];
  printTable(
    kinds.map((kind) => {
      const own = ours.filter(({ question }) => kind === "all" || question.kind === kind);
      const wrong = own.filter((outcome) => outcome.answered && !isHit(outcome, 1));
      return {
        kind,
        questions: String(own.length),
        "hit@1": rate(own.filter((outcome) => isHit(outcome, 1)).length, own.length),
        "hit@5": rate(own.filter((outcome) => isHit(outcome, 5)).length, own.length),
        "silently wrong": rate(wrong.length, own.length),
        asked: rate(own.filter(({ asked }) => asked).length, own.length),
        ...latency(own.map(({ milliseconds }) => milliseconds)),
      };
    }),
  );
  if (showMisses)
    printMisses(
      catalog,
      ours.filter((outcome) => !isHit(outcome, 1)),
    );

  printMadeUp(find);

  const few = sample(questions, PEER_QUESTIONS);
  const titles = Array.from(eachRow(catalog.films), title);
  const engines = [
    { name: "Claqueta", search: (text: string) => offered(find.film(text)).rows },
    ...PEERS.map(({ name, build }) => {
      const search = build(titles);
      return { name, search: (text: string) => search(text).map(filmRow) };
    }),
  ];
  process.stdout.write(`\n  ${few.length} of these questions, beside peers\n`);
  printTable(
    engines.map(({ name, search }) => {
      const outcomes = ask(few, (text) => ({ rows: search(text), answered: true, asked: false }), 1);
      return {
        engine: name,
        "hit@1": rate(outcomes.filter((outcome) => isHit(outcome, 1)).length, outcomes.length),
        "hit@5": rate(outcomes.filter((outcome) => isHit(outcome, 5)).length, outcomes.length),
        ...latency(outcomes.map(({ milliseconds }) => milliseconds)),
      };
    }),
  );
}

type Offered = Pick<Outcome, "rows" | "answered" | "asked">;

function offered(found: Resolution<FilmRow>): Offered {
  switch (found.kind) {
    case "found":
      return { rows: [found.value, ...found.namesakes], answered: true, asked: false };
    case "choices":
      return { rows: found.values, answered: false, asked: true };
    case "none":
      return { rows: [], answered: false, asked: false };
  }
}

function printMadeUp(find: Find): void {
  const titles = madeUpTitles();
  const found = titles.map((title) => find.film(title).kind);
  const answered = found.filter((kind) => kind === "found").length;
  const asked = found.filter((kind) => kind === "choices").length;
  process.stdout.write(
    `\n  ${titles.length} titles nobody made: ${answered} answered, ${asked} with a question back\n`,
  );
}

function ask(
  questions: readonly LabelledQuestion[],
  search: (text: string) => Offered,
  passes?: number,
): Outcome[] {
  const times = latencies(
    questions.map(
      ({ query }) =>
        () =>
          search(query),
    ),
    passes,
  );
  return questions.map((question, i) => ({
    question,
    ...search(question.query),
    milliseconds: itemAt(times, i),
  }));
}

function printMisses(catalog: Catalog, misses: readonly Outcome[]): void {
  for (const { question, rows, asked } of misses) {
    const got = rows.slice(0, 3).map((row) => filmText(catalog, row, "en"));
    process.stdout.write(
      `  ${question.kind}: “${question.query}” → ${asked ? "? " : ""}${got.join(" | ") || "–"}; wanted ${question.title}\n`,
    );
  }
}
