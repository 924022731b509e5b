/** What a check is: a named reason not to publish an index. */
import type { Words } from "../../src/words.js";
import type { SourceCatalog } from "../records.js";
import type { BuildReport } from "../report.js";

export interface CheckOptions {
  /** Fewest films with which an index is published. */
  readonly minFilms: number;
}

/** The problem in one sentence, or undefined where there is none. */
export type Check = (catalog: SourceCatalog, report: BuildReport, options: CheckOptions) => Words | undefined;
