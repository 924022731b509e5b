/** Unpacks gzip and deflate as a stream that the reader pulls, and notices when it ends badly. */
import { constants, createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from "node:zlib";
import { InputCut } from "../broken-input.js";
import type { ReadLimits } from "../limits.js";
import { Expansion } from "./expansion.js";

export type Packing = "gzip" | "deflate";

export interface UnpackOptions {
  /** Told how many bytes the packed text took, once it has come to its end; more may follow it. */
  readonly onEnd?: (packedBytes: number) => void;
  /** Where it lies in another packing. */
  readonly expansion?: Expansion;
}

/** Output of zlib comes in pieces of this size: larger than Node's 16 KB, for fewer turns through the thread pool. */
const PIECE_BYTES = 256 * 1024;
/** Packed bytes given to zlib at once: with deflate's limit of about 1:1,032 it bounds what one turn unpacks. */
const INPUT_BYTES = 16 * 1024;

/**
 * The unpacked bytes of `packed`. Everything that could be unpacked is yielded before an error is thrown, which
 * Node's own stream does not promise: it drops what is buffered.
 * @throws InputCut where the packed bytes end early or are damaged
 * @throws InputRefused where they expand beyond `limits`
 */
export async function* unpack(
  packed: AsyncIterable<Buffer>,
  packing: Packing,
  limits: ReadLimits,
  { onEnd, expansion = new Expansion(limits) }: UnpackOptions = {},
): AsyncGenerator<Buffer> {
  const options = { chunkSize: PIECE_BYTES, finishFlush: constants.Z_FINISH };
  const zlib = packing === "gzip" ? createGunzip(options) : createInflateRaw(options);
  const pieces: Buffer[] = [];
  let failure: Error | undefined;
  zlib.on("data", (piece: Buffer) => {
    expansion.gave(piece.length);
    pieces.push(piece);
  });
  zlib.on("error", (error: Error) => {
    failure ??= error;
  });

  try {
    for await (const chunk of packed) {
      for (
        let start = 0;
        start < chunk.length && failure === undefined && !zlib.readableEnded;
        start += INPUT_BYTES
      ) {
        const input = chunk.subarray(start, start + INPUT_BYTES);
        expansion.took(input.length);
        await write(zlib, input);
        expansion.check();
        yield* pieces.splice(0);
      }
    }
    // The end is told apart from the last bytes, so that an early end costs none of what these unpack to.
    if (failure === undefined) await end(zlib);
    expansion.check();
    yield* pieces.splice(0);
    if (failure !== undefined) throw cutOf(failure);
    onEnd?.(zlib.bytesWritten);
  } finally {
    zlib.destroy();
  }
}

function write(zlib: Gunzip | InflateRaw, input: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      zlib.off("end", settle).off("error", settle);
      resolve();
    };
    // A stream that meets its own end mid-input may leave the callback to its "end".
    zlib.once("end", settle).once("error", settle);
    zlib.write(input, settle);
  });
}

function end(zlib: Gunzip | InflateRaw): Promise<void> {
  return new Promise((resolve) => {
    if (zlib.readableEnded || zlib.destroyed) return resolve();
    zlib.once("end", resolve).once("error", resolve);
    zlib.end();
  });
}

function cutOf(error: Error): InputCut {
  const truncated = "code" in error && error.code === "Z_BUF_ERROR";
  return new InputCut(truncated ? "truncated" : "corrupt", { cause: error });
}
