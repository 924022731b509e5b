/** The checks that stop a build, in the order in which their problems are told. */
import { OperatorError } from "../../src/words.js";
import type { SourceCatalog } from "../records.js";
import type { BuildReport } from "../report.js";
import type { Check, CheckOptions } from "./check.js";
import { duplicateIds } from "./duplicate-ids.js";
import { mostRowsRefused } from "./most-rows-refused.js";
import { nothingDated } from "./nothing-dated.js";
import { tooFewFilms } from "./too-few-films.js";

export const CHECKS: readonly Check[] = [mostRowsRefused, tooFewFilms, duplicateIds, nothingDated];

/**
 * @throws OperatorError with all that is wrong, where a check fails
 */
export function runChecks(catalog: SourceCatalog, report: BuildReport, options: CheckOptions): void {
  const problems = CHECKS.flatMap((check) => check(catalog, report, options) ?? []);
  if (problems.length === 0) return;
  throw new OperatorError({
    es: problems.map(({ es }) => es).join(" "),
    en: problems.map(({ en }) => en).join(" "),
  });
}
