/** Runs every rule, and says what came of it. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { readCatalog } from "../build.js";
import type { SourceCatalog } from "../records.js";
import { BuildReport } from "../report.js";
import { checkCoverage, coverage } from "./coverage.js";
import { checkAgainstDataset } from "./dataset.js";
import { type Finding, judge, type Rule } from "./finding.js";
import { checkFormat } from "./format.js";
import { loadExceptions, loadStarter } from "./load.js";
import { checkNames } from "./names.js";
import { checkAgainstRecent } from "./recent.js";
import { readRecent } from "./recent-film.js";
import { type Agreement, compareTitles } from "./reference.js";
import { checkTexts } from "./texts.js";

/** The developers' copy of the dataset; a user does not have it. */
export const DATASET = join(PACKAGE_ROOT, "../shared/data");
const DATASET_FILES = ["movies_dataset.csv.gz", "credits.csv.gz", "platforms"];
const RECENT_FILE = "recent-films.jsonl";
const REFERENCE_FILE = "es_titles_reference.csv";

/** Least share of the catalogue's films whose title in Spain is the reference's. */
const LEAST_AGREEMENT = 0.98;

const OWN_RULES: readonly Rule[] = [
  "schema",
  "order",
  "duplicate",
  "ids",
  "spelling",
  "titles",
  "overlay",
  "keywords",
  "synopsis",
  "proof",
  "coverage",
];
const DATASET_RULES: readonly Rule[] = [
  "title",
  "date",
  "directors",
  "cast",
  "billing",
  "money",
  "votes",
  "recent",
  "source",
];

export interface StarterVerdict {
  readonly lines: readonly string[];
  readonly passed: boolean;
}

/** @param dataset folder with the dataset; where it is not there, our facts are not compared with it */
export async function checkStarter(dataset: string = DATASET): Promise<StarterVerdict> {
  const { starter, findings: schema } = await loadStarter();
  const findings: Finding[] = [
    ...schema,
    ...checkFormat(starter.films),
    ...checkNames(starter),
    ...checkTexts(starter),
    ...checkCoverage(starter),
  ];
  const ran = new Set<string>(OWN_RULES);
  const lines = coverage(starter).map(({ what, count, least }) => `${what}: ${count} (at least ${least})`);
  lines.push(`data/starter: ${(starter.bytes / 1024 / 1024).toFixed(2)} MB`);

  let agreed = true;
  if (existsSync(join(dataset, REFERENCE_FILE))) {
    const { films: theirs, platformTitles } = await readDataset(dataset);
    const recent = readRecent(await readFile(join(dataset, RECENT_FILE), "utf8"));
    findings.push(
      ...checkAgainstDataset(starter, theirs, recent),
      ...checkAgainstRecent(starter, { recent, platformTitles }, theirs),
    );
    for (const rule of DATASET_RULES) ran.add(rule);
    const reference = await readReference(dataset);
    const ofAll = compareTitles(starter.titles.byFilm, reference);
    findings.push(...ofAll.findings);
    ran.add("reference");
    const ofStarter = compareTitles(
      new Map(starter.films.map(({ film }) => [film.id, { es: film.titleEs }])),
      reference,
    );
    agreed = rateOf(ofStarter) >= LEAST_AGREEMENT;
    lines.push(
      `titles in Spain as in ${REFERENCE_FILE}: ${rateWords(ofStarter)} of the catalogue, ${rateWords(ofAll)} of all`,
    );
  } else lines.push(`not compared with the dataset: ${dataset} is not there`);

  const { unexplained, explained, needless } = judge(findings, await loadExceptions(), ran);
  lines.push(
    ...explained.map(({ rule, about, detail, why }) => `explained: ${rule} ${about}: ${detail} (${why})`),
    ...unexplained.map(({ rule, about, detail }) => `wrong: ${rule} ${about}: ${detail}`),
    ...needless.map((name) => `wrong: the exception for ${name} explains nothing`),
    `${unexplained.length + needless.length} unexplained, ${explained.length} explained`,
  );
  return { lines, passed: agreed && unexplained.length === 0 && needless.length === 0 };
}

function rateWords(agreement: Agreement): string {
  return `${agreement.same} of ${agreement.both} (${(rateOf(agreement) * 100).toFixed(1)} %)`;
}

function rateOf({ same, both }: Agreement): number {
  return both === 0 ? 1 : same / both;
}

function readDataset(folder: string): Promise<Pick<SourceCatalog, "films" | "platformTitles">> {
  const sources = DATASET_FILES.map((file) => join(folder, file));
  return readCatalog(sources, { report: new BuildReport() });
}

async function readReference(folder: string): Promise<{ id: number; title: string }[]> {
  const text = await readFile(join(folder, REFERENCE_FILE), "utf8");
  const { data } = Papa.parse<{ tmdb_id: string; title_es: string }>(text, { header: true });
  return data.flatMap(({ tmdb_id: id, title_es: title }) => (id ? [{ id: Number(id), title }] : []));
}
