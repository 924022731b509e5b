/** The UTF-8 bytes of many texts, one after the other: an object for each of millions would take more than the bytes. */
export class PackedTexts {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #ends: Int32Array;

  constructor(texts: readonly string[]) {
    this.length = texts.length;
    this.#ends = new Int32Array(texts.length);
    let size = 0;
    for (const [at, text] of texts.entries()) {
      size += Buffer.byteLength(text);
      this.#ends[at] = size;
    }
    this.#bytes = new Uint8Array(size);
    const writer = Buffer.from(this.#bytes.buffer);
    for (const [at, text] of texts.entries()) writer.write(text, this.#begin(at));
  }

  /** A view of one text's bytes. */
  at(place: number): Uint8Array {
    return this.#bytes.subarray(this.#begin(place), this.#ends[place]);
  }

  /** A number for each text. */
  numbers(numberOf: (bytes: Uint8Array) => number): Int32Array {
    const numbers = new Int32Array(this.length);
    for (let at = 0; at < this.length; at++) numbers[at] = numberOf(this.at(at));
    return numbers;
  }

  #begin(place: number): number {
    return place === 0 ? 0 : this.#ends[place - 1];
  }
}
