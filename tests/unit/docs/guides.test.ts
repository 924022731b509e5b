/** The guides for operators: the same in both languages, and true of the program, of its doctor and of `deploy/`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "../../../src/app/bot/program.js";
import { KNOWN_VARIABLES, loadConfig } from "../../../src/app/config/config.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { type StandIn, startDiscord } from "../../../standins/discord/index.js";
import { startTelegram, type Telegram, TOKEN } from "../../../standins/telegram/index.js";
import { linesOf } from "../doctor/found.js";
import { blocks, type Page, page } from "./pages.js";

const GUIDES = [
  ["discord", "discord"],
  ["telegram", "telegram"],
  ["problemas", "problems"],
  ["en-marcha", "running"],
  ["noches", "nights"],
  ["operaciones", "operations"],
] as const;

const pairs = GUIDES.map(([es, en]) => ({ es: page(`docs/es/${es}.md`), en: page(`docs/en/${en}.md`) }));
const guides = pairs.flatMap(({ es, en }) => [es, en]);

const OUTSIDE: readonly string[] = ["HTTPS_PROXY", "NODE_OPTIONS", "NO_PROXY"];

const commands = (guide: Page) =>
  blocks(guide, "sh")
    .flatMap((block) => block.split("\n"))
    .filter((line) => line !== "" && !line.includes("="))
    .map((line) => line.replace(/claqueta-\w+\.tgz/u, "claqueta.tgz"));

const settings = (guide: Page) =>
  blocks(guide, "sh").flatMap((block) => [...block.matchAll(/^([A-Z_]+)=/gmu)].map(([, name = ""]) => name));

describe.each(pairs)("$es.path and $en.path", ({ es, en }) => {
  it("have the same sections and the same commands", () => {
    const levels = ({ text }: Page) => [...text.matchAll(/^(#+) /gmu)].map(([, level]) => level);
    expect(levels(en)).toEqual(levels(es));
    expect(commands(en)).toEqual(commands(es));
    // English needs a word for itself.
    expect(settings(en).filter((name) => name !== "LOCALE")).toEqual(settings(es));
  });
});

describe.each(guides)("$path", (guide) => {
  it("sets only what there is to set", () => {
    const unknown = settings(guide).filter(
      (name) => !KNOWN_VARIABLES.includes(name) && !OUTSIDE.includes(name),
    );
    expect(unknown).toEqual([]);
  });

  it("runs programs and names files that there are", () => {
    const programs = [...guide.text.matchAll(/node dist\/([\w/-]+)\.js/gu)].map(([, path]) => `${path}.ts`);
    const files = [...guide.text.matchAll(/\bdeploy\/[\w.-]+\w/gu)].map(([path]) => path);
    expect([...programs, ...files].filter((path) => !existsSync(join(PACKAGE_ROOT, path)))).toEqual([]);
  });
});

describe("what the doctor says in the guides", () => {
  let discord: StandIn;
  let telegram: Telegram;
  beforeAll(async () => {
    discord = await startDiscord({ rateLimits: false });
    telegram = await startTelegram();
  });
  afterAll(() => Promise.all([discord.close(), telegram.close()]));

  it.each(["es", "en"] as const)("it says, word for word (%s)", async (language) => {
    const config = loadConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.api,
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.root,
    });
    const host = { program: createProgram(config), locale: config.locale, now: new Date(), patience: 1_000 };
    const checks = await Promise.all(config.platforms.map((platform) => platform.check(host)));
    const said = linesOf(checks.flat(), language);
    const shown = guides
      .filter(({ path }) => path.startsWith(`docs/${language}/`))
      .flatMap((guide) => blocks(guide, "text"))
      .flatMap((block) => block.trimEnd().split("\n"));
    expect(shown.length).toBeGreaterThan(10);
    // A link is cut off in a guide.
    const beginnings = shown.map((line) => line.replace(/…$/u, ""));
    expect(beginnings.filter((start) => !said.some((line) => line.startsWith(start)))).toEqual([]);
  });
});

describe("deploy/", () => {
  const file = (name: string) => readFileSync(join(PACKAGE_ROOT, "deploy", name), "utf8");

  it("copies into the image what there is", () => {
    const copied = [...file("Dockerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(
      ([, paths = ""]) => paths.split(" "),
    );
    expect(copied.length).toBeGreaterThan(10);
    const missing = copied.filter((path) => !path.includes("*") && !existsSync(join(PACKAGE_ROOT, path)));
    expect(missing).toEqual([]);
  });

  it("writes in one place only, and lets the program end by itself", () => {
    const compose = file("compose.yaml");
    expect(compose).toMatch(/^ {4}read_only: true$/mu);
    expect(compose).toMatch(/^ {6}DATA_DIR: \/data$/mu);
    expect(compose).toMatch(/^ {6}- data:\/data$/mu);
    const service = file("claqueta.service");
    expect(service).toMatch(/^Environment=.*\bDATA_DIR=\/var\/lib\/claqueta$/mu);
    expect(service).toMatch(/^StateDirectory=claqueta$/mu);
    // Ten seconds are what a surface may take (src/surface/port.ts).
    for (const patience of [/stop_grace_period: (\d+)s/u, /TimeoutStopSec=(\d+)/u]) {
      expect(Number(patience.exec(compose + service)?.[1])).toBeGreaterThan(10);
    }
  });

  it("starts programs that there are", () => {
    for (const name of ["Dockerfile", "claqueta.service"]) {
      expect(file(name)).toContain("dist/src/main.js");
    }
    expect(existsSync(join(PACKAGE_ROOT, "src/main.ts"))).toBe(true);
  });
});
