/**
 * What a program is loaded from: the file that `scripts/bundle.mjs` made of its modules, else the modules. To find, open
 * and read hundreds of them one by one takes longer than all else that a start does. A leaf.
 */
import { statSync } from "node:fs";
import module from "node:module";
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
  if (!isOfThisBuild(bundle)) return modules();
  keepCompiled(join(COMPILED, "bundle", "compiled"));
  return import(pathToFileURL(bundle).href);
}

/** Whether nothing was compiled since: the compiler renews its notes whenever it writes a module. */
function isOfThisBuild(bundle: string): boolean {
  const made = writtenAt(bundle);
  return made !== undefined && made >= (writtenAt(join(COMPILED, ".tsbuildinfo")) ?? 0);
}

function writtenAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** From Node 22.1 on, what V8 made of a file is kept for the next start. A folder nobody may write to is no matter. */
function keepCompiled(folder: string): void {
  const keep: unknown = Reflect.get(module, "enableCompileCache");
  if (typeof keep === "function") keep(folder);
}
