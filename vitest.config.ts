import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.js";

/** What both projects have in common. */
const shared = {
  // Longer than a busy machine stands still: only what never comes is to fail for its time.
  testTimeout: 120_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
  setupFiles: ["tests/support/setup.ts"],
};

/** What changes discord.js, before it is loaded or for good: nothing else is to meet that. */
const ALONE = [
  "tests/unit/adapters/discord/proxied.test.ts",
  "tests/unit/adapters/discord/shard-failures.test.ts",
  // The library alone: what it leaves behind where its connections were cut is not ours to mend.
  "tests/unit/standins/discord/**/*.test.ts",
] as const;

export default defineConfig({
  test: {
    // What was transformed once is read the next time: half of what a file needs to start.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
    projects: [
      // Nothing is compiled or built for these: a single file starts at once. Many wait for what a platform would make
      // them wait for, so that more of them than there are cores have room.
      // One after the other they share what is loaded: each by itself spent most of its time loading it.
      {
        test: {
          ...shared,
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          exclude: [...ALONE],
          isolate: false,
          maxWorkers: availableParallelism() * 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: "alone",
          include: [...ALONE],
          maxWorkers: availableParallelism() * 2,
          sequence: { groupOrder: 0 },
        },
      },
      // The program as it is compiled, and the index of the starter catalogue, which is opened once for many files. While
      // one waits for a process that it started, or for a clock, others work.
      {
        test: {
          ...shared,
          name: "program",
          include: ["tests/program/**/*.test.ts"],
          isolate: false,
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 1 },
          globalSetup: ["tests/program/global-setup.ts"],
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "commands/**/*.ts", "index-build/**/*.ts"],
      // These run in processes of their own, where coverage does not see them; tests/program runs them for real.
      exclude: [
        "src/main.ts",
        "src/app/{main,run,shard,surfaces,tool}.ts",
        "src/cli/**",
        "index-build/main.ts",
      ],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 85, functions: 85, branches: 75 },
    },
  },
});
