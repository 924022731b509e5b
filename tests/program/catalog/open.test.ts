/** A damaged index is refused whole, with one line that names the file and says what to do. */
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { formatManifest } from "../../../src/catalog/manifest.js";
import { openCatalog } from "../../../src/catalog/open.js";
import { CURRENT_FILE, type Manifest } from "../../../src/catalog/schema.js";
import { hasIndex } from "../../../src/catalog/versions/versions.js";
import { OperatorError } from "../../../src/words.js";
import { flipByte, replaceTable } from "../../support/damaged-index.js";
import { starter, starterCopy } from "../../support/starter-index.js";

let root: string;

beforeEach(() => {
  root = starterCopy();
});

function file(name: string): string {
  return join(root, starter.version, name);
}

function refusal(): OperatorError {
  try {
    openCatalog(root);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return error as OperatorError;
  }
  throw new Error("it was opened");
}

describe("openCatalog", () => {
  it("opens what was built", () => {
    const catalog = openCatalog(root);
    expect(catalog.manifest.version).toBe(starter.version);
    expect(catalog.films.rowCount).toBeGreaterThanOrEqual(120);
  });

  it("takes the time of building from the report", () => {
    const builtAt = "2026-01-02T03:04:05.000Z";
    writeFileSync(join(root, `${starter.version}.report.json`), JSON.stringify({ builtAt }));
    expect(openCatalog(root).builtAt).toBe(builtAt);
    writeFileSync(join(root, `${starter.version}.report.json`), "{ torn");
    expect(openCatalog(root).builtAt).toBeUndefined();
    rmSync(join(root, `${starter.version}.report.json`));
    expect(openCatalog(root).builtAt).toBeUndefined();
  });

  it("says that there is no index", () => {
    rmSync(join(root, CURRENT_FILE));
    expect(hasIndex(root)).toBe(false);
    expect(refusal().words.es).toMatch(/^No hay índice en .* npm run index-build/);
  });

  const damages: [name: string, damage: () => void, told: RegExp][] = [
    ["a changed byte", () => flipByte(file("films.arrow")), /films\.arrow: su suma SHA-256 no coincide/],
    [
      "a truncated file",
      () => truncateSync(file("people.arrow"), 100),
      /people\.arrow: tiene 100 bytes, se esperaban \d+/,
    ],
    ["a missing file", () => rmSync(file("people.arrow")), /people\.arrow: falta/],
    [
      "a missing version",
      () => rmSync(join(root, starter.version), { recursive: true }),
      /manifest\.json: no existe/,
    ],
    ["a torn manifest", () => truncateSync(file("manifest.json"), 40), /manifest\.json: no es un manifiesto/],
    [
      "a changed manifest",
      () => rewrite((manifest) => ({ ...manifest, dataDate: "2030-01-01" })),
      /manifest\.json: fue modificado/,
    ],
    [
      "an unknown format",
      () => rewrite((manifest) => ({ ...manifest, format: 999 })),
      /formato 999, este programa lee el \d+/,
    ],
    [
      "a pointer that leads elsewhere",
      () => writeFileSync(join(root, CURRENT_FILE), "../elsewhere\n"),
      /CURRENT: no nombra una versión/,
    ],
    ["an empty pointer", () => writeFileSync(join(root, CURRENT_FILE), ""), /CURRENT: no nombra una versión/],
    [
      "a table of another shape",
      () => replaceTable(root, "films.arrow", "people.arrow"),
      /films\.arrow: no tiene la forma esperada \(column .* is missing\)/,
    ],
  ];

  it.each(damages)("refuses %s in one line", (_, damage, told) => {
    damage();
    const { words } = refusal();
    expect(words.es).toMatch(told);
    expect(words.es).toContain(root);
    expect(words.es.split("\n")).toHaveLength(1);
    expect(words.en.split("\n")).toHaveLength(1);
  });
});

function rewrite(change: (manifest: Manifest) => Manifest): void {
  const manifest = JSON.parse(readFileSync(file("manifest.json"), "utf8")) as Manifest;
  writeFileSync(file("manifest.json"), formatManifest(change(manifest)));
}
