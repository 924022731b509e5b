/** Whether a key may be among many: a bit for each by its hash, so that most of those that are not cost nothing further. */

/** Bits for each key: one in eight of the others passes. */
const BITS_A_KEY = 8;

export class KnownKeys {
  readonly #bits: Uint8Array;
  readonly #mask: number;

  constructor(count: number, keyAt: (place: number) => string) {
    const size = 1 << Math.max(3, Math.ceil(Math.log2(count * BITS_A_KEY + 1)));
    this.#mask = size - 1;
    this.#bits = new Uint8Array(size >> 3);
    for (let place = 0; place < count; place++) {
      const bit = hashOf(keyAt(place)) & this.#mask;
      this.#bits[bit >> 3] = (this.#bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  /** False for a key that is none of them for sure. */
  mayHave(key: string): boolean {
    const bit = hashOf(key) & this.#mask;
    return ((this.#bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
