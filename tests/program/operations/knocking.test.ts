/**
 * People knock without a pause, each with a connection of their own, at an instance that is told to end: whoever was let in
 * is answered. No proxy stands between that would ask again. `KNOCKING=50` ends it as many times.
 */
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { freePort } from "../../support/free-port.js";
import { MAIN, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";

const TIMES = Number(process.env.KNOCKING ?? 3);
const PEOPLE = 16;
const QUESTION =
  "POST /api/ask?q=/mes+enero HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/** What came of one who knocks. */
function knocked(port: number): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    let isLetIn = false;
    let error = "";
    const socket = connect(port, "127.0.0.1", () => {
      isLetIn = true;
      socket.write(QUESTION);
    });
    socket.on("data", (piece) => {
      said += piece;
    });
    socket.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
      error = code;
    });
    socket.on("close", () => {
      if (!isLetIn) resolve("not let in");
      else
        resolve(said.startsWith("HTTP/1.1 200") && !error ? "answered" : `let in, ${error || "no answer"}`);
    });
  });
}

describe("an instance that ends", () => {
  it("answers whoever it has let in", async () => {
    const answers = new Map<string, number>();
    for (let time = 0; time < TIMES; time++) {
      const port = await freePort();
      const env = {
        PATH: process.env.PATH,
        DATA_DIR: starter.root,
        PORT: String(port),
        HTTP_RATE_LIMIT: "0",
        DRAIN_SECONDS: "1",
      };
      const program = run(process.execPath, [MAIN], { cwd: "/tmp", env, stdio: ["ignore", "pipe", "pipe"] });
      await program.until(`:${port}`);
      const person = async () => {
        for (;;) {
          const told = await knocked(port);
          if (told === "not let in") return;
          answers.set(told, (answers.get(told) ?? 0) + 1);
        }
      };
      const people = Array.from({ length: PEOPLE }, person);
      await pause(300);
      expect(await program.end("SIGTERM")).toBe(0);
      await Promise.all(people);
    }
    expect([...answers.keys()]).toEqual(["answered"]);
    expect(answers.get("answered")).toBeGreaterThan(TIMES * PEOPLE);
  }, 600_000);
});
