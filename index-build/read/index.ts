/** Reads sources into one catalogue, reporting on the way. */

import { mergeParts } from "../merge.js";
import { NO_PROGRESS, type Progress } from "../progress.js";
import type { SourceCatalog, SourceFile } from "../records.js";
import type { BuildReport } from "../report.js";
import { laySpanishTitles, type SpanishTitles } from "../spanish-titles.js";
import { InputCut, InputRefused } from "./files/broken-input.js";
import { readCsvInput } from "./csv/input.js";
import { type FoundFile, findSourceFiles, type LeftAlone } from "./files/files.js";
import { readJsonInput } from "./files/json-input.js";
import { readJsonLines } from "./feeds/json-lines.js";
import { READ_LIMITS, type ReadLimits } from "./files/limits.js";
import { openInputs, type SourceInput, sha256OfFile, type TellOfArchive } from "./files/open.js";
import { emptyParts, newContext, type ReadContext, type SourceParts } from "./reader.js";
import { StarterReader } from "./starter/starter.js";

export interface ReadOptions {
  readonly report: BuildReport;
  readonly progress?: Progress;
  readonly limits?: ReadLimits;
  /** Laid over the films of every source. */
  readonly titles?: SpanishTitles;
}

/** What an input turned out to be; undefined where it is none of ours or was refused, which is then reported. */
export interface InputSummary {
  readonly kind: string;
  /** Rows or entries met. */
  readonly rows: number;
  /** Of them, those that are used. */
  readonly kept: number;
}

/**
 * Reads every file of `sources` (folders, or single files) and merges what they tell; of several sources that
 * tell the same thing equally well, the first counts. What is wrong in a file is reported and costs nothing else.
 * @throws OperatorError where a source does not exist or holds no file to read
 */
export async function readSources(sources: readonly string[], options: ReadOptions): Promise<SourceCatalog> {
  const { report, progress = NO_PROGRESS, limits = READ_LIMITS, titles } = options;
  const found: FoundFile[] = [];
  for (const [index, source] of sources.entries()) {
    progress.stage("find", index, sources.length);
    const leaveAlone = (file: string, reason: LeftAlone): void => report.add(reason, { file });
    found.push(...(await findSourceFiles(source, limits, leaveAlone)));
  }
  const reading = new Reading(report, limits);
  for (const [index, file] of found.entries()) {
    progress.stage("read", index, found.length);
    await reading.readFile(file);
  }
  progress.stage("merge", 0, 1);
  return reading.catalog(titles);
}

class Reading {
  private readonly context: ReadContext;
  private readonly starter: StarterReader;
  private readonly parts: SourceParts = emptyParts();
  private readonly files: SourceFile[] = [];

  constructor(
    private readonly report: BuildReport,
    private readonly limits: ReadLimits,
  ) {
    this.context = newContext(report);
    this.starter = new StarterReader(this.context);
  }

  catalog(titles: SpanishTitles | undefined): SourceCatalog {
    this.starter.finish(this.parts);
    const merged = mergeParts(this.parts, this.report);
    if (titles === undefined) return { ...merged, files: this.files };
    laySpanishTitles(merged.films, titles);
    this.report.addFile({ ...titles.file, kept: titles.file.rows });
    return { ...merged, files: [...this.files, titles.file] };
  }

  async readFile(file: FoundFile): Promise<void> {
    const tell: TellOfArchive = (code, name) => this.report.add(code, { file: name });
    let sha256: string | undefined;
    try {
      for await (const input of openInputs(file, this.limits, tell)) {
        const summary = await this.readInput(input);
        if (summary === undefined) continue;
        sha256 ??= await sha256OfFile(file.path);
        this.report.addFile({ file: input.name, sha256, ...summary });
        this.files.push({ file: input.name, kind: summary.kind, rows: summary.rows, sha256 });
      }
    } catch (error) {
      this.refuse(file.name, error);
    }
  }

  private async readInput(input: SourceInput): Promise<InputSummary | undefined> {
    try {
      switch (input.form) {
        case "csv":
          return await readCsvInput(input, this.limits, this.context, this.parts);
        case "json":
          return await readJsonInput(input, this.limits, this.report, this.starter);
        case "jsonl":
          return await readJsonLines(input, this.limits, this.context, this.parts);
      }
    } catch (error) {
      this.refuse(input.name, error);
      return undefined;
    }
  }

  private refuse(file: string, error: unknown): void {
    if (error instanceof InputRefused) this.report.add(error.reason, { file, detail: error.detail });
    else if (error instanceof InputCut) this.report.add(error.reason, { file });
    else if (isFileError(error)) this.report.add("unreadable", { file, detail: error.code });
    else throw error;
  }
}

function isFileError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && "syscall" in error && typeof error.code === "string";
}
