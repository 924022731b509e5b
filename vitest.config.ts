import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What both projects have in common. */
const shared = {
  testTimeout: 30_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // By default one core is left free, which on two leaves one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Nothing is compiled or built for these: a single file starts at once.
      { test: { ...shared, name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      // The program as it is compiled, and the index of the starter catalogue.
      {
        test: {
          ...shared,
          name: "program",
          include: ["tests/program/**/*.test.ts"],
          globalSetup: ["tests/program/global-setup.ts"],
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "commands/**/*.ts", "index-build/**/*.ts"],
      // These run in processes of their own, where coverage does not see them; tests/program runs them for real.
      exclude: ["src/main.ts", "src/app/{run,shard,surfaces,tool}.ts", "src/cli/**", "index-build/main.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 85, functions: 85, branches: 75 },
    },
  },
});
