/**
 * `npm run fit [-- --index DIR] [--starter DIR] [--pairs FILE] [--only with|without|few|likes]`: fits the weights of the
 * similarity model to what people called alike and to films graded by reading, and beside these to what people liked; prints
 * how good they are for films and users they were not fitted to, and writes `src/recommend/similarity/weights.ts`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchData, STARTER, withTemporaryFolder } from "../../bench/tools/data/bench-data.js";
import { measureProcess } from "../../bench/tools/programs/processes.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { openCatalog, readLater, readLaterTables } from "../../src/catalog/open.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { BLOCKS } from "../../src/recommend/features/blocks.js";
import { compileFeatures, type Features } from "../../src/recommend/features/compiled.js";
import { LEARNED_TABLES, learned } from "../../src/recommend/features/learned.js";
import { Tastes } from "../../src/recommend/ratings/tastes.js";
import { TASTE_TERMS, TERMS, type Weights } from "../../src/recommend/similarity/model.js";
import {
  WEIGHTS_OF_FEW_FILMS,
  WEIGHTS_WITH_RATINGS,
  WEIGHTS_WITHOUT_RATINGS,
} from "../../src/recommend/similarity/weights.js";
import { WEIGHTS_OF_LIKES } from "../evaluate/recommend/likes-weights.js";
import { evaluateLists, type ListFigures } from "../evaluate/recommend/metrics.js";
import { ours } from "../evaluate/recommend/ours.js";
import { protocolOf, type Question } from "../evaluate/recommend/protocol.js";
import { readGraded } from "../graded.js";
import { JUDGEMENTS, type Judgement, readJudgements } from "../judgements.js";
import { crossValidated } from "./cross-validation.js";
import { type Fit, fitTo, type Ground } from "./fit-to.js";
import { BOUNDS, NO_BOUNDS, START_WITH_RATINGS, START_WITHOUT_RATINGS } from "./start.js";
import { likesWeightsFile, weightsFile } from "./weights-file.js";

/** Films of each user that are asked for: more than are measured, so that weights hang less on chance. */
const ASKED = 8;
/** Likeness first: found by trying, as the most that the figures of likes allow. */
const AIMS_WITHOUT = { likeness: 1.2, ranking: 1.2, hit: 0.8, tail: 0.6 };
const AIMS_WITH = { likeness: 3, ranking: 3, hit: 0.5, tail: 0.6 };
const AIMS_OF_FEW = { likeness: 1, ranking: 1, hit: 0, tail: 0 };
const AIMS_OF_LIKES = { likeness: 0, ranking: 0, hit: 0.75, tail: 0.4 };
const { values } = parseArgs({
  options: {
    index: { type: "string" },
    starter: { type: "string" },
    pairs: { type: "string" },
    only: { type: "string" },
  },
});
await withIndex(values.index, [benchData().folder, STARTER], (all) =>
  withIndex(values.starter, [STARTER], (few) => fitAll(all, few)),
);

/** An index that is there, or one of these folders. */
async function withIndex(
  index: string | undefined,
  folders: readonly string[],
  use: (catalog: Catalog) => Promise<void>,
): Promise<void> {
  if (index !== undefined) return use(openCatalog(index));
  await withTemporaryFolder(async (out) => {
    const sources = folders.flatMap((folder) => ["--source", folder]);
    await measureProcess("index-build/main.js", [...sources, "--out", out]);
    await use(openCatalog(out));
  });
}

/** @param starter few films, of which nothing is known that people liked */
async function fitAll(catalog: Catalog, starter: Catalog): Promise<void> {
  const { questions, training } = protocolOf(
    await readLater(catalog, "tastes"),
    catalog.films.rowCount,
    ASKED,
  );
  const features = await featuresOf(catalog);
  const tastes = training.map((likes) => new Tastes(likes));
  const judgements = judgementsOf(catalog);
  const graded = readGraded(catalog);
  const all = { catalog, features, questions, judgements, graded };
  const few = {
    catalog: starter,
    features: await featuresOf(starter),
    questions: [],
    judgements: judgementsOf(starter),
    graded: readGraded(starter),
  };
  const plain = [...BLOCKS, ...TERMS];
  const rated = { parts: [...plain, ...TASTE_TERMS], start: START_WITH_RATINGS, tastes };
  const fits: Readonly<Record<"without" | "with" | "few" | "likes", Fit>> = {
    without: {
      name: "without ratings",
      start: START_WITHOUT_RATINGS,
      parts: plain,
      aims: AIMS_WITHOUT,
      bounds: BOUNDS,
      tastes: undefined,
    },
    with: { name: "with ratings", aims: AIMS_WITH, bounds: BOUNDS, ...rated },
    few: {
      name: "few films",
      start: START_WITHOUT_RATINGS,
      parts: plain,
      aims: AIMS_OF_FEW,
      bounds: BOUNDS,
      tastes: undefined,
    },
    likes: { name: "likes alone", aims: AIMS_OF_LIKES, bounds: NO_BOUNDS, ...rated },
  };
  const kept = {
    without: WEIGHTS_WITHOUT_RATINGS,
    with: WEIGHTS_WITH_RATINGS,
    few: WEIGHTS_OF_FEW_FILMS,
    likes: WEIGHTS_OF_LIKES,
  };
  const weightsOf = (which: keyof typeof fits, ground: Ground = all) =>
    values.only === undefined || values.only === which ? fitted(ground, fits[which]) : kept[which];
  const weights = { without: weightsOf("without"), with: weightsOf("with"), few: weightsOf("few", few) };
  const likes = weightsOf("likes");
  write("src/recommend/similarity/weights.ts", weightsFile(weights));
  write("tuning/evaluate/recommend/likes-weights.ts", likesWeightsFile(likes));
}

async function featuresOf(catalog: Catalog): Promise<Features> {
  return compileFeatures(catalog, learned(await readLaterTables(catalog, LEARNED_TABLES)));
}

function judgementsOf(catalog: Catalog): readonly Judgement[] {
  const file = values.pairs ?? JUDGEMENTS;
  const judgements = readJudgements(file, catalog);
  process.stdout.write(
    judgements === undefined
      ? `${file} is not here: the weights are fitted without it, and are not to be committed\n`
      : `${judgements.pairs.length} judged pairs, ${judgements.leftOut} left out\n`,
  );
  return judgements?.pairs ?? [];
}

/** Fits to all users; before that to half of them, to see how the other half fares. */
function fitted(ground: Ground, fit: Fit): Weights {
  const { catalog, features, questions, judgements } = ground;
  const report = (label: string, asked: readonly Question[], weights: Weights) => {
    const engine = ours(catalog, features, weights, fit.tastes);
    const lists = asked.map((question) => engine.list(question));
    process.stdout.write(`${fit.name}, ${label}: ${figures(evaluateLists(asked, lists))}\n`);
  };
  if (questions.length > 0) {
    const even = questions.filter(({ fold }) => fold % 2 === 0);
    const odd = questions.filter(({ fold }) => fold % 2 === 1);
    report("odd folds by weights of the even ones", odd, fitTo({ ...ground, questions: even }, fit));
    report("even folds by weights of the odd ones", even, fitTo({ ...ground, questions: odd }, fit));
  }
  const weights = fitTo(ground, fit);
  if (questions.length > 0) report("all", questions, weights);
  if (judgements.length > 0) {
    const { seen, unseen, ranking } = crossValidated(ground, fit, weights);
    process.stdout.write(
      `${fit.name}, AUC of judged pairs: ${unseen.toFixed(4)} for films not fitted to, ${seen.toFixed(4)} for all\n`,
    );
    const { first, best } = ranking;
    process.stdout.write(
      `${fit.name}, mean grade of the first five: ${first.toFixed(3)} for films not fitted to, of ${best.toFixed(3)} at best\n`,
    );
  }
  return weights;
}

function write(path: string, text: string): void {
  writeFileSync(join(PACKAGE_ROOT, path), text);
  process.stdout.write(`${path} is written\n`);
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
