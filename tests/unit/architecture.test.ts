/** The import rules of docs/architecture.md, and that the checker which enforces them sees anything at all. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise, type IConfiguration, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const { default: config } = (await import(pathToFileURL(join(ROOT, ".dependency-cruiser.mjs")).href)) as {
  default: IConfiguration;
};

async function check(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { options, ...ruleSet } = config;
  const { tsConfig, ...cruiseOptions } = options ?? {};
  const { output } = await cruise(
    folders,
    { ...cruiseOptions, ruleSet, validate: true, baseDir } as Parameters<typeof cruise>[1],
    undefined,
    { tsConfig: extractTSConfig(join(baseDir, tsConfig?.fileName ?? "tsconfig.json")) },
  );
  return output as ICruiseResult;
}

const rulesBroken = ({ summary }: ICruiseResult) =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);

describe("architecture", () => {
  it("is kept by every module", async () => {
    const result = await check(ROOT, ["src", "commands", "index-build", "bench"]);
    // A checker that sees no modules passes everything.
    const own = result.modules.filter(
      ({ source }) => source.endsWith(".ts") && !source.includes("node_modules"),
    );
    expect(own.length).toBeGreaterThan(60);
    expect(own.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(150);
    expect(rulesBroken(result)).toEqual([]);
  }, 60_000);

  it("catches planted violations", async () => {
    const result = await check(join(ROOT, "tests/fixtures/architecture"), ["src", "commands"]);
    expect(rulesBroken(result)).toEqual([
      "catalog: src/catalog/planted.ts -> src/find/engine.ts",
      "commands-types-only: commands/planted.ts -> src/find/engine.ts",
    ]);
  }, 60_000);
});
