/** Versions on disk: the same input gives the same bytes, and nothing that is being read is touched. */
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { VersionDraft, type VersionFacts, type WrittenVersion } from "../../../index-build/write/version.js";
import { openCatalog } from "../../../src/catalog/open.js";
import { CURRENT_FILE } from "../../../src/catalog/schema.js";
import { STARTER } from "../../support/build-index.js";
import { indexOf, starter } from "../../support/starter-index.js";

describe("a build of the starter catalogue", () => {
  const first = indexOf([STARTER]);

  // The other was built by the program, in a process of its own and with as many threads as there are cores.
  it("gives the same bytes, and so the same version, for the same input", () => {
    expect(starter.version).toBe(first.version);
    expect(hashes(join(starter.root, starter.version))).toEqual(hashes(join(first.root, first.version)));
  });

  it("names the version after the data's date and its contents", () => {
    const { manifest } = openCatalog(first.root);
    expect(first.version).toMatch(new RegExp(`^${manifest.dataDate}-[0-9a-f]{12}$`));
  });

  it("leaves nothing but the version and the pointer", () => {
    expect(readdirSync(first.root).sort()).toEqual([first.version, CURRENT_FILE].sort());
  });
});

describe("a version", () => {
  const contents = (text: string) => ({
    dataDate: "2026-01-01",
    counts: { films: 1 },
    sources: [],
    files: new Map([["films.arrow", Buffer.from(text)]]),
  });

  async function writeVersion(
    root: string,
    { files, ...facts }: VersionFacts & { files: ReadonlyMap<string, Uint8Array> },
    options: { point?: boolean } = {},
  ): Promise<WrittenVersion> {
    const draft = new VersionDraft(root);
    try {
      for (const [name, bytes] of files) draft.add(name, bytes);
      return await draft.finish(facts, options);
    } finally {
      draft.discard();
    }
  }

  function withRoot(test: (root: string) => Promise<void>): () => Promise<void> {
    return async () => {
      const root = mkdtempSync(join(tmpdir(), "claqueta-version-"));
      await test(root).finally(() => rmSync(root, { recursive: true, force: true }));
    };
  }

  const current = (root: string) => readFileSync(join(root, CURRENT_FILE), "utf8").trim();

  it(
    "puts a new version beside the old one and points to it",
    withRoot(async (root) => {
      const old = await writeVersion(root, contents("old"));
      const next = await writeVersion(root, contents("new"));
      expect(next.version).not.toBe(old.version);
      expect(current(root)).toBe(next.version);
      expect(readFileSync(join(old.folder, "films.arrow"), "utf8")).toBe("old");
    }),
  );

  it(
    "does not touch a version that stands there already",
    withRoot(async (root) => {
      const { folder } = await writeVersion(root, contents("same"));
      const before = statSync(folder).ino;
      await writeVersion(root, contents("same"));
      expect(statSync(folder).ino).toBe(before);
    }),
  );

  it(
    "gives the contents of a damaged version a name of their own",
    withRoot(async (root) => {
      const { folder, version } = await writeVersion(root, contents("whole"));
      truncateSync(join(folder, "films.arrow"), 1);
      const again = await writeVersion(root, contents("whole"));
      expect(again.version).toBe(`${version}.2`);
      expect(current(root)).toBe(again.version);
      expect(readFileSync(join(again.folder, "films.arrow"), "utf8")).toBe("whole");
      expect(readFileSync(join(folder, "films.arrow"), "utf8")).toBe("w");
      expect((await writeVersion(root, contents("whole"))).version).toBe(again.version);
    }),
  );

  it(
    "leaves the version in use to others where it is told to",
    withRoot(async (root) => {
      const { version } = await writeVersion(root, contents("old"));
      await writeVersion(root, contents("new"), { point: false });
      expect(current(root)).toBe(version);
    }),
  );

  it(
    "keeps serving the old version where a new one cannot be written",
    withRoot(async (root) => {
      const { version } = await writeVersion(root, contents("good"));
      const bad = { ...contents("bad"), files: new Map([["no/such/folder.arrow", Buffer.from("bad")]]) };
      await expect(writeVersion(root, bad)).rejects.toThrow("ENOENT");
      expect(current(root)).toBe(version);
      expect(readdirSync(root).filter((name) => name.includes("draft"))).toEqual([]);
    }),
  );

  it(
    "gives up where the root is a file",
    withRoot(async (root) => {
      mkdirSync(join(root, "below"));
      writeFileSync(join(root, "below", "file"), "");
      await expect(writeVersion(join(root, "below", "file"), contents("x"))).rejects.toThrow();
    }),
  );
});

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]),
  );
}
