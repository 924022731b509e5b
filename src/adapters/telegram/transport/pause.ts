/** Waiting that can be ended from outside. */
import type { Listenable } from "../../../surface/network/http-client.js";
import { Stopping } from "./stopping.js";

/** Resolves after `milliseconds`; rejects with `Stopping` where it is aborted first. */
export function pause(milliseconds: number, signal: Listenable): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Stopping());
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    };
    const abort = () => {
      end();
      reject(new Stopping());
    };
    const timer = setTimeout(() => {
      end();
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", abort);
  });
}
