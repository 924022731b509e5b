/** A version that is being written stays whatever is cleared away beside it. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { VersionDraft } from "../../../index-build/write/version.js";
import { draftPath, prune } from "../../../src/catalog/versions/versions.js";
import { folderWith } from "../../support/source-files.js";

const HOURS_AGO = new Date(Date.now() - 5 * 3_600_000);

function age(path: string): void {
  utimesSync(path, HOURS_AGO, HOURS_AGO);
}

test("a build that takes hours keeps its draft", async () => {
  const root = folderWith();
  const draft = new VersionDraft(root);
  draft.add("films.arrow", Buffer.from("films"));
  const [name = ""] = readdirSync(root);
  age(join(root, name));
  prune(root, 1);
  draft.add("people.arrow", Buffer.from("people"));
  age(join(root, name));
  prune(root, 1);
  const { folder } = await draft.finish({ dataDate: "2020-01-01", counts: {}, sources: [] });
  expect(readdirSync(folder).sort()).toEqual(["films.arrow", "manifest.json", "people.arrow"]);
});

test("what a process left that is no more goes after an hour, and not before", () => {
  const root = folderWith();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  const ofNobody = join(root, `.left.${pid}.draft`);
  const fresh = join(root, `.fresh.${pid}.draft`);
  const unnamed = join(root, ".old.draft");
  const own = draftPath(root, "own");
  for (const folder of [ofNobody, fresh, unnamed, own]) mkdirSync(folder);
  for (const folder of [ofNobody, unnamed, own]) age(folder);
  prune(root, 1);
  expect([ofNobody, fresh, unnamed, own].map((folder) => existsSync(folder))).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
