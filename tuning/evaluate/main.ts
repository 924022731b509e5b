/**
 * `npm run evaluate -- TOPIC [--index DIR] [--misses] [--films N] [--file FILE] [--pairs FILE]`: how right the answers are,
 * beside peers in the same run.
 */
import { parseArgs } from "node:util";
import { benchData, STARTER, withTemporaryFolder } from "../../bench/tools/data/bench-data.js";
import { measureProcess } from "../../bench/tools/programs/processes.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { openCatalog } from "../../src/catalog/open.js";
import { evaluateManyTitles } from "./many-titles.js";
import { evaluateMessages } from "./messages/evaluate.js";
import { evaluateNames } from "./names.js";
import { evaluatePeople } from "./people.js";
import { evaluateRecommend } from "./recommend/evaluate.js";
import { evaluateOwnRatings } from "./recommend/own-ratings.js";
import { evaluateTitles } from "./titles.js";
import { evaluateTyped } from "./typed.js";

interface Flags {
  readonly misses: boolean;
  /** How many films to multiply the data to; undefined: as they are. */
  readonly films: number | undefined;
  /** The only messages that are wanted; undefined: all. */
  readonly file: string | undefined;
  /** Judged pairs of films; undefined: those for development. */
  readonly pairs: string | undefined;
}

const TOPICS: Readonly<Record<string, (catalog: Catalog, flags: Flags) => void | Promise<void>>> = {
  titles: (catalog, { misses, films }) =>
    films === undefined ? evaluateTitles(catalog, misses) : evaluateManyTitles(catalog, films),
  typed: (catalog, { misses }) => evaluateTyped(catalog, misses),
  names: (catalog, { misses }) => evaluateNames(catalog, misses),
  people: (catalog, { misses }) => evaluatePeople(catalog, misses),
  recommend: evaluateRecommend,
  ratings: evaluateOwnRatings,
  messages: evaluateMessages,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    index: { type: "string" },
    misses: { type: "boolean", default: false },
    films: { type: "string" },
    file: { type: "string" },
    pairs: { type: "string" },
  },
});
const [name = "", ...others] = positionals;
const topic = Object.hasOwn(TOPICS, name) ? TOPICS[name] : undefined;
const films = values.films === undefined ? undefined : Number(values.films);
const flags = { misses: values.misses, films, file: values.file, pairs: values.pairs };

if (topic === undefined || others.length > 0 || (films !== undefined && !(films >= 1))) {
  const topics = Object.keys(TOPICS).join("|");
  process.stderr.write(
    `Usage: npm run evaluate -- ${topics} [--index DIR] [--misses] [--films N] [--file FILE] [--pairs FILE]\n`,
  );
  process.exitCode = 2;
} else if (values.index !== undefined) {
  await topic(openCatalog(values.index), flags);
} else {
  await withTemporaryFolder(async (out) => {
    const sources = [benchData().folder, STARTER].flatMap((folder) => ["--source", folder]);
    await measureProcess("index-build/main.js", [...sources, "--out", out]);
    await topic(openCatalog(out), flags);
  });
}
