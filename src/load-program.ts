/**
 * What a program is loaded from: the file that `scripts/bundle.mjs` made of its modules, else the modules. To find, open
 * and read hundreds of them one by one takes longer than all else that a start does. A leaf.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Beside the compiled modules; beside the sources there is none. */
const COMPILED = join(import.meta.dirname, "..");

/**
 * @param name of the file
 * @param modules loads the program as it is compiled
 */
export async function loadProgram<Program>(name: string, modules: () => Promise<Program>): Promise<Program> {
  const bundle = join(COMPILED, "bundle", `${name}.js`);
  return isOfThisBuild(bundle) ? import(pathToFileURL(bundle).href) : modules();
}

/** Whether nothing was compiled since: the compiler renews its notes whenever it writes a module. */
function isOfThisBuild(bundle: string): boolean {
  const made = writtenAt(bundle);
  return made !== undefined && made >= (writtenAt(join(COMPILED, ".tsbuildinfo")) ?? 0);
}

function writtenAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
