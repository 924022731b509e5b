/** An index that is read in threads while the program is loaded: the same tables, or nothing, and no word of it. */
import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openCatalog, openVersionInThreads } from "../../../src/catalog/open.js";
import { eachRow } from "../../../src/catalog/rows.js";
import { openAhead } from "../../../src/catalog/versions/newest.js";
import { flipByte } from "../../support/damaged-index.js";
import { starter, starterCopy } from "../../support/starter-index.js";

let root: string;
beforeEach(() => {
  root = starterCopy();
});

const file = (name: string) => join(root, starter.version, name);

describe("an index read in threads", () => {
  it("is the one that is read at once", async () => {
    const opened = await openAhead(root);
    const read = opened?.catalog;
    const same = openCatalog(root);
    expect(read?.manifest).toEqual(same.manifest);
    expect(read?.films.rowCount).toBe(same.films.rowCount);
    for (const row of eachRow(same.films)) {
      expect(read?.films.title.get(row)).toBe(same.films.title.get(row));
      expect(read?.films.overview.get(row)).toBe(same.films.overview.get(row));
    }
  });

  it.each([
    ["the largest", () => flipByte(file("films.arrow")), /films\.arrow.*SHA-256/u],
    ["one of many", () => flipByte(file("genres.arrow")), /genres\.arrow.*SHA-256/u],
    ["a short one", () => truncateSync(file("people.arrow"), 100), /people\.arrow.*100 bytes/u],
    ["a missing one", () => rmSync(file("months.arrow")), /months\.arrow.*(?:falta|missing)/u],
  ])("tells a damaged file by name: %s", async (_, damage, told) => {
    damage();
    await expect(openVersionInThreads(root, starter.version)).rejects.toThrow(told);
    expect(await openAhead(root)).toBeUndefined();
  });

  it("is nothing where there is none", async () => {
    rmSync(join(root, "CURRENT"));
    expect(await openAhead(root)).toBeUndefined();
  });
});
