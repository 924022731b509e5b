/**
 * `node dist/src/cli/health.js`: exit code 0 where the program that listens at HOST and PORT is ready. For a container's
 * health check: it is started every half minute, so that it reads nothing and loads nothing.
 */
import { get } from "node:http";

/** Milliseconds. */
const PATIENCE = 4_000;

/** Listening on all addresses of the machine, it is asked at the nearest. */
const NEAREST: ReadonlyMap<string, string> = new Map([
  ["", "127.0.0.1"],
  ["0.0.0.0", "127.0.0.1"],
  ["::", "::1"],
]);

const { HOST = "127.0.0.1", PORT = "" } = process.env;
const host = NEAREST.get(HOST.trim()) ?? HOST.trim();

get({ host, port: Number(PORT) || 3000, path: "/readyz", timeout: PATIENCE }, (response) => {
  response.resume();
  process.exitCode = response.statusCode === 200 ? 0 : 1;
})
  .on("timeout", () => process.exit(1))
  .on("error", () => process.exit(1));
