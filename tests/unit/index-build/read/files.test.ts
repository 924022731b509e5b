import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findSourceFiles } from "../../../../index-build/read/files/find.js";
import { READ_LIMITS, type ReadLimits } from "../../../../index-build/read/files/limits.js";
import { OperatorError } from "../../../../src/words.js";
import { folderWith } from "../../../support/source-files.js";

async function find(
  source: string,
  limits: Partial<ReadLimits> = {},
): Promise<{ names: string[]; left: string[] }> {
  const left: string[] = [];
  const found = await findSourceFiles(source, { ...READ_LIMITS, ...limits }, (name, reason) => {
    left.push(`${reason} ${name}`);
  });
  return { names: found.map(({ name }) => name), left };
}

describe("findSourceFiles", () => {
  test("sorted by name, in folders below too; hidden files are skipped, others told", async () => {
    const folder = folderWith({
      "b.CSV": "",
      "a/z.csv.gz": "",
      "a/y.zip": "",
      "c.json": "",
      "a/data": "",
      ".hidden.csv": "",
      "README.md": "",
    });
    expect(await find(folder)).toEqual({
      names: ["a/data", "a/y.zip", "a/z.csv.gz", "b.CSV", "c.json"],
      left: ["other-file README.md"],
    });
  });

  test("a file is a source by itself", async () => {
    expect((await find(join(folderWith({ "a.zip": "" }), "a.zip"))).names).toEqual(["a.zip"]);
  });

  test("links are not followed; one that leads out is told", async () => {
    const folder = folderWith({ "a.csv": "" });
    symlinkSync(folderWith({ "secret.csv": "" }), join(folder, "out"));
    symlinkSync(join(folder, "a.csv"), join(folder, "in.csv"));
    symlinkSync(folder, join(folder, "loop"));
    expect(await find(folder)).toEqual({ names: ["a.csv"], left: ["outside-link out"] });
  });

  test("caps on depth and number", async () => {
    const folder = folderWith({ "a.csv": "", "b/b.csv": "", "b/c/c.csv": "" });
    expect(await find(folder, { folderDepth: 1 })).toEqual({
      names: ["a.csv", "b/b.csv"],
      left: ["too-deep b/c"],
    });
    expect((await find(folder, { files: 1 })).left).toHaveLength(2);
  });

  test("a source that does not exist, or holds nothing, is told by name", async () => {
    await expect(find("/does/not/exist")).rejects.toThrow(OperatorError);
    await expect(find("/does/not/exist")).rejects.toThrow('There is no source "/does/not/exist"');
    const folder = folderWith({ "README.md": "" });
    await expect(find(folder)).rejects.toThrow(`source "${folder}": expected tables (CSV`);
  });
});
