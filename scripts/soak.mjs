/**
 * `npm run soak`: what CI does in samples, in full. Parts of it alone:
 * - `npm run soak -- day [MINUTES]`: a day in 30 minutes, or in as many as are given;
 * - `npm run soak -- requests`: 50,000 bad requests and 5,000 silent connections;
 * - `npm run soak -- restarts`: 10,000 questions while two instances are restarted in turn, and one that ends 50 times while
 *   people knock.
 */
import { spawnSync } from "node:child_process";

const PROGRAM = "tests/program";

/** @param {string[]} files @param {Record<string, string>} variables */
function program(files, variables) {
  vitest(["--project", "program", ...files.map((file) => `${PROGRAM}/${file}`)], variables);
}

/** @param {string[]} args @param {Record<string, string>} variables */
function vitest(args, variables) {
  const env = { ...process.env, ...variables };
  const { status } = spawnSync("npx", ["vitest", "run", ...args], { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}

const restarts = () =>
  program(["operations/rolling-restart.test.ts", "operations/knocking.test.ts"], {
    ROLLING: "10000",
    KNOCKING: "50",
  });
const requests = () =>
  program(["adapters/http/hostile.test.ts", "adapters/http/silent.test.ts"], {
    HTTP_BAD_REQUESTS: "50000",
    HTTP_SILENT: "5000",
  });

const [what, minutes = "30"] = process.argv.slice(2);
if (what === "day") program(["operations/day/day.test.ts"], { SOAK_DAY: minutes });
else if (what === "requests") requests();
else if (what === "restarts") restarts();
else {
  program(["refresh/swap.test.ts", "hostile"], { SOAK_ROUNDS: "200", HOSTILE_FULL: "1" });
  restarts();
  requests();
  vitest(["--project", "unit", "tests/unit/events"], { ELECTIONS: "100000", NIGHTS: "20000" });
}
