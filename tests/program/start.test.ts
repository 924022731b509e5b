/** The built program as people start it: through a pseudo-terminal, through a pipe, and with what is missing. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { type RunningProgram, run, START } from "../support/running-program.js";
import { smallPackage } from "../support/small-package.js";
import { starter } from "../support/starter-index.js";

const SCRIPTS = join(PACKAGE_ROOT, "scripts");
const ASK = join(PACKAGE_ROOT, "dist/src/cli/ask.js");
const folder = mkdtempSync(join(tmpdir(), "claqueta-start-"));
const DATA_DIR = join(folder, "index");
// Any free port: a taken one is told, and ends what has nothing else to serve.
const env = {
  ...process.env,
  DATA_DIR,
  PORT: "0",
  LOCALE: "es",
  LOG_LEVEL: "",
  NO_COLOR: "1",
  NODE_OPTIONS: "",
};

const hasScript = spawnSync("script", ["--version"]).status === 0;

function start(command: string, args: string[], changes: NodeJS.ProcessEnv = {}): RunningProgram {
  return run(command, args, { cwd: folder, env: { ...env, ...changes } });
}

function ask(args: string[], input = "", changes: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [ASK, ...args], {
    cwd: folder,
    env: { ...env, ...changes },
    input,
    encoding: "utf8",
  });
}

beforeAll(() => cpSync(starter.root, DATA_DIR, { recursive: true }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasScript)("npm start at a terminal (skipped without util-linux's `script`)", () => {
  function terminal(changes: NodeJS.ProcessEnv = {}): RunningProgram {
    return start("script", ["-qfec", `"${process.execPath}" "${START}"`, "/dev/null"], changes);
  }

  it("talks, completes, picks, and ends with 0", async () => {
    const chat = terminal();
    const banner = await chat.until("› ");
    expect(banner).toMatch(/Claqueta · [\d.]+ películas · datos del .* de \d{4} · versión/);
    expect(banner).toContain("This product uses the TMDB API but is not endorsed or certified by TMDB.");
    chat.type("/vo\t");
    await chat.until("/votos ");
    chat.type("el padrino ii\t");
    await chat.until("(1974)");
    chat.type("\r");
    expect(await chat.until("Nota media")).toContain("Votos: ");
    chat.type("votos hamlet\r");
    await chat.until("Escribe un número para elegir");
    chat.type("1\r");
    await chat.until("Hamlet (1996)");
    chat.type("\u001b[A\u001b[A\r");
    await chat.until("Escribe un número para elegir");
    chat.type("asdfghjkl\r");
    await chat.until("No lo encontré");
    chat.type("¿cuánto dura titanic?\r");
    await chat.until("Lo leí como: /duracion Titanic (1997)");
    chat.type("/salir\r");
    expect(await chat.ended).toBe(0);
    expect(chat.said).not.toMatch(/at .*\.js:\d/);
  });

  it("answers many pasted lines in order, and leaves at Ctrl-D", async () => {
    const chat = terminal();
    await chat.until("› ");
    chat.type("votos titanic\rmes enero\rvotos asdfghjklñ\r");
    expect(await chat.until("se estrenaron en enero")).toContain("Titanic (1997)");
    await chat.until("› ");
    chat.type("\u0004");
    expect(await chat.ended).toBe(0);
  });

  it("speaks English where it is asked to", async () => {
    const chat = terminal({ LOCALE: "en" });
    const banner = await chat.until("› ");
    expect(banner).toContain("Tab completes");
    chat.type("/votos titanic\r");
    await chat.until("Votes");
    chat.type("\u0003");
    expect(await chat.ended).toBe(0);
  });
});

describe("npm start without a terminal", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("says so, stays up, and ends with 0 at %s", async (signal) => {
    const program = start(process.execPath, [START]);
    await program.until("npm run ask");
    expect(await program.end(signal)).toBe(0);
  });

  it.each([
    [
      "a wrong setting",
      { MINIMUM_VOTES: "muchos" },
      "MINIMUM_VOTES: se esperaba un número entero desde 0, y contiene «muchos»\n",
    ],
    ["a wrong setting, in English", { LOCALE: "en", LOG_LEVEL: "loud" }, "LOG_LEVEL: expected one of"],
    ["a file in the index's place", { DATA_DIR: START }, "ENOTDIR"],
  ])("tells %s in one line", async (_, changes, line) => {
    const program = start(process.execPath, [START], changes);
    expect(await program.ended).toBe(1);
    expect(program.said).toContain(line);
    expect(program.said.trim().split("\n")).toHaveLength(1);
  });

  describe("with its port taken", () => {
    const other = createServer();
    let PORT: string;

    beforeAll(async () => {
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      PORT = String((other.address() as AddressInfo).port);
    });

    afterAll(() => other.close());

    it("ends with 1 and says what to change, since nothing else is served", async () => {
      const program = start(process.execPath, [START], { PORT });
      expect(await program.ended).toBe(1);
      expect(program.said).toMatch(new RegExp(`${PORT}.*EADDRINUSE.*PORT`, "u"));
    });

    it("stays up for a platform", async () => {
      // Nobody listens there: the surface goes on trying.
      const telegram = { TELEGRAM_TOKEN: "123456:stand-in", TELEGRAM_API_ROOT: "http://127.0.0.1:9" };
      const program = start(process.execPath, [START], { PORT, ...telegram });
      await program.until("EADDRINUSE");
      await program.until("npm run ask");
      program.child.kill("SIGTERM");
      expect(await program.ended).toBe(0);
    });
  });

  it("tells that nothing is installed", () => {
    const bare = join(folder, "bare");
    mkdirSync(join(bare, "src"), { recursive: true });
    cpSync(SCRIPTS, join(bare, "scripts"), { recursive: true });
    writeFileSync(join(bare, "package.json"), '{ "type": "module" }');
    const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
      cwd: bare,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^[^\n]*npm ci[^\n]*\n$/);
  });

  it("compiles only what is stale", () => {
    const small = join(folder, "small");
    mkdirSync(join(small, "src"), { recursive: true });
    cpSync(SCRIPTS, join(small, "scripts"), { recursive: true });
    symlinkSync(join(PACKAGE_ROOT, "node_modules"), join(small, "node_modules"));
    writeFileSync(join(small, "package.json"), '{ "type": "module" }');
    // Little to read for the compiler, which is started five times.
    const library = { lib: ["ES5"], types: [], skipLibCheck: true };
    const compilerOptions = {
      outDir: "dist",
      rootDir: ".",
      module: "NodeNext",
      target: "ES2023",
      ...library,
    };
    writeFileSync(join(small, "tsconfig.build.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
    const start = () => spawnSync(process.execPath, ["scripts/start.mjs"], { cwd: small, encoding: "utf8" });
    const write = (text: string) => writeFileSync(join(small, "src/main.ts"), text);

    write('declare const console: { log(text: string): void };\nconsole.log("uno");\n');
    expect(start()).toMatchObject({
      status: 0,
      stdout: "uno\n",
      stderr: expect.stringContaining("Compilando"),
    });
    expect(start()).toMatchObject({ status: 0, stdout: "uno\n", stderr: "" });
    write('declare const console: { log(text: string): void };\nconsole.log("dos");\n');
    expect(start()).toMatchObject({
      status: 0,
      stdout: "dos\n",
      stderr: expect.stringContaining("Compilando"),
    });
    write("const wrong: string = 1;\n");
    expect(start()).toMatchObject({ status: 1, stderr: expect.stringContaining("No se pudo compilar") });
    // A failed compilation is not taken for a good one.
    expect(start()).toMatchObject({ status: 1 });
  }, 120_000);
});

describe("ask", () => {
  it("builds the index with the first question, where there is none", () => {
    const few = smallPackage();
    const changes = { DATA_DIR: join(few, "data/index") };
    const first = () =>
      spawnSync(process.execPath, [join(few, "dist/src/cli/ask.js"), "--json", "votos", "psicosis"], {
        cwd: folder,
        env: { ...env, ...changes },
        encoding: "utf8",
      });
    const { status, stdout, stderr } = first();
    expect(stderr).toContain("Aún no hay índice: lo construyo…");
    expect(stderr).toContain("Escribir");
    expect({ status, lines: stdout.trim().split("\n").length }).toEqual({ status: 0, lines: 1 });
    expect(JSON.parse(stdout)).toMatchObject({ status: "ok", command: "votos" });
    // The next one finds it.
    expect(first()).toMatchObject({ status: 0, stderr: "" });
  }, 120_000);

  it("answers each line of standard input", () => {
    const { status, stdout, stderr } = ask(["--json"], "votos titanic\r\n\nmes enero");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const told = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(told.map(({ input, status }) => [input, status])).toEqual([
      ["votos titanic", "ok"],
      ["", "error"],
      ["mes enero", "ok"],
    ]);
  });

  it("understands words without a command", () => {
    const { stdout } = ask(["--json"], "titanic\n¿Cuánto dura «Titanic»?\nzzzzzzzz\n");
    const told = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(told.map(({ command, status }) => [command, status])).toEqual([
      ["pelicula", "ok"],
      ["duracion", "ok"],
      [null, "empty"],
    ]);
    expect(told[1].text).toContain("Lo leí como: /duracion Titanic (1997)");
    expect(told.map(({ understood }) => understood)).toEqual([
      { command: "pelicula", options: { titulo: "tmdb:597" } },
      { command: "duracion", options: { titulo: "tmdb:597" } },
      null,
    ]);
  });

  it("ends quietly when nobody reads any longer", () => {
    const command = `yes 'votos titanic' | head -20000 | "${process.execPath}" "${ASK}" --json | head -1`;
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-o", "pipefail", "-c", `${command}; exit \${PIPESTATUS[2]}`],
      { env, encoding: "utf8" },
    );
    expect({ status, lines: stdout.trim().split("\n").length, stderr }).toEqual({
      status: 0,
      lines: 1,
      stderr: "",
    });
  });

  it("ends with 1 and one line where an index does not load, and with 2 for wrong flags", () => {
    const none = ask(["--data", join(folder, "none"), "votos titanic"]);
    expect(none.status).toBe(1);
    expect(none.stdout).toBe("");
    expect(none.stderr.trim().split("\n")).toHaveLength(1);
    expect(existsSync(join(folder, "none"))).toBe(false);
    expect(ask(["--colour"]).status).toBe(2);
    expect(ask(["votos"], "", { LOCALE: "klingon" })).toMatchObject({ status: 1, stdout: "" });
  });
});
