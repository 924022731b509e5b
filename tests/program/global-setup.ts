/**
 * Once before all tests: the program is compiled, since some start it, and the starter catalogue's index is built, since
 * most ask it.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { buildIndex, STARTER, STARTER_INDEX } from "../support/starter-index.js";

const ROOT = join(import.meta.dirname, "../..");

export default async function setup(): Promise<() => Promise<void>> {
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: ROOT, stdio: "inherit" });
  const built = await buildIndex([STARTER]);
  process.env[STARTER_INDEX] = built.root;
  return () => built.remove();
}
