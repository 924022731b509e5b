/**
 * `npm start`: compiles when something changed, then becomes the program. Plain Node, so that it can say what is
 * missing before anything is installed.
 *
 *   node scripts/start.mjs             the bot
 *   node scripts/start.mjs ask …       a tool of src/cli
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MAIN = join(ROOT, "dist", "src", "main.js");
const STAMP = join(ROOT, "dist", ".compiled");
const SOURCES = [
  "src",
  "commands",
  "index-build",
  "bench",
  "tuning",
  "standins",
  "tsconfig.json",
  "tsconfig.build.json",
  "package-lock.json",
];
const OLDEST_NODE = [20, 19];

/**
 * Compiles what is newer than the last compilation that succeeded. Returns what keeps it from doing so, as one
 * line, or undefined when dist/ is up to date. What it says goes to standard error: answers have standard output.
 * @returns {string | undefined}
 */
export function compile() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    return `Claqueta necesita Node ${OLDEST_NODE.join(".")} o más nuevo (este es ${process.versions.node}) · needs a newer Node`;
  }
  if (isFresh()) return undefined;
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  if (!existsSync(compiler)) {
    return "Faltan las dependencias: ejecuta «npm ci» · dependencies are missing: run “npm ci”";
  }
  // The compiler believes its notes: without the output they would keep it from writing any.
  if (!existsSync(MAIN)) rmSync(join(ROOT, "dist", ".tsbuildinfo"), { force: true });
  process.stderr.write("Compilando… · compiling…\n");
  const since = new Date();
  const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0)
    return "No se pudo compilar (los errores están arriba) · compilation failed (errors above)";
  writeFileSync(STAMP, "");
  // What changes while the compiler runs may have been missed.
  utimesSync(STAMP, since, since);
  return undefined;
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

async function start([tool, ...rest]) {
  const entry = join(ROOT, "dist", "src", tool === undefined ? "main.js" : join("cli", `${tool}.js`));
  const obstacle = compile();
  if (obstacle === undefined && existsSync(entry)) {
    // In this process: signals and the terminal reach the program without a detour.
    process.argv = [process.argv[0], entry, ...rest];
    await import(pathToFileURL(entry).href);
    return;
  }
  process.stderr.write(`${obstacle ?? `No existe: ${entry} · does not exist`}\n`);
  process.exitCode = 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  await start(process.argv.slice(2));
}
