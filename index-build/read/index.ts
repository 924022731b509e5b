/** Reads sources: finds their files, and hands each to the reader of its form. Nothing is merged here. */
import { dirname } from "node:path";
import type { Progress } from "../progress.js";
import type { SourceFile } from "../records.js";
import type { BuildReport } from "../report.js";
import { newContext, type ReadContext } from "./context.js";
import { InputCut, InputRefused } from "./files/broken-input.js";
import { findSourceFiles, type LeftAlone } from "./files/find.js";
import type { FoundFile } from "./files/found-file.js";
import { READ_LIMITS, type ReadLimits } from "./files/limits.js";
import { openInputs, type SourceInput, sha256OfFile, type TellOfFiles } from "./files/open.js";
import { readTable } from "./forms/tables.js";
import { readText } from "./forms/texts.js";
import { exportedFilms } from "./layouts/own-export.js";
import { emptyParts, type InputRead, type InputSummary, type LaterInput, type SourceParts } from "./parts.js";
import { identify } from "./sources/dataset/identify.js";
import { linkImdbFilms } from "./sources/dataset/imdb-ids.js";
import { link100kFilms, linkLensFilms } from "./sources/dataset/movielens-films.js";
import { linkFacts, linkTitledFilms } from "./sources/links/facts.js";
import { FilmFinder } from "./sources/links/film-finder.js";
import { linkRatings } from "./sources/links/rated-films.js";
import { linkTitleCredits } from "./sources/links/title-credits.js";
import { StarterReader } from "./sources/starter/reader.js";

export interface ReadOptions {
  readonly report: BuildReport;
  readonly progress: Progress;
  readonly limits?: ReadLimits;
}

export interface ReadSources {
  readonly parts: SourceParts;
  /** The files that were read. */
  readonly files: readonly SourceFile[];
}

/**
 * Reads every file of `sources` (folders, or single files), in their order. What is wrong in a file is reported and
 * costs nothing else.
 * @throws OperatorError where a source does not exist or holds no file to read
 */
export async function readSources(sources: readonly string[], options: ReadOptions): Promise<ReadSources> {
  const { report, progress, limits = READ_LIMITS } = options;
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
  return reading.finish();
}

class Reading {
  readonly #report: BuildReport;
  readonly #limits: ReadLimits;
  readonly #context: ReadContext;
  readonly #starter: StarterReader;
  readonly #parts = emptyParts();
  readonly #files: SourceFile[] = [];
  /** Names of the files by the hashes of their bytes. */
  readonly #hashes = new Map<string, string>();
  readonly #later: { readonly file: string; readonly sha256: string; readonly input: LaterInput }[] = [];

  constructor(report: BuildReport, limits: ReadLimits) {
    this.#report = report;
    this.#limits = limits;
    this.#context = newContext(report);
    this.#starter = new StarterReader(this.#context);
  }

  async readFile(file: FoundFile): Promise<void> {
    const tell: TellOfFiles = (code, name) => this.#report.add(code, { file: name });
    const onBroken = (name: string, error: unknown): void => this.#refuse(name, error);
    for (const piece of file.pieces ?? [])
      this.#report.add("file-in-parts", { file: piece.name, detail: file.name });
    try {
      const sha256 = await sha256OfFile(file);
      const same = this.#hashes.get(sha256);
      if (same !== undefined) {
        this.#report.add("same-file", { file: file.name, detail: same });
        return;
      }
      this.#hashes.set(sha256, file.name);
      for await (const input of openInputs(file, this.#limits, tell, onBroken)) {
        const read = await this.#readInput(input);
        if (read === undefined) continue;
        if ("finish" in read) this.#later.push({ file: input.name, sha256, input: read });
        else this.#tellFile(input.name, sha256, read);
      }
    } catch (error) {
      this.#refuse(file.name, error);
    }
  }

  /** After the last file of the last source. */
  finish(): ReadSources {
    const parts = this.#parts;
    for (const { file, sha256, input } of this.#later) {
      const isRepeated = input.mayRepeat && this.#context.exports.has(dirname(file));
      if (isRepeated) this.#report.add("unused-layout", { file, detail: exportedFilms.name });
      else this.#tellFile(file, sha256, input.finish());
    }
    linkLensFilms(parts, this.#report);
    identify(parts, this.#context);
    this.#starter.finish(parts);
    linkImdbFilms(parts, this.#report);
    this.#linkByTitle();
    return { parts, files: this.#files };
  }

  /** What goes by titles, or by ids of which it is not told whose they are, once all films are known that have one. */
  #linkByTitle(): void {
    const parts = this.#parts;
    let made: FilmFinder | undefined;
    const finder = (): FilmFinder => {
      made ??= new FilmFinder(parts.films);
      return made;
    };
    link100kFilms(parts, finder, this.#report);
    linkTitledFilms(parts, finder, this.#report);
    linkFacts(parts, finder, this.#report);
    linkRatings(parts, finder, this.#report);
    linkTitleCredits(parts, this.#context);
  }

  #tellFile(file: string, sha256: string, summary: InputSummary): void {
    this.#report.addFile({ file, sha256, ...summary });
    this.#files.push({ file, kind: summary.kind, rows: summary.rows, sha256 });
  }

  /** Undefined where the input is none of ours or was refused, which is then reported. */
  async #readInput(input: SourceInput): Promise<InputRead | undefined> {
    try {
      if (input.form === "table")
        return await readTable({ ...input, file: input.name }, this.#context, this.#parts);
      return await readText(input, {
        limits: this.#limits,
        context: this.#context,
        parts: this.#parts,
        starter: this.#starter,
      });
    } catch (error) {
      this.#refuse(input.name, error);
      return undefined;
    }
  }

  #refuse(file: string, error: unknown): void {
    if (error instanceof InputRefused) this.#report.add(error.reason, { file, detail: error.detail });
    else if (error instanceof InputCut) this.#report.add(error.reason, { file });
    else if (isFileError(error)) this.#report.add("unreadable", { file, detail: error.code });
    else throw error;
  }
}

function isFileError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && "syscall" in error && typeof error.code === "string";
}
