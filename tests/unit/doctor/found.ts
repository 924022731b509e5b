/** Reading what was found, for the tests of the doctor. */
import type { Finding } from "../../../src/surface/finding.js";

const MARKS = { good: "✓", warning: "!", bad: "✗" } as const;

/** "✗ words → advice", a line a finding, in Spanish unless said. */
export function linesOf(findings: readonly Finding[], language: "es" | "en" = "es"): readonly string[] {
  return findings.map(({ verdict, words, advice }) =>
    [`${MARKS[verdict]} ${words[language]}`, ...(advice ? [advice[language]] : [])].join(" → "),
  );
}
