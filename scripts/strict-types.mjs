/**
 * Type checks with `noUncheckedIndexedAccess`: what an index gives may be undefined. `npm run types` runs it
 * behind tsc.
 *
 *   node scripts/strict-types.mjs                     everything but the files below
 *   node scripts/strict-types.mjs --only FOLDER…      files in these folders alone
 *
 * In HOT stand the files that are loops over typed arrays, where the flag would ask for a check or an
 * assertion at every read of a number. A file that has become clean must leave the list: it is as short as it
 * can be.
 */
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import ts from "typescript";

const ROOT = resolve(import.meta.dirname, "..");

const HOT = new Set([
  // Columns over the bytes of the index: one read a cell.
  "src/catalog/columns.ts",
  // Segments of every key, at the build and for each question.
  "src/find/encode/segments.ts",
  // Edit distances and costs, letter by letter, of some hundred keys a question.
  "src/find/names/distance/bit-distance.ts",
  "src/find/names/distance/cost.ts",
  "src/find/names/distance/edit-distance.ts",
  "src/find/names/distance/stop-words.ts",
  "src/find/names/distance/word-cost.ts",
  // Lists of keys, thousands of them a question; arrays by row.
  "src/find/names/fame.ts",
  "src/find/names/index/key-index.ts",
  "src/find/names/index/letter-order.ts",
  "src/find/names/index/prefix-set.ts",
  "src/find/names/index/segment-index.ts",
  "src/find/names/index/word-index.ts",
  // Films of every term of a question.
  "src/find/full-text/containing.ts",
  "src/find/full-text/ranking.ts",
  "src/find/full-text/facets/facets.ts",
  "src/find/full-text/theme-films.ts",
  // Features, ratings and scores of all films by all films.
  "src/recommend/features/apart-facts.ts",
  "src/recommend/features/blocks.ts",
  "src/recommend/features/compiled.ts",
  "src/recommend/features/facts.ts",
  "src/recommend/features/film-groups.ts",
  "src/recommend/features/genre-kinship.ts",
  "src/recommend/features/profiles.ts",
  "src/recommend/features/sparse.ts",
  "src/recommend/features/themes.ts",
  "index-build/write/recommend/learn/telling.ts",
  "src/recommend/features/vectors.ts",
  "src/recommend/personal.ts",
  "src/recommend/ratings/ease.ts",
  "src/recommend/ratings/likes.ts",
  "src/recommend/ratings/tastes.ts",
  "src/recommend/similarity/apart-scores.ts",
  "src/recommend/similarity/best-films.ts",
  "src/recommend/similarity/genre-scores.ts",
  "src/recommend/similarity/listed-scores.ts",
  "src/recommend/similarity/near-groups.ts",
  "src/recommend/similarity/neighbour-search.ts",
  "src/recommend/similarity/neighbours.ts",
  "src/recommend/similarity/pair.ts",
  "src/recommend/similarity/same-language.ts",
  // Figures and lists of all films, and the heap that each passes.
  "src/select/best.ts",
  "src/select/loosen.ts",
  "src/select/matching.ts",
  "src/select/orders.ts",
  "src/select/select.ts",
  // Ratings as they are read, up to 26 million; the arrays of the index, filled number by number.
  "index-build/merge/ratings.ts",
  "index-build/read/sources/dataset/rating-rows.ts",
  "index-build/write/encode/arrow.ts",
  "index-build/write/full-text/plot-texts.ts",
  "index-build/write/full-text/plots.ts",
  "index-build/write/full-text/postings.ts",
  "index-build/write/encode/growing-numbers.ts",
  "index-build/write/films/register.ts",
  "index-build/write/recommend/recommendations.ts",
  "index-build/write/recommend/learn/film-vectors.ts",
  "index-build/write/recommend/learn/matrix.ts",
  "index-build/write/recommend/learn/plot-words.ts",
  "index-build/write/recommend/learn/svd.ts",
  "index-build/write/search/packed-texts.ts",
  "index-build/write/search/segments.ts",
  "index-build/write/encode/text-order.ts",
  // The weights' gradient over all pools.
  "tuning/fit/ascent.ts",
  "tuning/fit/likelihood.ts",
  "tuning/fit/objective.ts",
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "boolean", default: false } },
});
if (values.only !== positionals.length > 0) {
  process.stderr.write("Usage: node scripts/strict-types.mjs [--only FOLDER…]\n");
  process.exit(2);
}
const folders = positionals.map((folder) => relative(ROOT, resolve(folder)));

/** @param {string} file below the root */
const isAskedFor = (file) =>
  folders.length === 0 || folders.some((folder) => file === folder || file.startsWith(`${folder}/`));

const host = {
  getCurrentDirectory: () => ROOT,
  getCanonicalFileName: (/** @type {string} */ file) => file,
  getNewLine: () => "\n",
};

/** @param {readonly ts.Diagnostic[]} diagnostics */
function report(diagnostics) {
  process.stderr.write(ts.formatDiagnostics(diagnostics, host));
}

const config = ts.getParsedCommandLineOfConfigFile(
  resolve(ROOT, "tsconfig.json"),
  { noUncheckedIndexedAccess: true },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => report([fault]) },
);
if (config === undefined) process.exit(2);

const program = ts.createProgram(config.fileNames, config.options);
const errors = [];
const stale = new Set([...HOT].filter(isAskedFor));
for (const source of program.getSourceFiles()) {
  const file = relative(ROOT, source.fileName);
  if (file.startsWith("..") || file.includes("node_modules/") || !isAskedFor(file)) continue;
  const found = program.getSemanticDiagnostics(source);
  if (!HOT.has(file)) errors.push(...found);
  else if (found.length > 0) stale.delete(file);
}

report(errors);
for (const file of stale)
  process.stderr.write(`${file}: listed as hot in scripts/strict-types.mjs, and clean\n`);
if (errors.length + stale.size > 0) process.exitCode = 1;
