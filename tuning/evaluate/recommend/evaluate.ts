/**
 * The right recommendation: all figures of ours and of peers. How alike films are, by what people said of pairs; what people
 * liked, by cross-validation over the users of the index.
 */

import { printTable } from "../../../bench/tools/table.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { readLater, readLaterTables } from "../../../src/catalog/open.js";
import { compileFeatures } from "../../../src/recommend/features/compiled.js";
import { LEARNED_TABLES, learned } from "../../../src/recommend/features/learned.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import { tastesCount } from "../../../src/recommend/similarity/score.js";
import { WEIGHTS_WITH_RATINGS, WEIGHTS_WITHOUT_RATINGS } from "../../../src/recommend/similarity/weights.js";
import { JUDGEMENTS, type Judgements, readJudgements } from "../../judgements.js";
import type { Engine } from "./engine.js";
import { type LikenessFigures, likenessOf } from "./likeness.js";
import { WEIGHTS_OF_LIKES } from "./likes-weights.js";
import { evaluateLists, type ListFigures } from "./metrics.js";
import { ours } from "./ours.js";
import { PEERS } from "./peers.js";
import { evaluatePersonal } from "./personal.js";
import { protocolOf } from "./protocol.js";

interface RecommendFlags {
  /** A file of judged pairs; undefined: those for development, where they are there. */
  readonly pairs: string | undefined;
}

export async function evaluateRecommend(catalog: Catalog, { pairs }: RecommendFlags): Promise<void> {
  const table = await readLater(catalog, "tastes");
  if (!tastesCount(table.rowCount)) {
    process.stdout.write("  the index has no ratings: there is nothing to hold recommendations against\n");
    return;
  }
  const judgements = readJudgements(pairs ?? JUDGEMENTS, catalog);
  tellOf(judgements, pairs ?? JUDGEMENTS);
  const protocol = protocolOf(table, catalog.films.rowCount);
  const { questions, training, users } = protocol;
  process.stdout.write(`  ${users} users, ${questions.length} questions, ${training.length} folds\n`);
  const features = compileFeatures(catalog, learned(await readLaterTables(catalog, LEARNED_TABLES)));
  const tastes = training.map((likes) => new Tastes(likes));
  const engines: (readonly [name: string, () => Engine])[] = [
    ["Claqueta with ratings", () => ours(catalog, features, WEIGHTS_WITH_RATINGS, tastes)],
    ["Claqueta without ratings", () => ours(catalog, features, WEIGHTS_WITHOUT_RATINGS)],
    ["the same parts fitted to likes alone", () => ours(catalog, features, WEIGHTS_OF_LIKES, tastes)],
    ...PEERS.map((peer) => [peer.name, () => peer.build(catalog, training)] as const),
  ];
  printTable([
    ...engines.map(([name, build]) => {
      const engine = build();
      const lists = questions.map((question) => engine.list(question));
      return row(name, evaluateLists(questions, lists), judgements && likenessOf(engine, judgements.pairs));
    }),
    TARGETS.with,
    TARGETS.without,
  ]);
  process.stdout.write("\n  from a list of liked films, one of them left out\n");
  printTable(evaluatePersonal(catalog, protocol, tastes));
}

function tellOf(judgements: Judgements | undefined, file: string): void {
  process.stdout.write(
    judgements === undefined
      ? `  ${file} is not here: how alike films are is not measured\n`
      : `  ${judgements.pairs.length} judged pairs; of ${judgements.leftOut} more a film is not in the catalogue\n`,
  );
}

const TARGETS = {
  with: {
    engine: "target with ratings",
    AUC: "≥ .85",
    "OK of judged": "",
    "hit@5": "≥ .45",
    "nDCG@10": "≥ .14",
    lift: "≥ .29",
    "tail-lift": "≥ .19",
    distinct: "≥ 2000",
    maxexp: "≤ .06",
  },
  without: {
    engine: "target without ratings",
    AUC: "≥ .84",
    "OK of judged": "",
    "hit@5": "≥ .40",
    "nDCG@10": "–",
    lift: "≥ .23",
    "tail-lift": "≥ .13",
    distinct: "≥ 2000",
    maxexp: "≤ .06",
  },
};

function row(
  engine: string,
  figures: ListFigures,
  likeness: LikenessFigures | undefined,
): Record<keyof (typeof TARGETS)["with"], string> {
  return {
    engine,
    AUC: likeness?.auc.toFixed(3) ?? "–",
    "OK of judged": likeness ? `${Math.round(likeness.alike * 100)}% of ${likeness.judged}` : "–",
    "hit@5": figures.hit5.toFixed(3),
    "nDCG@10": figures.ndcg10.toFixed(3),
    lift: figures.lift.toFixed(3),
    "tail-lift": figures.tailLift.toFixed(3),
    distinct: String(figures.distinct),
    maxexp: figures.maxExposure.toFixed(3),
  };
}
