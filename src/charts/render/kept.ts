/** Pictures that were drawn: the same words and figures are the same picture. Those used least lately go first. */
import { createHash } from "node:crypto";
import type { DrawTask } from "./draw.js";

export class KeptPictures {
  readonly #kept = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #capacity: number;
  #size = 0;

  /** @param capacity bytes */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  static key(task: DrawTask): string {
    return createHash("sha256").update(JSON.stringify(task)).digest("base64url");
  }

  get(key: string): Uint8Array<ArrayBuffer> | undefined {
    const bytes = this.#kept.get(key);
    if (bytes !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, bytes);
    }
    return bytes;
  }

  set(key: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.byteLength > this.#capacity / 4) return;
    this.#size += bytes.byteLength - (this.#kept.get(key)?.byteLength ?? 0);
    this.#kept.set(key, bytes);
    for (const [oldest, { byteLength }] of this.#kept) {
      if (this.#size <= this.#capacity) break;
      this.#kept.delete(oldest);
      this.#size -= byteLength;
    }
  }
}
