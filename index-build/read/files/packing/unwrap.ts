/** Unpacks what one text was packed with, as a stream that the reader pulls. */
import { ReadableStream } from "node:stream/web";
import { Decompress } from "fzstd";
import unbzip2 from "unbzip2-stream";
import xz from "xz-decompress";
import { InputCut, InputRefused } from "../broken-input.js";
import type { ReadLimits } from "../limits.js";
import { Expansion } from "./expansion.js";
import { Lz4Unpacker } from "./lz4.js";
import type { Wrapping } from "./magic.js";
import { unpack } from "./unpack.js";

/** Packed bytes given to an unpacker at once; it bounds what one turn unpacks. */
const INPUT_BYTES = 16 * 1024;

/**
 * The unpacked bytes; everything that could be unpacked comes before an error is thrown.
 * @throws InputCut where the packed bytes end early or are damaged
 * @throws InputRefused where they expand beyond `limits`
 */
export function unwrap(
  packed: AsyncIterable<Buffer>,
  wrapping: Wrapping,
  limits: ReadLimits,
  expansion = new Expansion(limits),
): AsyncGenerator<Buffer> {
  switch (wrapping) {
    case "gzip":
      return unpack(packed, "gzip", limits, { expansion });
    case "bzip2":
      return pushed(packed, expansion, bzip2Unpacker);
    case "zstd":
      return pushed(packed, expansion, zstdUnpacker);
    case "lz4":
      return pushed(packed, expansion, (onPiece) => new Lz4Unpacker(onPiece));
    case "xz":
      return unpackXz(packed, expansion);
  }
}

/** An unpacker that is handed pieces, and hands on what they unpack to at once. */
interface Unpacker {
  push(piece: Buffer): void;
  end(): void;
}

type CreateUnpacker = (onPiece: (piece: Uint8Array) => void, onError: (error: unknown) => void) => Unpacker;

async function* pushed(
  packed: AsyncIterable<Buffer>,
  expansion: Expansion,
  create: CreateUnpacker,
): AsyncGenerator<Buffer> {
  const pieces: Buffer[] = [];
  let failure: unknown;
  const onPiece = (piece: Uint8Array): void => {
    if (failure !== undefined) return;
    expansion.gave(piece.length);
    // Inside the unpacker, for a few bytes may go on for long.
    expansion.check();
    pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
  };
  const unpacker = create(onPiece, (error) => {
    failure ??= error;
  });
  const attempt = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      failure ??= error;
    }
  };
  for await (const chunk of packed) {
    for (let start = 0; start < chunk.length && failure === undefined; start += INPUT_BYTES) {
      const input = chunk.subarray(start, start + INPUT_BYTES);
      expansion.took(input.length);
      attempt(() => unpacker.push(input));
      yield* pieces.splice(0);
    }
    if (failure !== undefined) break;
  }
  if (failure === undefined) attempt(() => unpacker.end());
  yield* pieces.splice(0);
  if (failure !== undefined) throw badEnd(failure);
}

const bzip2Unpacker: CreateUnpacker = (onPiece, onError) => {
  const stream = unbzip2();
  stream.on("data", onPiece);
  stream.on("error", onError);
  return {
    push: (piece) => void stream.write(piece),
    end: () => void stream.end(),
  };
};

const zstdUnpacker: CreateUnpacker = (onPiece) => {
  const stream = new Decompress(onPiece);
  return {
    push: (piece) => stream.push(piece),
    end: () => stream.push(new Uint8Array(0), true),
  };
};

async function* unpackXz(packed: AsyncIterable<Buffer>, expansion: Expansion): AsyncGenerator<Buffer> {
  const input = packed[Symbol.asyncIterator]();
  let failure: unknown;
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await input.next().catch((error: unknown) => {
        failure = error;
        return { done: true, value: undefined };
      });
      if (done === true || value === undefined) return controller.close();
      expansion.took(value.length);
      // The unpacker keeps the piece's buffer for itself.
      controller.enqueue(new Uint8Array(value));
    },
  });
  const reader = new xz.XzReadableStream(source).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      expansion.gave(value.length);
      expansion.check();
      yield Buffer.from(value);
    }
  } catch (error) {
    throw badEnd(failure ?? error);
  } finally {
    await reader.cancel().catch(() => undefined);
    await input.return?.();
  }
  if (failure !== undefined) throw badEnd(failure);
}

/** The unpackers say by words or by numbers that bytes are missing, or do not say it at all. */
function badEnd(error: unknown): InputCut | InputRefused {
  if (error instanceof InputCut || error instanceof InputRefused) return error;
  const words = error instanceof Error ? error.message : String(error);
  const truncated = /unexpected EOF|prematurely|undefined|code 8/iu.test(words);
  return new InputCut(truncated ? "truncated" : "corrupt", { cause: error });
}
