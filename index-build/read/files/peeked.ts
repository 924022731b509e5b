/** Bytes that are read once, of which the beginning can be looked at before. */
import { InputCut } from "./broken-input.js";

/** Enough to tell what a file is: by its magic bytes, and by the first lines of a text. */
const HEAD_BYTES = 64 * 1024;

export class Peeked {
  /** The first bytes; fewer than `HEAD_BYTES` only where there are no more. */
  readonly head: Buffer;
  readonly #pieces: readonly Buffer[];
  readonly #rest: AsyncIterator<Buffer>;
  /** The bytes ended badly inside the head: what is there is good. */
  readonly #cut: InputCut | undefined;

  private constructor(pieces: readonly Buffer[], rest: AsyncIterator<Buffer>, cut: InputCut | undefined) {
    this.#pieces = pieces;
    this.#rest = rest;
    this.#cut = cut;
    this.head = Buffer.concat(pieces);
  }

  /** @throws InputRefused where the bytes may not be read */
  static async of(bytes: AsyncIterable<Buffer>): Promise<Peeked> {
    const rest = bytes[Symbol.asyncIterator]();
    const pieces: Buffer[] = [];
    try {
      for (let length = 0; length < HEAD_BYTES; ) {
        const { done, value } = await rest.next();
        if (done === true) break;
        pieces.push(value);
        length += value.length;
      }
    } catch (error) {
      if (!(error instanceof InputCut)) throw error;
      return new Peeked(pieces, rest, error);
    }
    return new Peeked(pieces, rest, undefined);
  }

  /** All bytes, those of the head included. To be asked for once. */
  async *bytes(): AsyncGenerator<Buffer> {
    try {
      yield* this.#pieces;
      if (this.#cut !== undefined) throw this.#cut;
      for (;;) {
        const { done, value } = await this.#rest.next();
        if (done === true) return;
        yield value;
      }
    } finally {
      await this.close();
    }
  }

  /** Where the bytes are not wanted after all. */
  async close(): Promise<void> {
    await this.#rest.return?.();
  }
}
