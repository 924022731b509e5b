/** Titles that nobody gave a film are not answered: words thrown together, and mere letters. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Services } from "../../src/chat/context.js";
import { type BuiltIndex, buildIndex, STARTER, servicesOf } from "../support/starter-index.js";

const DATASET = join(import.meta.dirname, "../../../shared/data/movies_dataset.csv.gz");
const TITLES = readFileSync(join(import.meta.dirname, "made-up-titles.txt"), "utf8")
  .trimEnd()
  .split("\n");
/** "roow" and "envi" are as good as titles. */
const MOST_ANSWERED = 2;

function answered({ find }: Services): string[] {
  return TITLES.filter((title) => find.film(title).kind === "found");
}

describe("titles nobody made", () => {
  it("are two hundred, each once", () => {
    expect(new Set(TITLES).size).toBe(200);
  });

  const absent = !existsSync(DATASET);
  const sizes = [
    { size: "the starter catalogue", sources: [STARTER], skip: false },
    {
      size: `full size${absent ? " (skipped: ../shared/data is not here)" : ""}`,
      sources: [DATASET, STARTER],
      skip: absent,
    },
  ];
  describe.each(sizes)("at $size", ({ sources, skip }) => {
    let built: BuiltIndex | undefined;
    beforeAll(async () => {
      if (!skip) built = await buildIndex(sources);
    }, 180_000);
    afterAll(() => built?.remove());

    it.skipIf(skip)("are not taken for another", () => {
      const services = servicesOf((built as BuiltIndex).root);
      expect(answered(services).length, answered(services).join("; ")).toBeLessThanOrEqual(MOST_ANSWERED);
    });
  });
});
