/** The import rules of docs/architecture.md, and that the checker which enforces them sees anything at all. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const CONFIG = ".dependency-cruiser.mjs";
/** As `npm run architecture` names them, so that what it found is found again. */
const FOLDERS = ["src", "commands", "index-build", "bench", "tuning", "standins"];
const { default: config } = (await import(pathToFileURL(join(ROOT, CONFIG)).href)) as {
  default: IConfiguration;
};

async function check(
  baseDir: string,
  folders: string[],
  more: Partial<ICruiseOptions> = {},
): Promise<ICruiseResult> {
  const { options, ...ruleSet } = config;
  const { tsConfig, ...cruiseOptions } = options ?? {};
  const { output } = await cruise(
    folders,
    { ...cruiseOptions, ruleSet, validate: true, baseDir, ...more } as Parameters<typeof cruise>[1],
    undefined,
    { tsConfig: extractTSConfig(join(baseDir, tsConfig?.fileName ?? "tsconfig.json")) },
  );
  return output as ICruiseResult;
}

/** In the fixture, the files that break each rule. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  "no-circle": ["src/find/circle-a.ts"],
  "no-unresolved": ["src/app/unresolved.ts"],
  "no-dev-dependency": ["src/app/dev-dependency.ts"],
  words: ["src/words.ts"],
  steps: ["src/steps.ts"],
  "package-root": ["src/package-root.ts"],
  "load-program": ["src/load-program.ts"],
  feeds: ["src/feeds/planted.ts"],
  catalog: ["src/catalog/planted.ts"],
  "find-encode": ["src/find/encode/planted.ts"],
  "find-encode-types-only": ["src/find/encode/planted-value.ts"],
  find: ["src/find/planted.ts"],
  recommend: ["src/recommend/planted.ts"],
  "recommend-types-only": ["src/recommend/planted-value.ts"],
  transfer: ["src/transfer/planted.ts"],
  "transfer-types-only": ["src/transfer/planted-value.ts"],
  export: ["src/export/planted.ts"],
  select: ["src/select/planted.ts"],
  settings: ["src/settings/planted.ts"],
  events: ["src/events/planted.ts"],
  nights: ["src/nights/planted.ts"],
  "nights-types-only": ["src/nights/planted-value.ts"],
  announcements: ["src/announcements/planted.ts"],
  "announcements-types-only": ["src/announcements/planted-value.ts"],
  schedule: ["src/schedule/planted.ts"],
  "schedule-types-only": ["src/schedule/planted-value.ts"],
  // Whoever imports app breaks a rule of its own folder as well.
  queries: ["src/queries/planted.ts", "src/queries/imports-app.ts"],
  "queries-types-only": ["src/queries/planted-value.ts"],
  charts: ["src/charts/planted.ts"],
  "charts-types-only": ["src/charts/planted-value.ts"],
  "charts-render": ["src/charts/render/planted.ts"],
  reports: ["src/reports/planted.ts"],
  "reports-types-only": ["src/reports/planted-value.ts"],
  chat: ["src/chat/planted.ts"],
  "chat-types-only": ["src/chat/planted-value.ts"],
  commands: ["commands/planted.ts"],
  "commands-types-only": ["commands/planted-value.ts"],
  understand: ["src/understand/planted.ts"],
  "understand-types-only": ["src/understand/planted-value.ts"],
  surface: ["src/surface/planted.ts"],
  "surface-types-only": ["src/surface/planted-value.ts"],
  "adapter-http": ["src/adapters/http/planted.ts"],
  "adapter-terminal": ["src/adapters/terminal/planted.ts"],
  "adapter-discord": ["src/adapters/discord/planted.ts"],
  "adapter-telegram": ["src/adapters/telegram/planted.ts"],
  "index-build": ["index-build/planted.ts"],
  refresh: ["src/refresh/planted.ts"],
  // A package lies elsewhere, seen from the fixture.
  store: ["src/store/planted.ts", "src/store/driver.ts"],
  "store-drivers": ["src/store/driver.ts"],
  standins: ["standins/planted.ts"],
  "outside-the-product": ["src/app/outside.ts"],
  "app-is-the-top": ["src/queries/imports-app.ts"],
  "programs-are-the-top": ["src/app/planted.ts"],
};

describe("architecture", () => {
  it("is kept by every module", async () => {
    const result = await check(ROOT, FOLDERS, { rulesFile: CONFIG });
    // A checker that sees no modules passes everything.
    const own = result.modules.filter(
      ({ source }) => source.endsWith(".ts") && !source.includes("node_modules"),
    );
    expect(own.length).toBeGreaterThan(400);
    const dependencies = own.flatMap((module) => module.dependencies);
    expect(dependencies.length).toBeGreaterThan(1_500);
    expect(dependencies.some(({ dependencyTypes }) => dependencyTypes.includes("type-only"))).toBe(true);
    expect(violations(result).map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  }, 180_000);

  describe("catches what was planted for the rule", () => {
    let result: ICruiseResult;
    beforeAll(async () => {
      const fixture = join(ROOT, "tests/fixtures/architecture");
      result = await check(fixture, ["src", "commands", "index-build", "standins"], { cache: false });
    }, 60_000);

    it("which every rule has", () => {
      const names = (config.forbidden ?? []).map(({ name }) => name);
      expect(Object.keys(PLANTED).sort()).toEqual(names.sort());
    });

    it.each(Object.entries(PLANTED))("%s", (name, planted) => {
      const broken = violations(result).filter(({ rule }) => rule.name === name);
      expect(new Set(broken.map(({ from }) => from))).toEqual(new Set(planted));
    });
  });
});

function violations({ summary }: ICruiseResult): ICruiseResult["summary"]["violations"] {
  return summary.violations;
}
