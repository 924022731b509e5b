/** Writing to a stream that may be slow, or whose reader may have gone. */
import { once } from "node:events";

export interface Writer {
  /** Resolves once there is room for more; false when nobody reads any longer. */
  write(text: string): Promise<boolean>;
}

/** `program | head -1` closes the pipe early: that is the reader's right and no error. */
export function writerOf(stream: NodeJS.WritableStream): Writer {
  let open = true;
  let failure: Error | undefined;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") failure = error;
  });
  stream.on("close", () => {
    open = false;
  });
  return {
    async write(text) {
      if (open && !stream.write(text)) {
        const gone = new AbortController();
        const end = { signal: gone.signal };
        const settled = [once(stream, "drain", end), once(stream, "close", end)];
        // An error ends the waiting too; it is kept by the listener above.
        await Promise.race(settled).catch(() => undefined);
        gone.abort();
        await Promise.allSettled(settled);
      }
      if (failure) throw failure;
      return open;
    },
  };
}
