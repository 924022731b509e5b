/**
 * The tests' stand-ins for platforms, for benchmarks too. They are no part of what is built (and are not there in a
 * container), so they are compiled when a benchmark asks for them.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { PACKAGE_ROOT } from "../src/package-root.js";

/** The exports of `standins/NAME/index.ts`. */
export async function loadStandIn<Exports>(name: string): Promise<Exports> {
  const from = join(PACKAGE_ROOT, "tests/standins", name);
  // Below dist, so that what it imports from packages is found.
  const to = join(PACKAGE_ROOT, "dist/standins", `${name}-${process.pid}`);
  try {
    for (const file of readdirSync(from, { recursive: true, encoding: "utf8" })) {
      if (file.endsWith(".ts")) compile(join(from, file), join(to, file.replace(/\.ts$/u, ".js")));
    }
    return (await import(pathToFileURL(join(to, "index.js")).href)) as Exports;
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
}

function compile(from: string, to: string): void {
  const { outputText } = ts.transpileModule(readFileSync(from, "utf8"), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
    },
  });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, outputText);
}
