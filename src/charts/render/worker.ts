/** The thread in which charts are drawn, one after the other. */
import { parentPort } from "node:worker_threads";
import { type DrawTask, draw } from "./draw.js";

/** What the thread is told. */
export interface Asked {
  readonly id: number;
  readonly task: DrawTask;
}

/** What it tells. */
export type Told =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string };

const port = parentPort;

port?.on("message", async ({ id, task }: Asked) => {
  try {
    const bytes = await draw(task);
    const told: Told = { id, bytes };
    port.postMessage(told, [bytes.buffer]);
  } catch (error) {
    const told: Told = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    port.postMessage(told);
  }
});
