/** Compiles the program when something changed. Plain Node, so that it can say what is missing before anything is installed. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const MAIN = join(ROOT, "dist", "src", "main.js");
export const COMPILER = join(ROOT, "node_modules", "typescript", "bin", "tsc");
export const CONFIG = "tsconfig.build.json";

const BUNDLER = join(ROOT, "scripts", "bundle.mjs");
const STAMP = join(ROOT, "dist", ".compiled");
const SOURCES = [
  "src",
  "commands",
  "index-build",
  "scripts/bundle.mjs",
  "bench",
  "tuning",
  "standins",
  "tsconfig.json",
  CONFIG,
  "package-lock.json",
];
const OLDEST_NODE = [20, 19];

/**
 * Compiles what is newer than the last compilation that succeeded. What it says goes to standard error: answers have
 * standard output.
 * @returns {string | undefined} what keeps it from doing so, as one line; undefined when dist/ is up to date
 */
export function compile() {
  const node = missingNode();
  if (node !== undefined) return node;
  if (isFresh()) return undefined;
  const packages = missingPackages();
  if (packages !== undefined) return packages;
  forgetLostOutput();
  process.stderr.write("Compilando… · compiling…\n");
  const since = new Date();
  const { status } = spawnSync(process.execPath, [COMPILER, "-p", CONFIG], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0)
    return "No se pudo compilar (los errores están arriba) · compilation failed (errors above)";
  spawnSync(process.execPath, [BUNDLER], { cwd: ROOT, stdio: ["ignore", 2, 2] });
  writeFileSync(STAMP, "");
  // What changes while the compiler runs may have been missed.
  utimesSync(STAMP, since, since);
  return undefined;
}

/** What nothing runs without, as one line where it is missing. */
export function missing() {
  return missingNode() ?? missingPackages();
}

/** The compiler believes its notes: without the output they would keep it from writing any. */
export function forgetLostOutput() {
  if (!existsSync(MAIN)) rmSync(join(ROOT, "dist", ".tsbuildinfo"), { force: true });
}

function missingNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNewEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return isNewEnough
    ? undefined
    : `Claqueta necesita Node ${OLDEST_NODE.join(".")} o más nuevo (este es ${process.versions.node}) · needs a newer Node`;
}

function missingPackages() {
  return existsSync(COMPILER)
    ? undefined
    : "Faltan las dependencias: ejecuta «npm ci» · dependencies are missing: run “npm ci”";
}

function isFresh() {
  if (!existsSync(STAMP) || !existsSync(MAIN)) return false;
  const compiled = statSync(STAMP).mtimeMs;
  return SOURCES.every((source) => newest(join(ROOT, source)) <= compiled);
}

/** Folders count too: their time changes when a file in them goes. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), stats.mtimeMs);
}
