/** What the doctor says of data that is not there, damaged, or not brought up to date. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../../src/app/config/config.js";
import { dataFindings } from "../../../src/app/doctor/data.js";
import { EMPTY_STATE, type RefreshState, writeState } from "../../../src/refresh/run/state.js";
import { linesOf } from "./found.js";

const root = mkdtempSync(join(tmpdir(), "claqueta-doctor-data-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const now = new Date("2026-11-29T12:00:00Z");
const folder = () => mkdtempSync(join(root, "data-"));

function lines(dataDir: string, env: Record<string, string> = {}, language?: "es" | "en"): readonly string[] {
  return linesOf(dataFindings(loadConfig({ DATA_DIR: dataDir, ...env }), now), language);
}

describe("data", () => {
  it("that is not there yet is built by itself, unless nobody may write there", () => {
    const nowhere = join(root, "not", "yet");
    expect(lines(nowhere)).toEqual([
      expect.stringMatching(/^! Datos: aún no hay índice en .* → «npm start» lo construye.*DATA_DIR$/u),
    ]);
    const file = join(folder(), "file");
    writeFileSync(file, "");
    expect(lines(join(file, "index"))).toContainEqual(
      expect.stringMatching(/^✗ Datos: no se puede escribir en .*file\/index/u),
    );
  });

  it("that is damaged names the file and how to build it again", () => {
    const damaged = folder();
    mkdirSync(join(damaged, "2026-03-20-aaaaaaaaaaaa"));
    writeFileSync(join(damaged, "CURRENT"), "2026-03-20-aaaaaaaaaaaa\n");
    expect(lines(damaged)).toEqual([
      expect.stringMatching(
        /^✗ Datos: El índice no se puede usar: .*manifest\.json: no existe; constrúyelo/u,
      ),
    ]);
    expect(lines(damaged, {}, "en")).toEqual([expect.stringMatching(/^✗ Data: The index cannot be used/u)]);
  });

  it("whose place is a file is told", () => {
    const file = join(folder(), "index");
    writeFileSync(file, "");
    expect(lines(file)).toEqual([expect.stringMatching(/^✗ Datos: /u)]);
  });
});

describe("data that is refreshed by schedule", () => {
  const cron = { REFRESH_CRON: "30 8 * * *" };
  const state = (change: Partial<RefreshState>) => {
    const dataDir = folder();
    writeState(dataDir, { ...EMPTY_STATE, ...change });
    return lines(dataDir, cron).slice(1);
  };

  it("is told where it never was, or not for long", () => {
    expect(lines(folder(), cron).slice(1)).toEqual([
      "! Datos: todavía no se han renovado nunca → pruébalo a mano: npm run refresh",
    ]);
    expect(state({ lastSuccess: "2026-11-01T08:30:00Z" })).toEqual([
      "! Datos: la última renovación es de hace 28 días → pruébalo a mano: npm run refresh",
    ]);
    expect(state({ lastSuccess: "2026-11-29T08:30:00Z" })).toEqual([]);
  });

  it("is told what failed since it last went well", () => {
    const lastFailure = {
      at: "2026-11-29T08:30:00Z",
      source: "tmdb",
      kind: "unreachable",
      id: "1a2b3c4d",
      es: "TMDB no da 3/movie/changes (503)",
      en: "TMDB does not give 3/movie/changes (503)",
    } as const;
    expect(state({ lastSuccess: "2026-11-28T08:30:00Z", lastFailure })).toEqual([
      "! Datos: lo último que falló al renovar: TMDB no da 3/movie/changes (503)",
    ]);
    expect(state({ lastSuccess: "2026-11-29T09:30:00Z", lastFailure })).toEqual([]);
  });
});
