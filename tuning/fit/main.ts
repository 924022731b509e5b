/**
 * `npm run fit [-- --index DIR] [--only with|without]`: fits the weights of the similarity model to what
 * people liked, prints how good they are for users they were not fitted to, and writes
 * `src/recommend/similarity/weights.ts`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchData, STARTER, withTemporaryFolder } from "../../bench/tools/data.js";
import { measureProcess } from "../../bench/tools/processes.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { openCatalog, readLater } from "../../src/catalog/open.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { BLOCKS } from "../../src/recommend/features/blocks.js";
import { compileFeatures, type Features } from "../../src/recommend/features/compiled.js";
import type { Tastes } from "../../src/recommend/ratings/tastes.js";
import { PARTS, type Part, TASTE_TERMS, TERMS, type Weights } from "../../src/recommend/similarity/model.js";
import { WEIGHTS_WITH_RATINGS, WEIGHTS_WITHOUT_RATINGS } from "../../src/recommend/similarity/weights.js";
import { evaluateLists, type ListFigures } from "../evaluate/recommend/metrics.js";
import { ours, tastesOf } from "../evaluate/recommend/ours.js";
import { type Protocol, protocolOf, type Question } from "../evaluate/recommend/protocol.js";
import { itemAt } from "../item-at.js";
import { climb } from "./ascent.js";
import type { Aims } from "./objective.js";
import { poolsOf } from "./pools.js";
import {
  BOUNDS_WITH_RATINGS,
  BOUNDS_WITHOUT_RATINGS,
  type Bounds,
  START_WITH_RATINGS,
  START_WITHOUT_RATINGS,
} from "./start.js";
import { weightsFile } from "./weights-file.js";

/** Films of each user that are asked for: more than are measured, so that weights hang less on chance. */
const ASKED = 8;
/** Each round fits to the films that the weights of the rounds before put first. */
const ROUNDS = 2;
/**
 * Collections are too rare to be fitted, and what people look for first: one share is worth a list's first
 * place. The order of films hangs on the proportions of weights alone: years, which count in every pair, are
 * the yardstick.
 */
const FIXED: ReadonlySet<Part> = new Set(["collection", "yearsApart"]);

interface Fit {
  readonly name: string;
  readonly start: Weights;
  readonly parts: readonly Part[];
  readonly aims: Aims;
  readonly bounds: Bounds;
  readonly tastes: readonly Tastes[] | undefined;
}

const { values } = parseArgs({ options: { index: { type: "string" }, only: { type: "string" } } });
if (values.index !== undefined) await fitAll(openCatalog(values.index));
else {
  const sources = [benchData().folder, STARTER].flatMap((folder) => ["--source", folder]);
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", [...sources, "--out", out]);
    await fitAll(openCatalog(out));
  });
}

async function fitAll(catalog: Catalog): Promise<void> {
  const protocol = protocolOf(await readLater(catalog, "tastes"), catalog.films.rowCount, ASKED);
  const features = compileFeatures(catalog);
  const tastes = protocol.training.map(tastesOf);
  const plain = [...BLOCKS, ...TERMS];
  const without =
    values.only === "with"
      ? WEIGHTS_WITHOUT_RATINGS
      : fitted(catalog, features, protocol, {
          name: "without ratings",
          start: START_WITHOUT_RATINGS,
          parts: plain,
          aims: { hit: 0.5, tail: 0.6 },
          bounds: BOUNDS_WITHOUT_RATINGS,
          tastes: undefined,
        });
  const withRatings =
    values.only === "without"
      ? WEIGHTS_WITH_RATINGS
      : fitted(catalog, features, protocol, {
          name: "with ratings",
          start: START_WITH_RATINGS,
          parts: [...plain, ...TASTE_TERMS],
          aims: { hit: 0.75, tail: 0.4 },
          bounds: BOUNDS_WITH_RATINGS,
          tastes,
        });
  const file = join(PACKAGE_ROOT, "src/recommend/similarity/weights.ts");
  writeFileSync(file, weightsFile({ without, with: withRatings }));
  process.stdout.write(`\n${file} is written\n`);
}

/** Fits to all users; before that to half of them, to see how the other half fares. */
function fitted(catalog: Catalog, features: Features, { questions }: Protocol, what: Fit): Weights {
  const report = (label: string, asked: readonly Question[], weights: Weights) => {
    const recommend = ours(catalog, features, weights, what.tastes);
    process.stdout.write(`${what.name}, ${label}: ${figures(evaluateLists(asked, asked.map(recommend)))}\n`);
  };
  const even = questions.filter(({ fold }) => fold % 2 === 0);
  const odd = questions.filter(({ fold }) => fold % 2 === 1);
  report("odd folds by weights of the even ones", odd, fitTo(even, features, what));
  report("even folds by weights of the odd ones", even, fitTo(odd, features, what));
  const weights = fitTo(questions, features, what);
  report("all", questions, weights);
  return weights;
}

function fitTo(
  questions: readonly Question[],
  features: Features,
  { start, parts, aims, bounds, tastes }: Fit,
): Weights {
  const free = parts.filter((part) => !FIXED.has(part));
  const weightings: Weights[] = [start];
  let weights = start;
  for (let round = 0; round < ROUNDS; round++) {
    const pools = poolsOf(questions, features, weightings, tastes);
    const from = Float64Array.from(PARTS, (part) => weights[part]);
    weights = named(climb(pools, from, free, aims, bounds));
    weightings.push(weights);
  }
  return weights;
}

function named(weights: Float64Array): Weights {
  return Object.fromEntries(PARTS.map((part, at) => [part, itemAt(weights, at)])) as Record<Part, number>;
}

function figures({ hit5, ndcg10, lift, tailLift, distinct, maxExposure }: ListFigures): string {
  const parts = [
    `hit@5 ${hit5.toFixed(3)}`,
    `nDCG@10 ${ndcg10.toFixed(3)}`,
    `lift ${lift.toFixed(3)}`,
    `tail-lift ${tailLift.toFixed(3)}`,
    `distinct ${distinct}`,
    `maxexp ${maxExposure.toFixed(3)}`,
  ];
  return parts.join(", ");
}
