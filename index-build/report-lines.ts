/** The report as people read it. */

import type { Language, Words } from "../src/words.js";
import { cleanText } from "./clean/texts/text.js";
import type { ReportEntry, ReportView, Severity } from "./report.js";
import { CODE_WORDS, KIND_WORDS, SEVERITY_WORDS } from "./report-words.js";
import type { LinkCounts } from "./write/platforms/platforms.js";

const FILES_WORDS: Words = { es: "Archivos leídos", en: "Files read" };
const ROWS_WORDS: Words = { es: "filas", en: "rows" };
const MORE_WORDS: Words = { es: "y más", en: "and more" };

/** Entries shown of each code; the written report has more. */
const ENTRIES_SHOWN = 3;

/** Plain lines, without anything from outside that a terminal would act on. */
export function printReport(report: ReportView, language: Language): string[] {
  const number = new Intl.NumberFormat(language, { useGrouping: "always" });
  const lines = [`${FILES_WORDS[language]}:`];
  for (const { file, kind, rows } of report.files()) {
    lines.push(
      `  ${cleanText(file)} · ${KIND_WORDS.get(kind)?.[language] ?? kind} · ${ROWS_WORDS[language]}: ${number.format(rows)}`,
    );
  }
  let severity: Severity | undefined;
  for (const { code, severity: of, count } of report.codes()) {
    if (of !== severity) lines.push(`${SEVERITY_WORDS[of][language]}:`);
    severity = of;
    const shown = report.entries(code).slice(0, ENTRIES_SHOWN);
    lines.push(`  ${number.format(count)} × ${CODE_WORDS[code][language]}`);
    for (const entry of shown) lines.push(`      ${printEntry(entry)}`);
    if (count > shown.length) lines.push(`      … ${MORE_WORDS[language]}`);
  }
  return lines;
}

/** How many movies of each platform were linked to a film; nothing where there are none. */
export function printLinks(links: Readonly<Record<string, LinkCounts>>, language: Language): string[] {
  const number = new Intl.NumberFormat(language, { useGrouping: "always" });
  const lines = Object.entries(links).flatMap(([platform, { linked, ambiguous, unlinked }]) => {
    if (linked + ambiguous + unlinked === 0) return [];
    const counts = [linked, ambiguous, unlinked].map((count) => number.format(count));
    const words: Words = {
      es: `${counts[0]} enlazadas, ${counts[1]} ambiguas, ${counts[2]} sin enlace`,
      en: `${counts[0]} linked, ${counts[1]} ambiguous, ${counts[2]} not linked`,
    };
    return [`  ${platform}: ${words[language]}`];
  });
  return lines.length === 0 ? [] : [LINKS_WORDS[language], ...lines];
}

const LINKS_WORDS: Words = {
  es: "Películas de las plataformas enlazadas con las del catálogo:",
  en: "Movies of the platforms linked to the catalogue's:",
};

/** "movies.csv:12 release_date: 1995-02-31" */
export function printEntry({ file, line, column, detail }: ReportEntry): string {
  const place = line === undefined ? cleanText(file) : `${cleanText(file)}:${line}`;
  const what = [column, detail]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => cleanText(part ?? ""));
  return what.length === 0 ? place : `${place} ${what.join(": ")}`;
}
