/** A port that is closed while people knock. The server's turns are known here: each answer brings the next who knocks. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it } from "vitest";
import { closePort, quietTurn } from "../../../../../src/adapters/http/server/closing-port.js";

type End = "answered" | "refused" | "cut off";

const QUESTION = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/**
 * Knocks and asks. A connection of the loopback is made at once: it lies with the system until the server's next turn.
 * @returns what came of it
 */
function knocked(server: Server): Promise<End> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  return new Promise((resolve) => {
    let said = "";
    let end: End = "cut off";
    socket.on("connect", () => socket.write(QUESTION));
    socket.on("data", (piece) => {
      said += piece;
    });
    socket.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "ECONNREFUSED") end = "refused";
    });
    socket.on("close", () => resolve(said.startsWith("HTTP/1.1 200") ? "answered" : end));
  });
}

/** Closes it while it answers the fifth; each answer brings another who knocks, for as long as its port is open. */
async function ends(close: (server: Server) => Promise<void>): Promise<End[]> {
  const all: Promise<End>[] = [];
  let closed: Promise<void> | undefined;
  const server = createServer((_request, response) => {
    if (server.address()) all.push(knocked(server));
    if (all.length === 5) closed = close(server);
    response.end("sí");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  all.push(knocked(server));
  await once(server, "close");
  await closed;
  return Promise.all(all);
}

describe("closing a port", () => {
  it("cuts nobody off who has been let in, however it comes", async () => {
    const told = await ends(closePort);
    expect(told.length).toBeGreaterThanOrEqual(5);
    expect(told.filter((end) => end !== "answered")).toEqual([]);
  });

  it("is needed: closed after this turn alone, somebody is cut off", async () => {
    const told = await ends(async (server) => {
      await new Promise(setImmediate);
      server.close();
    });
    expect(told).toContain("cut off");
  });
});

describe("a quiet turn", () => {
  it("is not one in which somebody came", async () => {
    let arrived = 0;
    let turns = 0;
    const coming = () => {
      turns++;
      // Somebody in each of twenty turns.
      if (turns <= 20) arrived++;
      if (!isOver) setImmediate(coming);
    };
    let isOver = false;
    setImmediate(coming);
    await quietTurn(() => arrived);
    isOver = true;
    expect(turns).toBeGreaterThan(20);
  });

  it("is not waited for without end", async () => {
    let arrived = 0;
    await quietTurn(() => arrived++);
    expect(arrived).toBeGreaterThan(1_000);
  });
});
