/** Unpacks LZ4 frames, as the `lz4` program writes them and Arrow packs its columns. */

const MAGIC = 0x184d2204;
/** Any of sixteen: a frame of somebody's own, to be passed over. */
const PASSED_OVER = 0x184d2a50;
const STORED = 0x80000000;
/** How far back a block may point. */
const HISTORY = 64 * 1024;
const LARGEST_BLOCKS = [0, 0, 0, 0, 1 << 16, 1 << 18, 1 << 20, 1 << 22];

interface Frame {
  readonly largestBlock: number;
  readonly blockSums: boolean;
  readonly sum: boolean;
  /** The last bytes that came out, then room for a block. */
  readonly room: Buffer;
  known: number;
}

/** Takes frames in pieces of any size, one after the other, and hands on what each block unpacks to. */
export class Lz4Unpacker {
  readonly #onPiece: (piece: Uint8Array) => void;
  #waiting: Buffer = Buffer.alloc(0);
  #frame: Frame | undefined;
  #toPass = 0;

  constructor(onPiece: (piece: Uint8Array) => void) {
    this.#onPiece = onPiece;
  }

  /** @throws Error where the bytes are no LZ4 */
  push(piece: Uint8Array): void {
    this.#waiting = this.#waiting.length === 0 ? Buffer.from(piece) : Buffer.concat([this.#waiting, piece]);
    for (;;) {
      const passed = Math.min(this.#toPass, this.#waiting.length);
      this.#toPass -= passed;
      this.#waiting = this.#waiting.subarray(passed);
      const taken =
        this.#frame === undefined
          ? this.#takeHeader(this.#waiting)
          : this.#takeBlock(this.#waiting, this.#frame);
      if (taken === 0) return;
      this.#waiting = this.#waiting.subarray(taken);
    }
  }

  /** @throws Error where the last frame is not whole */
  end(): void {
    if (this.#frame !== undefined || this.#waiting.length > 0 || this.#toPass > 0) throw cut();
  }

  /** @returns bytes taken; 0 where more are needed */
  #takeHeader(bytes: Buffer): number {
    if (bytes.length < 4) return 0;
    const magic = bytes.readUInt32LE(0);
    if ((magic & 0xfffffff0) >>> 0 === PASSED_OVER) {
      if (bytes.length < 8) return 0;
      this.#toPass = bytes.readUInt32LE(4);
      return 8;
    }
    if (magic !== MAGIC) throw new Error("no LZ4 frame");
    if (bytes.length < 7) return 0;
    const flags = bytes.readUInt8(4);
    const largestBlock = LARGEST_BLOCKS[(bytes.readUInt8(5) >> 4) & 7] ?? 0;
    if (flags >> 6 !== 1 || largestBlock === 0 || (flags & 1) !== 0) throw new Error("unknown LZ4 frame");
    const length = 7 + ((flags & 8) === 0 ? 0 : 8);
    if (bytes.length < length) return 0;
    this.#frame = {
      largestBlock,
      blockSums: (flags & 16) !== 0,
      sum: (flags & 4) !== 0,
      room: Buffer.alloc(HISTORY + largestBlock),
      known: 0,
    };
    return length;
  }

  #takeBlock(bytes: Buffer, frame: Frame): number {
    if (bytes.length < 4) return 0;
    const head = bytes.readUInt32LE(0);
    if (head === 0) {
      const end = frame.sum ? 8 : 4;
      if (bytes.length < end) return 0;
      this.#frame = undefined;
      return end;
    }
    const isStored = head >= STORED;
    const length = isStored ? head - STORED : head;
    if (length > frame.largestBlock) throw new Error("LZ4 block too large");
    const end = 4 + length + (frame.blockSums ? 4 : 0);
    if (bytes.length < end) return 0;
    const block = bytes.subarray(4, 4 + length);
    const { room, known } = frame;
    const to = isStored ? known + block.copy(room, known) : unpackBlock(block, room, known);
    this.#onPiece(Buffer.from(room.subarray(known, to)));
    const start = Math.max(0, to - HISTORY);
    room.copyWithin(0, start, to);
    frame.known = to - start;
    return end;
  }
}

/**
 * One block, written behind what is known of the ones before it.
 * @returns where it ends in `room`
 */
function unpackBlock(block: Buffer, room: Buffer, known: number): number {
  let at = 0;
  let to = known;
  const lengthOf = (nibble: number): number => {
    let length = nibble;
    for (let more = nibble === 15 ? 255 : 0; more === 255; length += more) {
      more = block[at++] ?? missing();
    }
    return length;
  };
  while (at < block.length) {
    const token = block[at++] ?? missing();
    const literals = lengthOf(token >> 4);
    if (at + literals > block.length || to + literals > room.length) missing();
    block.copy(room, to, at, at + literals);
    at += literals;
    to += literals;
    if (at >= block.length) break;
    const back = (block[at] ?? missing()) | ((block[at + 1] ?? missing()) << 8);
    at += 2;
    const length = lengthOf(token & 15) + 4;
    if (back === 0 || back > to || to + length > room.length) missing();
    // What is copied may reach into what it writes.
    if (back >= length) room.copyWithin(to, to - back, to - back + length);
    else for (let one = to; one < to + length; one++) room[one] = room[one - back] ?? 0;
    to += length;
  }
  return to;
}

function cut(): Error {
  return new Error("unexpected EOF");
}

function missing(): never {
  throw new Error("damaged LZ4 block");
}
