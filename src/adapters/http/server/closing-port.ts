/** Closes a port or a connection so that nobody is cut off who is just arriving. */
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";

/** Milliseconds that a turn of the event loop takes at most in which hardly anything happened. */
const QUIET = 0.2;
/** Turns after which nobody waits for a quiet one any more; those in which something happens take some milliseconds. */
const MOST_TURNS = 1_000;

/**
 * Resolves right after a turn of the event loop that took no time: what had arrived is taken in, and what arrives is so
 * within a fraction of a millisecond.
 * @param arrived how many have come so far that would have to be waited for
 */
export async function quietTurn(arrived: () => number = () => 0): Promise<void> {
  // This turn began before, with whatever called this.
  await setImmediate();
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const before = arrived();
    const since = performance.now();
    await setImmediate();
    if (arrived() === before && performance.now() - since < QUIET) return;
  }
}

/**
 * Closes the port of a server; who is connected stays so. The system cuts off who knocked while this process did something
 * else and is not let in yet when the port is closed, and a proxy has handed its request over by then and may not send it
 * again. So those who knock are let in without being answered until a turn brings nobody; then the port is closed, and
 * they are.
 */
export async function closePort(server: Server): Promise<void> {
  const answering = server.listeners("connection") as ((socket: Socket) => void)[];
  const waiting: Socket[] = [];
  server.removeAllListeners("connection").on("connection", (socket: Socket) => waiting.push(socket));
  await quietTurn(() => waiting.length);
  server.close();
  server.removeAllListeners("connection");
  for (const listener of answering) server.on("connection", listener);
  for (const socket of waiting) server.emit("connection", socket);
}
