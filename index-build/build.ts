/** The stages of a build, put together: sources → read → merge → check → write → report. */
import { mkdir, writeFile } from "node:fs/promises";
import { reportFile } from "../src/catalog/versions/build-told.js";
import { runChecks } from "./checks/index.js";
import { mergeSources, type OwnNames } from "./merge/index.js";
import { NO_PROGRESS, type Progress } from "./progress.js";
import type { ReadLimits } from "./read/files/limits.js";
import { readSources } from "./read/index.js";
import type { SourceCatalog } from "./records.js";
import type { BuildReport } from "./report.js";
import { Stopwatch } from "./stopwatch.js";
import type { WriteOptions, WrittenIndex } from "./write/index.js";

export interface BuildOptions {
  /** Folders or files; of several that tell the same thing equally well, the first counts. */
  readonly sources: readonly string[];
  /** Root of versions. */
  readonly out: string;
  readonly minFilms: number;
  /** Leaves the version in use as it is: whoever asked for the build decides later. */
  readonly keepCurrent?: boolean;
  /** How many threads may work; as many as there are cores unless said. */
  readonly threads?: number;
}

export type WriteIndex = (
  catalog: SourceCatalog,
  out: string,
  options: Pick<WriteOptions, "onStage" | "point" | "threads">,
) => Promise<WrittenIndex>;

/** What the first two stages, reading and merging, need besides their sources. */
export interface CatalogPorts extends OwnNames {
  readonly report: BuildReport;
  readonly progress?: Progress;
  readonly limits?: ReadLimits;
}

export interface BuildPorts extends CatalogPorts {
  readonly progress: Progress;
  readonly write: WriteIndex;
  readonly now: () => Date;
}

export interface BuildResult extends WrittenIndex {
  /** Path of the written report. */
  readonly reportFile: string;
}

/**
 * Builds a version of the index below `out` and lays its report beside it.
 * @throws OperatorError where a source is missing or a check fails; then nothing is written
 */
export async function build(options: BuildOptions, ports: BuildPorts): Promise<BuildResult> {
  const { report, progress, now } = ports;
  const builtAt = now();
  const times = new Stopwatch(progress, now);

  const catalog = await readCatalog(options.sources, { ...ports, progress: times });
  times.stage("check", 0, 1);
  runChecks(catalog, report, { minFilms: options.minFilms });

  const written = await ports.write(catalog, options.out, {
    onStage: (name, done, total) => times.stage(name, done, total),
    point: options.keepCurrent !== true,
    threads: options.threads,
  });
  times.end();

  const { version, bytes, counts, links } = written;
  const told = {
    version,
    builtAt: builtAt.toISOString(),
    sources: options.sources,
    dataDate: catalog.dataDate,
    milliseconds: times.milliseconds(),
    bytes,
    counts,
    links,
    report: report.toJSON(),
  };
  const file = reportFile(options.out, version);
  await mkdir(options.out, { recursive: true });
  await writeFile(file, `${JSON.stringify(told, null, 2)}\n`);
  return { ...written, reportFile: file };
}

/**
 * The first two stages: what `sources` (folders, or single files) tell, as one catalogue. Of several sources that tell
 * the same thing equally well, the first counts. What is wrong in a file is reported and costs nothing else.
 * @throws OperatorError where a source does not exist or holds no file to read
 */
export async function readCatalog(
  sources: readonly string[],
  { report, progress = NO_PROGRESS, limits, ...names }: CatalogPorts,
): Promise<SourceCatalog> {
  const read = await readSources(sources, { report, progress, limits });
  progress.stage("merge", 0, 1);
  return mergeSources(read, report, names);
}
