/** What the doctor says of settings: what is wrong with each, names that are none, and what can be gone on with. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSettings } from "../../../src/app/doctor/settings.js";
import { linesOf } from "./found.js";

const folder = mkdtempSync(join(tmpdir(), "claqueta-doctor-settings-"));
const NOWHERE = join(folder, "nowhere", ".env");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (env: Record<string, string>, file = NOWHERE) => linesOf(readSettings(env, file).findings);

describe("settings", () => {
  it("are read, with a word on where nothing leads to a platform", () => {
    expect(lines({ DISCORD_TOKEN: "a.b.c" })).toEqual([`✓ Ajustes: leídos del entorno (no hay ${NOWHERE})`]);
    expect(lines({})).toEqual([
      expect.stringMatching(/^✓ Ajustes/u),
      expect.stringMatching(/^! .*ni de Telegram.* → pon DISCORD_TOKEN o TELEGRAM_TOKEN en \.env/u),
    ]);
  });

  it("that are wrong are all told, without what is secret, and the others still count", () => {
    const { findings, config } = readSettings(
      {
        PORT: "eighty",
        TELEGRAM_TOKEN: "hunter2 hunter2",
        DISCORD_TOKEN: "hunter2\nhunter2",
        LOCALE: "es-MX",
      },
      NOWHERE,
    );
    const told = linesOf(findings);
    expect(told).toHaveLength(3);
    for (const name of ["PORT", "TELEGRAM_TOKEN", "DISCORD_TOKEN"]) {
      expect(told.filter((line) => line.startsWith(`✗ ${name}: se esperaba`))).toHaveLength(1);
    }
    expect(told.join("\n")).not.toContain("hunter2");
    expect(config).toMatchObject({ locale: { tag: "es-MX" }, http: { port: 3000 }, platforms: [] });
  });

  it("that lack another end there, and say which", () => {
    const { findings, config } = readSettings({ DISCORD_MODE: "http" }, NOWHERE);
    expect(linesOf(findings)).toEqual([
      expect.stringMatching(/^✗ DISCORD_PUBLIC_KEY: hace falta con DISCORD_MODE=http → /u),
    ]);
    expect(config).toBeUndefined();
  });

  it.each([
    ["DISCORD_TOKN", "DISCORD_TOKEN"],
    ["DISCORDTOKEN", "DISCORD_TOKEN"],
    ["discord_token", "DISCORD_TOKEN"],
    ["DISCORD_BOT_TOKEN", "DISCORD_TOKEN"],
    ["TELEGRAM_BOT_TOKEN", "TELEGRAM_TOKEN"],
    ["TELEGRAM_WEBHOOK_SECRETO", "TELEGRAM_WEBHOOK_SECRET"],
    ["TMDB_TOKENS", "TMDB_TOKEN"],
  ])("%s: was %s meant?", (written, meant) => {
    const env = { DISCORD_TOKEN: "a.b.c", [written]: "hunter2" };
    expect(lines(env)).toContain(`! ${written}: ¿querías decir ${meant}?`);
    expect(lines(env).join()).not.toContain("hunter2");
  });

  it("leave alone what is in the environment for others", () => {
    const others = {
      PATH: "/bin",
      HOSTNAME: "x",
      PORTS: "1",
      HTTPS_PROXY: "http://p",
      DATADIR: "x",
      LANG: "es",
    };
    expect(lines({ DISCORD_TOKEN: "a.b.c", ...others })).toHaveLength(1);
  });

  it("name what stands in the file and is no setting", () => {
    const file = join(folder, ".env");
    writeFileSync(file, "DISCORD_TOKEN=a.b.c\nBOT_PREFIX=!\nDATADIR=x\nNODE_OPTIONS=--trace-warnings\n");
    const env = { DISCORD_TOKEN: "a.b.c", BOT_PREFIX: "!", DATADIR: "x", NODE_OPTIONS: "--trace-warnings" };
    expect(lines(env, file)).toEqual([
      expect.stringMatching(/^! BOT_PREFIX: no es ningún ajuste de Claqueta → /u),
      "! DATADIR: ¿querías decir DATA_DIR?",
      `✓ Ajustes: leídos del entorno y de ${file}`,
    ]);
  });

  it("notice a token that was filled in behind a hash, without it", () => {
    const other = mkdtempSync(join(folder, "hash-"));
    const file = join(other, ".env");
    writeFileSync(file, "# TELEGRAM_TOKEN=\n# DISCORD_TOKEN=hunter2\n# TMDB_REGION=ES\n");
    expect(lines({}, file)).toContain(
      `! DISCORD_TOKEN: en la línea 2 de ${file} está detrás de una almohadilla (#), y así no cuenta → quita la almohadilla`,
    );
    expect(lines({}, file).filter((line) => line.includes("almohadilla"))).toHaveLength(1);
    expect(lines({ DISCORD_TOKEN: "a.b.c" }, file).join()).not.toContain("almohadilla");
  });

  it("notice a file with another name than it was to have", () => {
    const other = mkdtempSync(join(folder, "windows-"));
    writeFileSync(join(other, ".env.txt"), "DISCORD_TOKEN=a.b.c\n");
    expect(lines({}, join(other, ".env"))).toContainEqual(
      expect.stringMatching(/^! Ajustes: .*\.env\.txt no se lee → llámalo .*\.env, sin nada detrás$/u),
    );
  });
});
