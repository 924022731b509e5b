import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // By default one core is left free, which on two leaves one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "commands/**/*.ts", "index-build/**/*.ts"],
      // Wiring runs in processes of their own, where coverage does not see it; tests/start.test.ts runs it for real.
      exclude: ["src/main.ts", "src/cli/**", "index-build/main.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 85, functions: 85, branches: 75 },
    },
  },
});
