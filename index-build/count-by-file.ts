/** What a report tells once a file, with how often: rows of which there may be as many as films. */
import type { BuildReport, ReportCode } from "./report.js";

export class CountByFile {
  readonly #counts = new Map<string, number>();
  readonly #code: ReportCode;
  readonly #report: BuildReport;

  constructor(code: ReportCode, report: BuildReport) {
    this.#code = code;
    this.#report = report;
  }

  count(file: string): void {
    this.#counts.set(file, (this.#counts.get(file) ?? 0) + 1);
  }

  tell(): void {
    for (const [file, count] of this.#counts) this.#report.add(this.#code, { file, detail: String(count) });
  }
}
