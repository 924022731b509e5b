/**
 * The right recommendation: all figures of ours and of peers, by cross-validation over the users of the
 * index.
 */

import { printTable } from "../../../bench/tools/table.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { readLater } from "../../../src/catalog/open.js";
import { compileFeatures } from "../../../src/recommend/features/compiled.js";
import { tastesCount } from "../../../src/recommend/similarity/score.js";
import { WEIGHTS_WITH_RATINGS, WEIGHTS_WITHOUT_RATINGS } from "../../../src/recommend/similarity/weights.js";
import { evaluateLists, type ListFigures } from "./metrics.js";
import { ours, tastesOf } from "./ours.js";
import { PEERS, type Recommend } from "./peers.js";
import { evaluatePersonal } from "./personal.js";
import { protocolOf } from "./protocol.js";

export async function evaluateRecommend(catalog: Catalog): Promise<void> {
  const table = await readLater(catalog, "tastes");
  if (!tastesCount(table.rowCount)) {
    process.stdout.write("  the index has no ratings: there is nothing to hold recommendations against\n");
    return;
  }
  const protocol = protocolOf(table, catalog.films.rowCount);
  const { questions, training, users } = protocol;
  process.stdout.write(`  ${users} users, ${questions.length} questions, ${training.length} folds\n`);
  const features = compileFeatures(catalog);
  const tastes = training.map(tastesOf);
  const engines: (readonly [name: string, () => Recommend])[] = [
    ["Claqueta with ratings", () => ours(catalog, features, WEIGHTS_WITH_RATINGS, tastes)],
    ["Claqueta without ratings", () => ours(catalog, features, WEIGHTS_WITHOUT_RATINGS)],
    ...PEERS.map((peer) => [peer.name, () => peer.build(catalog, training)] as const),
  ];
  printTable([
    ...engines.map(([name, build]) => row(name, evaluateLists(questions, questions.map(build())))),
    TARGETS.with,
    TARGETS.without,
  ]);
  process.stdout.write("\n  from a list of liked films, one of them left out\n");
  printTable(evaluatePersonal(catalog, protocol, tastes));
}

const TARGETS = {
  with: {
    engine: "target with ratings",
    "hit@5": "≥ .65",
    "nDCG@10": "≥ .26",
    lift: "≥ .36",
    "tail-lift": "≥ .23",
    distinct: "≥ 1200",
    maxexp: "≤ .10",
  },
  without: {
    engine: "target without ratings",
    "hit@5": "≥ .58",
    "nDCG@10": "–",
    lift: "≥ .30",
    "tail-lift": "≥ .17",
    distinct: "≥ 1400",
    maxexp: "≤ .10",
  },
};

function row(engine: string, figures: ListFigures): Record<keyof (typeof TARGETS)["with"], string> {
  return {
    engine,
    "hit@5": figures.hit5.toFixed(3),
    "nDCG@10": figures.ndcg10.toFixed(3),
    lift: figures.lift.toFixed(3),
    "tail-lift": figures.tailLift.toFixed(3),
    distinct: String(figures.distinct),
    maxexp: figures.maxExposure.toFixed(3),
  };
}
