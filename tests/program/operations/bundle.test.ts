/** What the bundler makes of the program starts where only what the program needs is installed, as in an image. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { MAIN, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";

const BUNDLE = join(PACKAGE_ROOT, "dist/bundle");
const files = readdirSync(BUNDLE).filter((name) => name.endsWith(".js"));
const { dependencies } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Tells on standard output, behind all else, which of our modules were loaded one by one. */
const TELLS_MODULES = `data:text/javascript,${encodeURIComponent(`
  import { register } from "node:module";
  import { MessageChannel } from "node:worker_threads";
  const { port1, port2 } = new MessageChannel();
  const hooks = "let port; export function initialize(given) { port = given; } export async function load(url, context, next) { port.postMessage(url); return next(url, context); }";
  register("data:text/javascript," + encodeURIComponent(hooks), { data: port2, transferList: [port2] });
  port1.on("message", (url) => process.stderr.write("loaded " + url + "\\n"));
  port1.unref();
`)}`;

describe("the bundle", () => {
  it("has what is begun with", () => {
    expect(files).toEqual(expect.arrayContaining(["main.js", "ask.js"]));
  });

  it("needs nothing but Node, its own files and what is installed without tools", () => {
    const isThere = (name: string) => {
      if (name.startsWith("./")) return files.includes(name.slice(2));
      const bare = name.replace(/^node:/u, "");
      if (builtinModules.includes(bare)) return true;
      const owner = bare.split("/", bare.startsWith("@") ? 2 : 1).join("/");
      return Object.hasOwn(dependencies, owner);
    };
    const missing = files.flatMap((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(BUNDLE, file), "utf8"));
      return importedFiles.flatMap(({ fileName }) => (isThere(fileName) ? [] : [`${file}: ${fileName}`]));
    });
    expect(missing).toEqual([]);
  });

  it("can be loaded, each of its files by itself", () => {
    const program = `for (const file of ${JSON.stringify(files)}) await import(${JSON.stringify(`${BUNDLE}/`)} + file);`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", `${program} process.stdout.write("all"); process.exit(0);`],
      { encoding: "utf8" },
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "all", stderr: "" });
  });

  it("is what answers a request", async () => {
    const env = { PATH: process.env.PATH, DATA_DIR: starter.root, PORT: "0", LOG_LEVEL: "warn" };
    const program = run(process.execPath, ["--import", TELLS_MODULES, MAIN], { cwd: "/tmp", env });
    await program.until("http://127.0.0.1:");
    await expect.poll(() => program.address).not.toBe("");
    const response = await fetch(`${program.address}/api/votos/titanic`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ok", result: { film: { id: 597 } } });
    expect(await program.end()).toBe(0);
    expect(program.err).toContain("/dist/bundle/main.js");
    expect(program.err).not.toContain("/dist/src/app/main.js");
  });

  it("is what answers a line", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        TELLS_MODULES,
        join(PACKAGE_ROOT, "dist/src/cli/ask.js"),
        ...["--data", starter.root, "--json", "votos titanic"],
      ],
      { encoding: "utf8", cwd: "/tmp" },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: "ok", result: { film: { id: 597 } } });
    expect(stderr).toContain("/dist/bundle/ask.js");
  });
});
