/** Tests of rules: what is legal passes all of them, and every one has a body it refuses. */
import { describe, expect, it } from "vitest";
import { problemsOf, type Rule } from "../../../../../standins/discord/rules/rule.js";

/** A body that a rule refuses: the rule's name, what is refused, and one problem it must report, "path CODE". */
type Case<Subject> = readonly [rule: string, subject: Subject, problem: string];

export function describeRules<Subject>(
  title: string,
  rules: readonly Rule<Subject>[],
  legal: Readonly<Record<string, Subject>>,
  cases: readonly Case<Subject>[],
): void {
  const problems = (some: readonly Rule<Subject>[], subject: Subject) =>
    problemsOf(some, subject).map(({ path, code }) => `${path.join(".")} ${code}`);

  describe(title, () => {
    it.each(Object.entries(legal))("passes: %s", (_, subject) => {
      expect(problems(rules, subject)).toEqual([]);
    });

    it.each(cases)("refuses: %s (%#)", (name, subject, problem) => {
      const rule = rules.filter((one) => one.name === name);
      expect(rule).toHaveLength(1);
      expect(problems(rule, subject)).toContain(problem);
    });

    it("has a body that each rule refuses", () => {
      const tested = new Set(cases.map(([name]) => name));
      expect(rules.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
    });
  });
}

export const long = (length: number): string => "x".repeat(length);

export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
