/** `npm run dev` on a copy of the sources: what it starts anew, what it leaves alone, and that nothing outlives it. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { treeOf } from "../../bench/tools/programs/machine.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { type RunningProgram, run } from "../support/running-program.js";
import { starter } from "../support/starter-index.js";

/** Compiling takes long on a busy machine. */
const PATIENCE = 120_000;
/** What there is of the sources: the bot's other modules are compiled already, and only their types are told. */
const SOURCES = ["src/main.ts", "src/load-program.ts", "src/adapters/http/web"];
const REST = "export declare function main(): Promise<void>;\n";

const root = mkdtempSync(join(tmpdir(), "claqueta-dev-"));

beforeAll(() => {
  mkdirSync(join(root, "src/app"), { recursive: true });
  for (const name of [
    ...SOURCES,
    "dist",
    "scripts",
    "package.json",
    "tsconfig.json",
    "tsconfig.build.json",
  ]) {
    cpSync(join(PACKAGE_ROOT, name), join(root, name), { recursive: true });
  }
  for (const name of ["node_modules", "data"]) symlinkSync(join(PACKAGE_ROOT, name), join(root, name));
  writeFileSync(join(root, "src/app/main.d.ts"), REST);
  // The compiler's notes are of the whole.
  rmSync(join(root, "dist/.tsbuildinfo"), { force: true });
  const config = join(root, "tsconfig.build.json");
  const settings = JSON.parse(readFileSync(config, "utf8")) as object;
  writeFileSync(config, JSON.stringify({ ...settings, include: ["src/*.ts"] }));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function dev(): RunningProgram {
  const env = { ...process.env, DATA_DIR: starter.root, PORT: "0", LOCALE: "es", LOG_LEVEL: "error" };
  return run(process.execPath, [join(root, "scripts/dev.mjs")], { cwd: root, env });
}

const isLinux = existsSync("/proc/self");

/** It, and all that it started. */
const processesOf = ({ child }: RunningProgram) => [...treeOf(child.pid ?? 0).keys()];

/** Whether it still runs: one that ended and was not asked how has a state, too. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /u.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

it.skipIf(!isLinux)(
  "starts the bot anew for a change, leaves it alone where nothing compiles, and ends with it",
  async () => {
    const program = dev();
    await program.until("npm run ask", PATIENCE);
    const first = program.address;
    expect((await fetch(`${first}/healthz`)).status).toBe(200);

    // Nothing imports it, so that the compiler has nothing else to look at again.
    const main = join(root, "src/main.ts");
    const before = readFileSync(main, "utf8");
    appendFileSync(main, "export const wrong: string = 1;\n");
    expect(await program.until("No compila", PATIENCE)).toContain("src/main.ts");
    expect((await fetch(`${first}/healthz`)).status).toBe(200);

    writeFileSync(main, `process.stdout.write("changed\\n");\n${before}`);
    await program.until("changed", PATIENCE);
    await program.until("npm run ask", PATIENCE);
    expect(program.address).not.toBe(first);
    await expect(fetch(`${first}/healthz`)).rejects.toThrow();

    appendFileSync(join(root, "src/adapters/http/web/index.html"), "<!-- changed -->\n");
    await program.until("npm run ask", PATIENCE);
    expect(await (await fetch(program.address)).text()).toContain("<!-- changed -->");

    const processes = processesOf(program);
    expect(processes.length).toBeGreaterThan(2);
    expect(await program.end("SIGINT")).toBe(0);
    expect(processes.filter(isRunning)).toEqual([]);
  },
  4 * PATIENCE,
);

it.skipIf(!isLinux)(
  "leaves no child behind where it is killed",
  async () => {
    const program = dev();
    await program.until("npm run ask", PATIENCE);
    const processes = processesOf(program);
    expect(processes.length).toBeGreaterThan(2);
    program.child.kill("SIGKILL");
    await expect.poll(() => processes.filter(isRunning), { timeout: PATIENCE }).toEqual([]);
  },
  2 * PATIENCE,
);
