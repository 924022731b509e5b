/** Gives back at once what nobody holds any more. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Collects garbage now. V8 does so by itself once the heap has grown by about as much again: for where most of a heap has
 * just been let go and other threads are about to need the room. It takes as long as what is left is large.
 */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}
