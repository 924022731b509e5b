/** Versions on disk, the pointer between them, and what a start makes of what it finds. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadVersion, openCatalog } from "../../../src/catalog/open.js";
import { CURRENT_FILE } from "../../../src/catalog/schema.js";
import { openNewest } from "../../../src/catalog/versions/newest.js";
import {
  currentVersion,
  isVersionName,
  pointTo,
  prune,
  storedVersions,
} from "../../../src/catalog/versions/versions.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { readArguments, runIndex } from "../../../src/cli/index.js";
import { OperatorError } from "../../../src/words.js";
import { starter } from "../../support/starter-index.js";

const roots: string[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** Name of the copy at such a place. */
const nameOf = (at: number) => (at === 0 ? starter.version : `${starter.version}.${at + 1}`);

/** A root with copies of the starter's version, oldest first; the last is in use. */
function rootWith(copies: number): { root: string; names: string[] } {
  const root = mkdtempSync(join(tmpdir(), "claqueta-versions-"));
  roots.push(root);
  const names = Array.from({ length: copies }, (_, at) => nameOf(at));
  for (const [at, name] of names.entries()) {
    cpSync(join(starter.root, starter.version), join(root, name), { recursive: true });
    writeFileSync(
      join(root, `${name}.report.json`),
      JSON.stringify({ builtAt: new Date(at * 1e9).toISOString() }),
    );
  }
  pointTo(root, names.at(-1) ?? "");
  return { root, names };
}

function damage(root: string, name: string): void {
  truncateSync(join(root, name, "films.arrow"), 10);
}

describe("versions in a root", () => {
  it("are listed newest first, and nothing else is", () => {
    const { root, names } = rootWith(3);
    mkdirSync(join(root, ".draft"));
    mkdirSync(join(root, "notes"));
    expect(storedVersions(root).map(({ name }) => name)).toEqual(names.toReversed());
    expect(storedVersions(join(root, "none"))).toEqual([]);
  });

  it.each(["../elsewhere", "", ".hidden", "a/b", "a\nb", "x.y"])("are never called %j", (name) => {
    expect(isVersionName(name)).toBe(false);
  });

  it("change by one rename, and not at all where the guard says no", () => {
    const { root } = rootWith(2);
    const guard = () => {
      throw new Error("somebody else");
    };
    expect(() => pointTo(root, nameOf(0), guard)).toThrow("somebody else");
    expect(currentVersion(root)).toBe(nameOf(1));
    expect(() => pointTo(root, "2000-01-01-000000000000")).toThrow("there is no version");
    pointTo(root, nameOf(0));
    expect(readFileSync(join(root, CURRENT_FILE), "utf8")).toBe(`${nameOf(0)}\n`);
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("are pruned but for the one in use and the newest others", () => {
    const { root } = rootWith(5);
    pointTo(root, nameOf(0));
    expect(prune(root, 3)).toEqual([nameOf(2), nameOf(1)]);
    expect(storedVersions(root).map(({ name }) => name)).toEqual([nameOf(4), nameOf(3), nameOf(0)]);
    expect(openCatalog(root).films.rowCount).toBeGreaterThan(0);
    expect(readdirSync(root).some((name) => name.startsWith(nameOf(1)) && name.endsWith("report.json"))).toBe(
      false,
    );
  });

  it("leave no drafts of killed builds behind, but those that may still be written", () => {
    const { root } = rootWith(1);
    for (const name of [".old.99999999.draft", ".old.removed", ".new.2.draft"]) mkdirSync(join(root, name));
    const hoursAgo = new Date(Date.now() - 7_200_000);
    utimesSync(join(root, ".old.99999999.draft"), hoursAgo, hoursAgo);
    utimesSync(join(root, ".old.removed"), hoursAgo, hoursAgo);
    prune(root, 3);
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([".new.2.draft"]);
  });

  it("load piece by piece as they do at once, and are refused alike", async () => {
    const { root } = rootWith(1);
    const [whole, pieces] = [openCatalog(root), await loadVersion(root, nameOf(0))];
    expect(pieces.manifest).toEqual(whole.manifest);
    expect([...pieces.films.id]).toEqual([...whole.films.id]);
    expect(pieces.builtAt).toBe(whole.builtAt);
    damage(root, nameOf(0));
    await expect(loadVersion(root, nameOf(0))).rejects.toThrow("films.arrow: it has 10 bytes");
  });
});

describe("a start", () => {
  it("serves the newest version that loads where the one in use does not, and says so", () => {
    const { root } = rootWith(4);
    damage(root, nameOf(3));
    damage(root, nameOf(2));
    const { catalog, fault } = openNewest(root);
    expect(catalog.folder).toBe(join(root, nameOf(1)));
    expect(fault?.words.es).toContain("films.arrow");
    expect(fault?.words.es).toContain(`Sirvo la versión ${nameOf(1)}`);
  });

  it("serves the version in use where it loads, whatever is newer", () => {
    const { root } = rootWith(3);
    pointTo(root, nameOf(0));
    expect(openNewest(root)).toMatchObject({ catalog: { folder: join(root, nameOf(0)) } });
    expect(openNewest(root).fault).toBeUndefined();
  });

  it("finds a version where the pointer is torn or gone", () => {
    const { root } = rootWith(2);
    writeFileSync(join(root, CURRENT_FILE), "");
    expect(openNewest(root).catalog.folder).toBe(join(root, nameOf(1)));
    rmSync(join(root, CURRENT_FILE));
    expect(openNewest(root).catalog.folder).toBe(join(root, nameOf(1)));
  });

  it("tells what is wrong with the version in use where none loads", () => {
    const { root, names } = rootWith(2);
    for (const name of names) damage(root, name);
    expect(() => openNewest(root)).toThrow(nameOf(1));
    expect(() => openNewest(join(root, "none"))).toThrow(OperatorError);
  });
});

describe("npm run index", () => {
  function said(root: string, ...args: string[]): string[] {
    const asked = readArguments(args);
    if (!asked) throw new Error("no usage");
    const lines: string[] = [];
    runIndex(asked, root, SPANISH, (line) => lines.push(line));
    return lines;
  }

  it("lists what there is and marks what is in use", () => {
    const { root } = rootWith(2);
    damage(root, nameOf(0));
    const [newest, oldest] = said(root, "list");
    expect(newest).toMatch(/^\* .*\.2 · 1970-01-12 13:46 UTC · \d.* películas, datos del /u);
    expect(oldest).toContain("no carga");
    expect(said(mkdtempSync(join(tmpdir(), "claqueta-none-")), "list")[0]).toContain("No hay versiones");
  });

  it("puts a version in use, unless it does not load or is none", () => {
    const { root } = rootWith(3);
    expect(said(root, "use", nameOf(0))).toEqual([`En uso: ${nameOf(0)}`]);
    expect(currentVersion(root)).toBe(nameOf(0));
    damage(root, nameOf(1));
    expect(() => said(root, "use", nameOf(1))).toThrow(OperatorError);
    expect(() => said(root, "use", "../x")).toThrow("There is no version");
    expect(currentVersion(root)).toBe(nameOf(0));
  });

  it("prunes", () => {
    const { root } = rootWith(5);
    expect(said(root, "prune")).toEqual([`Borrada: ${nameOf(1)}`, `Borrada: ${nameOf(0)}`]);
    expect(said(root, "prune", "--keep", "1")).toHaveLength(2);
    expect(said(root, "prune")).toEqual(["Nada que borrar."]);
  });

  it.each([[], ["use"], ["list", "x"], ["prune", "--keep", "0"], ["drop"], ["list", "--all"]])(
    "has no usage %j",
    (...args: string[]) => {
      expect(readArguments(args)).toBeUndefined();
    },
  );
});
