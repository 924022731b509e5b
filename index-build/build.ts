/** The stages of a build: read → check → write → report. */
import { mkdir, writeFile } from "node:fs/promises";
import { reportFile } from "../src/catalog/versions.js";
import { runChecks } from "./checks/index.js";
import type { Progress, StageName } from "./progress.js";
import { readSources } from "./read/index.js";
import type { ReadLimits } from "./read/files/limits.js";
import type { SourceCatalog } from "./records.js";
import type { BuildReport } from "./report.js";
import type { SpanishTitles } from "./spanish-titles.js";
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

export interface BuildPorts {
  readonly write: WriteIndex;
  readonly report: BuildReport;
  readonly progress: Progress;
  readonly now: () => Date;
  readonly limits?: ReadLimits;
  readonly titles?: SpanishTitles;
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
  const { report, progress, now, limits, titles } = ports;
  const builtAt = now();
  const times = new Stopwatch(progress, now);

  const catalog = await readSources(options.sources, { report, progress: times, limits, titles });
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

/** Hands progress on, and notes how long each stage took. */
class Stopwatch implements Progress {
  private readonly spent = new Map<StageName, number>();
  private current: { readonly name: StageName; readonly since: number } | undefined;

  constructor(
    private readonly progress: Progress,
    private readonly now: () => Date,
  ) {}

  stage(name: StageName, done: number, total: number): void {
    if (this.current?.name !== name) {
      this.stop();
      this.current = { name, since: this.now().getTime() };
    }
    this.progress.stage(name, done, total);
  }

  end(): void {
    this.stop();
    this.progress.end();
  }

  milliseconds(): Record<string, number> {
    return Object.fromEntries(this.spent);
  }

  private stop(): void {
    if (this.current === undefined) return;
    const { name, since } = this.current;
    this.spent.set(name, (this.spent.get(name) ?? 0) + this.now().getTime() - since);
    this.current = undefined;
  }
}
