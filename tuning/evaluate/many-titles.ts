/** `evaluate titles --films N`: the engine alone, over the real films among so many with changed titles. */

import { latencies, latency, rate } from "../../bench/tools/figures.js";
import { duration, megabytes, printTable } from "../../bench/tools/table.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { fold } from "../../src/find/encode/fold.js";
import { decide } from "../../src/find/names/decision.js";
import { matches, normalise } from "../../src/find/names/matching.js";
import { thresholdsOf } from "../../src/find/names/thresholds.js";
import { itemAt } from "../item-at.js";
import { developmentQuestions } from "../questions/read.js";
import { multiplyFilms } from "./multiplied.js";

export function evaluateManyTitles(catalog: Catalog, count: number): void {
  const questions = developmentQuestions();
  if (questions === undefined) {
    process.stdout.write("  ../shared/eval is not here: no labelled questions\n");
    return;
  }
  const { domain, titles, keys, bytes, loadMs } = multiplyFilms(catalog, count);
  const ask = (query: string) => {
    const text = normalise(query);
    const thresholds = thresholdsOf(text);
    const ranked = matches(domain, text, thresholds);
    return { ranked, decided: decide(ranked, thresholds) };
  };
  const times = latencies(
    questions.map(
      ({ query }) =>
        () =>
          ask(query),
    ),
  );
  const outcomes = questions.map(({ query, title: meant }, i) => {
    const { ranked, decided } = ask(query);
    const asked = decided.kind === "choices";
    const rows = asked ? decided.values : ranked.map(({ row }) => row);
    // A copy may come to bear the very title of another film: then it is an answer as good.
    const isHit = (first: number) => rows.slice(0, first).some((row) => titles[row] === fold(meant));
    return {
      milliseconds: itemAt(times, i),
      first: decided.kind !== "none" && isHit(1),
      five: isHit(5),
      asked,
    };
  });
  const share = (part: (outcome: (typeof outcomes)[number]) => boolean) =>
    rate(outcomes.filter(part).length, outcomes.length);
  printTable([
    {
      films: count.toLocaleString("en"),
      keys: keys.toLocaleString("en"),
      arrays: megabytes(bytes / 1e6),
      load: duration(loadMs),
      "hit@1": share(({ first }) => first),
      "hit@5": share(({ five }) => five),
      asked: share(({ asked }) => asked),
      ...latency(outcomes.map(({ milliseconds }) => milliseconds)),
    },
  ]);
}
