/**
 * Makes one file of the modules that the bot, and one of those that `ask`, needs to begin, out of what the compiler wrote;
 * what they load later stands in files of its own beside them. They start in half the time (docs/benchmarks.md), and do
 * the same: `src/load-program.ts` takes the modules where there is no such file, or an older one.
 */
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const COMPILED = fileURLToPath(new URL("../dist", import.meta.url));
const PROGRAMS = { main: "src/app/main.js", ask: "src/cli/ask/main.js" };
/**
 * Packages of many modules, of which nothing is looked for at a path of its own, and what the bundler itself adds. Others
 * stay where they are.
 */
const TAKEN_IN = /^(?:zod|@oxc-project\/runtime)(?:\/|$)/u;

/** Never throws: a program that is not bundled starts more slowly, and that is all. */
export async function bundle() {
  const folder = join(COMPILED, "bundle");
  rmSync(folder, { recursive: true, force: true });
  const input = Object.fromEntries(
    Object.entries(PROGRAMS)
      .map(([name, path]) => [name, join(COMPILED, path)])
      .filter(([, path]) => existsSync(path)),
  );
  if (Object.keys(input).length === 0) return;
  try {
    const { rolldown } = await import("rolldown");
    const made = await rolldown({ input, platform: "node", external: isElsewhere });
    await made.write({ dir: folder, format: "esm", sourcemap: true, chunkFileNames: "[name]-[hash].js" });
    await made.close();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    process.stderr.write(`Sin juntar, arranca más despacio · not bundled, it starts more slowly: ${error}\n`);
  }
}

function isElsewhere(name) {
  return !/^[./\\]|^[a-z]:[/\\]/iu.test(name) && !TAKEN_IN.test(name);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await bundle();
