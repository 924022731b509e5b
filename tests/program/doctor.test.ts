/** `npm run doctor` as the operator starts it: the compiled program, a settings file, stand-ins, an index. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { type StandIn, startDiscord } from "../../standins/discord/index.js";
import { startTelegram, type Telegram, TOKEN } from "../../standins/telegram/index.js";
import { run } from "../support/running-program.js";
import { starter } from "../support/starter-index.js";

const DOCTOR = join(PACKAGE_ROOT, "dist/src/cli/doctor.js");

let discord: StandIn;
let telegram: Telegram;
const folder = mkdtempSync(join(tmpdir(), "claqueta-doctor-"));

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: false, guilds: ["1"] });
  telegram = await startTelegram();
});

afterAll(async () => {
  await Promise.all([discord.close(), telegram.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs it in a folder of its own whose settings file holds what is given. */
async function doctor(settings: Record<string, string>, args: readonly string[] = []) {
  const cwd = mkdtempSync(join(folder, "place-"));
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(cwd, ".env"), lines.join(""));
  // Nothing of the settings that the tests themselves run with.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const program = run(process.execPath, [DOCTOR, ...args], { cwd, env });
  const code = await program.ended;
  return { code, out: program.out, err: program.err };
}

describe("npm run doctor", () => {
  const right = () => ({
    DATA_DIR: starter.root,
    PORT: "0",
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
  });

  it("ends with 0 where everything can work, in a page that names no secret", async () => {
    const { code, out, err } = await doctor(right());
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const word of ["Node", "Ajustes", "Sitio", "Datos", "Puerto", "Reloj", "Discord", "Telegram"]) {
      expect(out).toMatch(new RegExp(`^[✓!] ${word}`, "mu"));
    }
    expect(out).toMatch(/^✓ Datos: [\d.]+ películas · datos del .* \(de .*\)$/mu);
    expect(out).toMatch(/\n\nPuede funcionar tal como está; \d avisos? \(!\)\.\n$/u);
    expect(out.split("\n").length).toBeLessThan(30);
    for (const secret of [discord.token, TOKEN]) expect(out).not.toContain(secret);
  });

  it("says the same in English", async () => {
    const { code, out } = await doctor({ ...right(), LOCALE: "en" });
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ Data: [\d,]+ films · data as of/mu);
    expect(out).toContain("It can work as it is;");
    expect(out).not.toMatch(/Ajustes|Datos|Reloj|películas/u);
  });

  it("ends with 1 where something has to be mended: token, port, a typing error, all told at once", async () => {
    const busy = createServer((_request, response) => response.end("mine"));
    await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
    const port = String((busy.address() as AddressInfo).port);
    const wrong = { DISCORD_TOKEN: "MTE.made-up.and-wrong-token", TELEGRAM_BOT_TOKEN: "x", PORT: port };
    const { code, out } = await doctor({ ...right(), ...wrong });
    busy.close();
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ Puerto: .* lo ocupa otro programa/mu);
    expect(out).toMatch(/^✗ Discord: DISCORD_TOKEN no vale/mu);
    expect(out).toMatch(/^! TELEGRAM_BOT_TOKEN: ¿querías decir TELEGRAM_TOKEN\?/mu);
    expect(out).toMatch(/\n2 cosas por arreglar \(✗\), \d avisos \(!\)\.\n$/u);
    expect(out).not.toContain("made-up");
  });

  it("says where the settings file cannot be read, and what is no usage", async () => {
    const broken = await doctor({ "DISCORD_TOKEN\nhunter2": "x" });
    expect(broken).toMatchObject({ code: 1, err: "" });
    expect(broken.out).toMatch(/^✗ \.env, línea 1: se esperaba NOMBRE=valor$/mu);
    expect(broken.out).not.toContain("hunter2");
    expect(await doctor({}, ["--fix"])).toMatchObject({ code: 2, out: "", err: "Uso: npm run doctor\n" });
  });
});
