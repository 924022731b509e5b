import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { WriteIndex } from "../../../index-build/build.js";
import { showProgress } from "../../../index-build/progress.js";
import { run } from "../../../index-build/run.js";
import { folderWith, moviesCsv } from "../../support/source-files.js";

const movies = moviesCsv({ id: "219", title: "Volver", release_date: "2006-03-16", vote_count: "400" });

const writeStub: WriteIndex = async ({ films, dataDate }, out, { onStage }) => {
  onStage("encode", 0, 1);
  onStage("write", 1, 1);
  return {
    version: `${dataDate}-test`,
    folder: join(out, `${dataDate}-test`),
    bytes: 7,
    counts: { films: films.size },
    links: {
      amazon: { linked: 0, ambiguous: 0, unlinked: 0 },
      disney: { linked: 0, ambiguous: 0, unlinked: 0 },
      hulu: { linked: 0, ambiguous: 0, unlinked: 0 },
      netflix: { linked: 2, ambiguous: 1, unlinked: 1_000 },
    },
  };
};

async function program(
  args: readonly string[],
  env: Record<string, string> = {},
  write: WriteIndex = writeStub,
): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const code = await run(args, { env, stdout, stderr }, { write });
  return { code, out, err };
}

describe("index-build", () => {
  test("builds, prints the report and lays it beside the index", async () => {
    const out = join(folderWith(), "index");
    const source = folderWith({ "movies.csv": movies });
    const result = await program(["--source", source, "--out", out]);
    expect(result.code).toBe(0);
    expect(result.out).toContain("netflix: 2 enlazadas, 1 ambiguas, 1.000 sin enlace");
    expect(result.out).not.toContain("hulu");
    expect(result.out).toContain("movies.csv · películas · filas: 1");
    expect(result.out).toContain("Índice 2006-03-16-test listo");
    expect(result.err.trimEnd().split("\n")).toEqual([
      "Buscar archivos…",
      "Leer…",
      "Unir…",
      "Comprobar…",
      "Codificar…",
      "Escribir…",
    ]);
    const told: unknown = JSON.parse(readFileSync(join(out, "2006-03-16-test.report.json"), "utf8"));
    expect(told).toMatchObject({
      version: "2006-03-16-test",
      builtAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      sources: [source],
      dataDate: "2006-03-16",
      milliseconds: { read: expect.any(Number), encode: expect.any(Number) },
      counts: { films: 1 },
      report: { files: [{ file: "movies.csv", kind: "movies", rows: 1, kept: 1 }], counts: [], entries: [] },
    });
  });

  test("a failing check ends in one line, and nothing is written", async () => {
    const out = folderWith();
    const source = folderWith({ "movies.csv": movies });
    const result = await program(["--source", source, "--out", out, "--min-films", "1000", "--lang", "en"]);
    expect(result.code).toBe(1);
    expect(result.err.trimEnd().split("\n").at(-1)).toBe(
      "Films in the sources: 1; at least 1000 were asked for.",
    );
    expect(result.out).toContain("movies.csv · films · rows: 1");
    expect(readdirSync(out)).toEqual([]);
  });

  test.each([
    [["--out", "x"], "--source"],
    [["--source", "x"], "--out"],
    [["--source", "x", "--out", "y", "--min-films", "many"], "--min-films"],
    [["--source", "x", "--out", "y", "--threads", "0"], "--threads"],
    [["--source", "x", "--out", "y", "--lang", "fr"], "--lang"],
    [["--verbose"], "«--verbose»"],
    [["--source", "/does/not/exist", "--out", "y"], "/does/not/exist"],
  ])("%j ends in one line that says why", async (args, why) => {
    const { code, err } = await program(args);
    const lines = err.trimEnd().split("\n");
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain(why);
    expect(err).not.toContain("    at ");
  });

  test("speaks the language of LOCALE, unless told otherwise", async () => {
    expect((await program([], { LOCALE: "en-GB" })).err).toContain("is missing");
    expect((await program([], { LOCALE: "fr" })).err).toContain("Falta");
  });

  test("a full disk is told in one line; a bug is not hidden", async () => {
    const args = ["--source", folderWith({ "movies.csv": movies }), "--out", folderWith()];
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      syscall: "write",
    });
    const result = await program(args, {}, () => Promise.reject(full));
    expect(result.code).toBe(1);
    expect(result.err).toContain("No se pudo escribir el índice: ENOSPC");
    await expect(program(args, {}, () => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug");
  });
});

test("on a terminal, progress is a bar in one line a stage", () => {
  let shown = "";
  const progress = showProgress({ isTTY: true, write: (text: string) => (shown += text) }, "es");
  progress.stage("read", 0, 4);
  progress.stage("read", 0, 4);
  progress.stage("read", 2, 4);
  progress.stage("merge", 1, 1);
  progress.end();
  const frames = shown.split("\u001b[2K").map((frame) => frame.trim());
  expect(frames.slice(1)).toEqual([
    `Leer               ${"░".repeat(24)} 0 %`,
    `Leer               ${"█".repeat(12)}${"░".repeat(12)} 50 %`,
    `Unir               ${"█".repeat(24)} 100 %`,
  ]);
});
