/** How much comes out of what goes in: a packed file is from outside, and may be made to fill the machine. */
import { InputRefused } from "../broken-input.js";
import type { ReadLimits } from "../limits.js";

/** Counts one packing's bytes. One that lies in another is measured by the bytes of the outermost. */
export class Expansion {
  readonly #limits: ReadLimits;
  readonly #outer: Expansion | undefined;
  #packed = 0;
  #unpacked = 0;

  constructor(limits: ReadLimits, outer?: Expansion) {
    this.#limits = limits;
    this.#outer = outer;
  }

  /** Bytes that went in. */
  took(bytes: number): void {
    this.#packed += bytes;
  }

  /** Bytes that came out; `check` says whether that is too many. */
  gave(bytes: number): void {
    this.#unpacked += bytes;
  }

  /** @throws InputRefused beyond the limits */
  check(): void {
    const { unpackedBytes, expansionGrace, expansionRatio } = this.#limits;
    if (this.#unpacked > unpackedBytes) throw new InputRefused("too-large", `> ${unpackedBytes} bytes`);
    const ratio = this.#unpacked / Math.max(1, this.#bytesOfOutermost());
    if (this.#unpacked > expansionGrace && ratio > expansionRatio) {
      throw new InputRefused("expands-too-far", `1:${Math.round(ratio)}`);
    }
  }

  #bytesOfOutermost(): number {
    return this.#outer === undefined ? this.#packed : this.#outer.#bytesOfOutermost();
  }
}
