import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openEdition } from "../../../src/app/bot/edition.js";
import { buildIndex } from "../../../src/refresh/run/build-index.js";
import { isStarving } from "../../../src/refresh/run/idle-priority.js";
import { OperatorError } from "../../../src/words.js";

const folder = mkdtempSync(join(tmpdir(), "claqueta-build-"));

/** A program in the builder's place. */
function program(name: string, text: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, text);
  return path;
}

async function refusal(promise: Promise<unknown>): Promise<OperatorError> {
  const error = await promise.then(
    () => new Error("nothing was refused"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OperatorError);
  return error as OperatorError;
}

describe("building an index in a process of its own", () => {
  it("hands over the folders", async () => {
    const out = join(folder, "told.json");
    const write =
      'import { writeFileSync } from "node:fs"; writeFileSync(process.argv[5], process.argv.slice(2).join());';
    await buildIndex({ sources: ["a b"], out, program: program("writes", write) });
    expect(readFileSync(out, "utf8")).toBe(`--source,a b,--out,${out},--threads,1`);
  });

  it.each([
    ["an exit code", "process.exit(3)", "exit 3"],
    ["a signal", 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000)', "SIGKILL"],
  ])("tells the operator of %s", async (name, text, reason) => {
    const { words } = await refusal(buildIndex({ sources: ["s"], out: "o", program: program(name, text) }));
    expect(words.es).toContain(reason);
    expect(words.es).not.toContain("\n");
  });

  it("ends early when it is told to", async () => {
    const end = new AbortController();
    const slow = program("slow", "setInterval(() => {}, 1000)");
    const build = buildIndex({ sources: ["s"], out: "o", program: slow, signal: end.signal });
    setTimeout(() => end.abort(), 50);
    await refusal(build);
  });
});

/** A program that notes the class it runs in (5: what is left over), beginning with `prelude`. */
function noting(name: string, prelude: string): { path: string; noted: () => string[] } {
  const notes = join(folder, `${name}.notes`);
  const path = program(
    name,
    `import { appendFileSync, readFileSync } from "node:fs";
    const policy = () => readFileSync("/proc/self/stat", "utf8").split(") ").at(-1).split(" ")[38];
    ${prelude}
    appendFileSync(${JSON.stringify(notes)}, policy() + "\\n");`,
  );
  return { path, noted: () => readFileSync(notes, "utf8").trim().split("\n") };
}

const hasClasses = process.platform === "linux" && spawnSync("chrt", ["-m"]).status === 0;

describe.skipIf(!hasClasses)("building beside whoever answers (needs Linux and chrt)", () => {
  const untilSpare = 'while (policy() !== "5") await new Promise((resolve) => setTimeout(resolve, 10));';

  it("takes only the time that nobody else wants", async () => {
    const { path, noted } = noting("spare", untilSpare);
    await buildIndex({ sources: ["s"], out: "o", program: path, isStarved: () => false });
    expect(noted()).toEqual(["5"]);
  });

  it("is begun anew as an ordinary process where there is none", async () => {
    const seen = join(folder, "seen");
    const { path, noted } = noting(
      "starved",
      `const first = (await import("node:fs")).mkdirSync(${JSON.stringify(seen)}, { recursive: true }) !== undefined;
      if (first) await new Promise((resolve) => setTimeout(resolve, 60_000));`,
    );
    await buildIndex({ sources: ["s"], out: "o", program: path, isStarved: () => existsSync(seen) });
    expect(noted()).toEqual(["0"]);
  });

  it("fails where the ordinary process does", async () => {
    const { path } = noting(
      "fails",
      "await new Promise((resolve) => setTimeout(resolve, 1_500)); process.exit(7);",
    );
    const { words } = await refusal(
      buildIndex({ sources: ["s"], out: "o", program: path, isStarved: () => true }),
    );
    expect(words.en).toContain("exit 7");
  });

  it("is not starving while it works, or waits for something else", () => {
    expect(isStarving(process.pid)).toBe(false);
    expect(isStarving(2 ** 30)).toBe(false);
  });
});

describe("opening what answers need", () => {
  it("builds only where there is no index and somebody offers to", async () => {
    const none = join(folder, "none");
    let built = 0;
    const build = async () => {
      built++;
      return none;
    };
    await refusal(openEdition(none, { build }));
    expect(built).toBe(1);
    await refusal(openEdition(none));
    expect(existsSync(none)).toBe(false);
  });

  it("tells the operator of a file in a folder's place", async () => {
    const file = program("file", "");
    expect((await refusal(openEdition(file))).words.en).toContain("ENOTDIR");
  });
});
