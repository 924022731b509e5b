/** The right film as people type it: questions written for this project, by kind. */

import { rate } from "../../bench/tools/figures.js";
import { printTable } from "../../bench/tools/table.js";
import { type Catalog, filmById } from "../../src/catalog/catalog.js";
import { filmText } from "../../src/catalog/labels.js";
import { createFind } from "../../src/find/create.js";
import { typedQuestions } from "../questions/read.js";

export function evaluateTyped(catalog: Catalog, showMisses: boolean): void {
  const find = createFind(catalog);
  const outcomes = typedQuestions()
    .filter(({ id }) => filmById(catalog, id) !== undefined)
    .map((question) => {
      const { resolution, candidates } = find.explain("film", question.query);
      const asked = resolution.kind === "choices";
      const answer = resolution.kind === "found" ? [resolution.value, ...resolution.namesakes] : [];
      const rows = asked ? resolution.values : [...new Set([...answer, ...candidates.map(({ row }) => row)])];
      const first = resolution.kind === "none" ? undefined : rows[0];
      const isMeant = (row: number | undefined) => row !== undefined && catalog.films.id[row] === question.id;
      return { question, asked, first, hit: isMeant(first), five: rows.slice(0, 5).some(isMeant) };
    });
  const kinds = [...new Set(outcomes.map(({ question }) => question.kind)), "all"];
  printTable(
    kinds.map((kind) => {
      const own = outcomes.filter(({ question }) => kind === "all" || question.kind === kind);
      const count = (part: (outcome: (typeof own)[number]) => boolean) =>
        rate(own.filter(part).length, own.length);
      return {
        kind,
        questions: String(own.length),
        "hit@1": count(({ hit }) => hit),
        "hit@5": count(({ five }) => five),
        "silently wrong": count(({ hit, asked, first }) => !hit && !asked && first !== undefined),
        asked: count(({ asked }) => asked),
      };
    }),
  );
  if (!showMisses) return;
  for (const { question, first, hit } of outcomes) {
    if (hit) continue;
    const got = first === undefined ? "–" : filmText(catalog, first, "en");
    process.stdout.write(`  ${question.kind}: “${question.query}” → ${got}; wanted ${question.title}\n`);
  }
}
