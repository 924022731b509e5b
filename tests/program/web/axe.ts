/** What axe-core finds on a page. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What is serious or worse, in words. */
export async function issues(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`);
  const { violations, passes } = (await page.evaluate("axe.run()")) as axe.AxeResults;
  // A checker that finds nothing to check finds nothing wrong.
  expect(passes.length).toBeGreaterThan(15);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
