/** Never less than there is: which index a start serves where the folder is not as it should be. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openEdition } from "../../../src/app/bot/edition.js";
import { starterBuild } from "../../../src/app/bot/starter.js";
import { formatManifest } from "../../../src/catalog/manifest.js";
import { CURRENT_FILE, type Manifest } from "../../../src/catalog/schema.js";
import { currentVersion } from "../../../src/catalog/versions/versions.js";
import { leasesOf } from "../../../src/refresh/run/lease.js";
import { OperatorError, type Words } from "../../../src/words.js";
import { flipByte } from "../../support/damaged-index.js";
import { starter, starterCopy } from "../../support/starter-index.js";
import { FEED_FILMS, feedOf, refreshed, writeFeed } from "../refresh/feed.js";

const folder = mkdtempSync(join(tmpdir(), "claqueta-first-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let told: string[] = [];
beforeEach(() => {
  told = [];
});
const tell = ({ es }: Words) => void told.push(es);
const unwanted = () => Promise.reject(new Error("nothing was to be built"));

/** What the main program does, with the index that an image brings along. */
function opened(dataDir: string, own = starter.root) {
  const build = starterBuild({ dataDir }, { tell, own });
  return openEdition(dataDir, { build, rebuild: build, tell });
}

function ofAnotherFormat(root: string): void {
  const path = join(root, starter.version, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  writeFileSync(path, formatManifest({ ...manifest, format: 1 }));
}

describe("a folder with good versions", () => {
  it("is served where nothing says which is in use", async () => {
    const root = starterCopy();
    rmSync(join(root, CURRENT_FILE));
    const { catalog } = await openEdition(root, { build: unwanted, rebuild: unwanted, tell });
    expect(catalog.folder).toBe(join(root, starter.version));
    expect(told).toEqual([
      `Falta ${join(root, "CURRENT")}, que dice qué versión se usa. Sirvo la más nueva que carga, ${starter.version}; «npm run index -- use ${starter.version}» la deja puesta`,
    ]);
    expect(existsSync(join(root, CURRENT_FILE))).toBe(false);
  });

  it("is served where that leads nowhere", async () => {
    const root = starterCopy();
    writeFileSync(join(root, CURRENT_FILE), "2020-01-01-0123456789ab\n");
    const { catalog } = await openEdition(root, { build: unwanted, rebuild: unwanted, tell });
    expect(catalog.folder).toBe(join(root, starter.version));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`Sirvo la versión ${starter.version}`);
  });
});

describe("a folder in which no version loads", () => {
  it.each([
    ["of another format", ofAnotherFormat, "formato 1, este programa lee el"],
    ["damaged", (root: string) => flipByte(join(root, starter.version, "films.arrow")), "no coincide"],
  ])("is told, and the starter's served, beside what is there: %s", async (_, damage, why) => {
    const root = starterCopy();
    damage(root);
    // What the image brings along is another build of the same films.
    const own = starterCopy();
    const { catalog } = await opened(root, own);
    expect(catalog.manifest.version).toBe(starter.version);
    expect(told[0]).toContain(why);
    expect(told[1]).toContain("el índice del catálogo inicial que trae el programa");
    // The next start finds it.
    expect((await openEdition(root)).catalog.manifest.version).toBe(starter.version);
  });

  it("is an error for a tool, which answers from what it is given", async () => {
    const root = starterCopy();
    ofAnotherFormat(root);
    await expect(openEdition(root, { build: unwanted })).rejects.toThrow(OperatorError);
  });
});

describe("the starter's index in place of another", () => {
  it("is served until the sources gave theirs, however few films they have", async () => {
    const root = starterCopy();
    ofAnotherFormat(root);
    await opened(root, starterCopy());
    const feed = join(folder, "feed");
    writeFeed(feed, feedOf());
    const env = { SOURCES: `folder:${feed}` };
    const report = await refreshed(root, env);
    expect(report).toMatchObject({ outcome: "published", films: FEED_FILMS.length, failures: [] });
    expect((await openEdition(root)).catalog.films.rowCount).toBe(FEED_FILMS.length);
    // From then on it is what the sources gave that others are held against.
    writeFeed(feed, feedOf(FEED_FILMS.slice(0, FEED_FILMS.length / 2)));
    expect(await refreshed(root, env)).toMatchObject({ outcome: "refused" });
  }, 120_000);
});

describe("an empty folder", () => {
  it("gets the index that the program brought along, and a folder that is none is named before it is made", async () => {
    const dataDir = join(folder, "volume");
    const { catalog } = await opened(dataDir);
    expect(catalog.folder).toBe(join(dataDir, starter.version));
    expect(currentVersion(dataDir)).toBe(starter.version);
    expect(told[0]).toBe(
      `No existe la carpeta ${dataDir} (DATA_DIR): la creo. Si esperabas encontrar datos ahí, revisa DATA_DIR`,
    );
    expect(readdirSync(dataDir).sort()).toEqual([starter.version, CURRENT_FILE].sort());
  });
});

// Nobody may make a folder there, root neither.
const FORBIDDEN = "/sys/claqueta";

describe.skipIf(process.platform !== "linux")(
  "a folder that cannot be written to (skipped but on Linux)",
  () => {
    it("is named, and what the program brought along is served from where it lies", async () => {
      const { catalog } = await opened(FORBIDDEN);
      expect(catalog.folder).toBe(join(starter.root, starter.version));
      expect(told.at(-1)).toMatch(
        /^No se puede escribir en \/sys\/claqueta \(\w+\): .*chown -R .*\. Sirvo el catálogo inicial/u,
      );
    });

    it("is named by who wants to refresh there", () => {
      expect(() => leasesOf(FORBIDDEN).take()).toThrow(OperatorError);
      expect(() => leasesOf(FORBIDDEN).take()).toThrow("/sys/claqueta cannot be written to");
    });
  },
);
