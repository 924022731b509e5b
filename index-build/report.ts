/** What a build tells of its sources: which files were read, and everything in them that was not as it should be. */
import { cleanText, cutText } from "./clean/texts/text.js";
import type { SourceFile } from "./records.js";

export type Severity = "repaired" | "merged" | "refused" | "left-alone" | "warning";

/** What can be told, and what became of it. */
const SEVERITIES = {
  // Put right.
  "shifted-row": "repaired",
  "short-row": "repaired",
  "title-from-original": "repaired",
  "windows-1252": "repaired",
  "other-encoding": "repaired",
  mojibake: "repaired",
  "repeated-header": "repaired",
  "duration-as-maturity": "repaired",
  "small-letters": "repaired",
  "crew-as-directors": "repaired",
  scaled: "repaired",
  "ratings-by-tmdb-id": "repaired",
  // Told more than once.
  "duplicate-film": "merged",
  "duplicate-credits": "merged",
  "duplicate-keywords": "merged",
  "duplicate-platform-title": "merged",
  "joined-rows": "merged",
  "same-films": "merged",
  "ratings-in-parts": "merged",
  "file-in-parts": "merged",
  // A row, entry or file that is not used.
  "bad-id": "refused",
  "no-title": "refused",
  "shifted-row-alone": "refused",
  "wrong-field-count": "refused",
  "unterminated-quote": "refused",
  "cell-too-large": "refused",
  "too-many-rows": "refused",
  "bad-title-type": "refused",
  "bad-rating": "refused",
  "bad-film": "refused",
  "bad-streaming-title": "refused",
  "bad-json": "refused",
  "bad-line": "refused",
  "missing-column": "refused",
  "expands-too-far": "refused",
  "too-large": "refused",
  encrypted: "refused",
  "unknown-compression": "refused",
  "bad-archive": "refused",
  "packed-too-deep": "refused",
  "foreign-format": "refused",
  "web-page": "refused",
  "lfs-pointer": "refused",
  "not-text": "refused",
  "damaged-file": "refused",
  "no-header": "refused",
  unreadable: "refused",
  // Not ours to read.
  "other-file": "left-alone",
  "outside-link": "left-alone",
  "too-deep": "left-alone",
  "too-many-files": "left-alone",
  "empty-file": "left-alone",
  "unknown-header": "left-alone",
  "imdb-file": "left-alone",
  "unused-layout": "left-alone",
  "same-file": "left-alone",
  "other-edition": "left-alone",
  "movielens-without-link": "left-alone",
  "imdb-without-link": "left-alone",
  "title-without-film": "left-alone",
  "facts-without-film": "left-alone",
  "credits-without-title": "left-alone",
  "own-list": "left-alone",
  "series-row": "left-alone",
  "crew-without-jobs": "left-alone",
  "unknown-json": "left-alone",
  "unknown-platform": "left-alone",
  "smaller-ratings": "left-alone",
  "starter-streaming-unused": "left-alone",
  "ratings-without-film": "left-alone",
  "credits-without-film": "left-alone",
  "keywords-without-film": "left-alone",
  "withdrawn-film": "left-alone",
  "unknown-theme-keyword": "left-alone",
  // Used, though something in it is unknown or missing.
  "of-other-films": "warning",
  "archive-cut": "warning",
  truncated: "warning",
  corrupt: "warning",
  "stray-quotes": "warning",
  "not-utf8": "warning",
  "late-column": "warning",
  "cut-cell": "warning",
  "left-out": "warning",
  "list-left-out": "warning",
  "bad-nested-cell": "warning",
  "lost-list-item": "warning",
  "bad-number": "warning",
  "bad-flag": "warning",
  "bad-date": "warning",
  "doubtful-date": "warning",
  "bad-duration": "warning",
  "theme-name-shared": "warning",
} as const satisfies Record<string, Severity>;

export type ReportCode = keyof typeof SEVERITIES;

export const REPORT_CODES = Object.keys(SEVERITIES) as ReportCode[];

export interface ReportPlace {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** Name of the column. */
  readonly column?: string;
  /** Figures, ids or a piece of the text that was met. */
  readonly detail?: string;
}

export interface ReportEntry extends ReportPlace {
  readonly severity: Severity;
  readonly code: ReportCode;
}

export interface FileSummary extends SourceFile {
  /** Rows that gave a record, or were joined with one that did. */
  readonly kept: number;
}

export interface CodeCount {
  readonly code: ReportCode;
  readonly severity: Severity;
  readonly count: number;
}

/** What can be asked of a report, of this build or of one before. */
export interface ReportView {
  files(): readonly FileSummary[];
  /** Codes that occurred, in the order of their severities. */
  codes(): readonly CodeCount[];
  /** The first entries of each code, in the order in which they were met. */
  entries(code?: ReportCode): readonly ReportEntry[];
}

/** Entries of one code that are kept in full; beyond, they are only counted, so that a report stays readable. */
const ENTRIES_KEPT = 20;
/** Characters of a piece of text from outside. */
const DETAIL_CHARS = 120;

export class BuildReport implements ReportView {
  readonly #counts = new Map<ReportCode, number>();
  readonly #kept: ReportEntry[] = [];
  readonly #summaries: FileSummary[] = [];
  readonly #entriesKept: number;

  constructor(entriesKept = ENTRIES_KEPT) {
    this.#entriesKept = entriesKept;
  }

  add(code: ReportCode, place: ReportPlace): void {
    const count = this.count(code) + 1;
    this.#counts.set(code, count);
    if (count > this.#entriesKept) return;
    const { file, line, column } = place;
    const detail = place.detail === undefined ? undefined : shortened(place.detail);
    this.#kept.push({ severity: SEVERITIES[code], code, file, line, column, detail });
  }

  addFile(summary: FileSummary): void {
    this.#summaries.push(summary);
  }

  count(code: ReportCode): number {
    return this.#counts.get(code) ?? 0;
  }

  /** Codes that occurred, in the order of their severities. */
  codes(): CodeCount[] {
    return REPORT_CODES.filter((code) => this.count(code) > 0).map((code) => ({
      code,
      severity: SEVERITIES[code],
      count: this.count(code),
    }));
  }

  /** The first entries of each code, in the order in which they were met. */
  entries(code?: ReportCode): ReportEntry[] {
    return code === undefined ? [...this.#kept] : this.#kept.filter((entry) => entry.code === code);
  }

  files(): readonly FileSummary[] {
    return this.#summaries;
  }

  toJSON(): { files: readonly FileSummary[]; counts: CodeCount[]; entries: ReportEntry[] } {
    return { files: this.files(), counts: this.codes(), entries: this.entries() };
  }
}

function shortened(text: string): string {
  const start = cleanText(text.slice(0, DETAIL_CHARS * 2));
  const cut = cutText(start, DETAIL_CHARS);
  return cut === start ? start : `${cut}…`;
}
