/** What the report beside a version comes to in short. */
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildFacts, reportFile } from "../../../src/catalog/versions/build-told.js";
import { folderWith } from "../../support/source-files.js";

const VERSION = "2020-01-01-0123456789ab";

function factsOf(report: string): ReturnType<typeof buildFacts> {
  const root = folderWith();
  writeFileSync(reportFile(root, VERSION), report);
  return buildFacts(root, VERSION);
}

test("sums by what became of it, without what is in our own tables", () => {
  const counts = [
    { code: "scaled", severity: "repaired", count: 1 },
    { code: "short-row", severity: "repaired", count: 2 },
    { code: "bad-id", severity: "refused", count: 4 },
    { code: "bad-number", severity: "warning", count: 5 },
    { code: "theme-name-shared", severity: "warning", count: 45 },
    { code: "other-file", severity: "left-alone", count: 9 },
  ];
  expect(factsOf(JSON.stringify({ builtAt: "2020-01-02T03:04:05Z", report: { counts } }))).toEqual({
    builtAt: "2020-01-02T03:04:05Z",
    told: { repaired: 3, merged: 0, refused: 4, doubtful: 5 },
  });
});

test("what is not there or cannot be read is unknown", () => {
  expect(factsOf("{")).toEqual({ builtAt: undefined, told: undefined });
  expect(factsOf('{"builtAt":"2020"}')).toEqual({ builtAt: "2020", told: undefined });
  expect(buildFacts(folderWith(), VERSION)).toEqual({ builtAt: undefined, told: undefined });
});
