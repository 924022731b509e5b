/**
 * `npm run soak`: what CI does in samples, in full. `npm run soak -- day [MINUTES]`: a day in 30 minutes, or in as many as
 * are given.
 */
import { spawnSync } from "node:child_process";

const PROGRAM = "tests/program";

/** @param {string[]} args @param {Record<string, string>} variables */
function vitest(args, variables) {
  const env = { ...process.env, ...variables };
  const { status } = spawnSync("npx", ["vitest", "run", ...args], { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}

const [what, minutes = "30"] = process.argv.slice(2);
if (what === "day") {
  vitest(["--project", "program", `${PROGRAM}/operations/day/day.test.ts`], { SOAK_DAY: minutes });
} else {
  vitest(
    [
      "--project",
      "program",
      `${PROGRAM}/refresh/swap.test.ts`,
      `${PROGRAM}/operations/rolling-restart.test.ts`,
      `${PROGRAM}/hostile`,
    ],
    { SOAK_ROUNDS: "200", ROLLING: "10000", HOSTILE_FULL: "1" },
  );
  vitest(["--project", "unit", "tests/unit/events"], { ELECTIONS: "100000", NIGHTS: "20000" });
}
