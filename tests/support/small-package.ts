/**
 * The program as it is installed, with a starter catalogue of a few films: what it does where there is no index yet is the
 * same, and done in a third of the time.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { afterEachFile } from "./clean-up.js";

/** Enough for every check of a build. */
const YEARS = "films-1960s.json";

const packages: string[] = [];

afterEachFile(() => {
  for (const folder of packages.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** @returns its folder, which goes after the file's tests */
export function smallPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-package-"));
  packages.push(folder);
  const inPackage = (...path: string[]) => join(PACKAGE_ROOT, ...path);
  // A linked program would take itself for the package that it was linked from.
  for (const name of ["dist", "package.json"])
    cpSync(inPackage(name), join(folder, name), { recursive: true });
  for (const name of ["node_modules", "src"]) symlinkSync(inPackage(name), join(folder, name));
  const data = join(folder, "data");
  mkdirSync(join(data, "starter"), { recursive: true });
  for (const entry of readdirSync(inPackage("data"), { withFileTypes: true }))
    if (entry.isFile()) symlinkSync(inPackage("data", entry.name), join(data, entry.name));
  cpSync(inPackage("data/starter", YEARS), join(data, "starter", YEARS));
  return folder;
}
