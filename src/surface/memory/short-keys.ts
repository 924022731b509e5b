/** What has no room in a button, in memory, under keys made from it. */
import { createHash } from "node:crypto";
import type { ShortKeys } from "../../chat/ports.js";
import { BoundedMap } from "../bounded-map.js";

/** Characters kept in all. */
const CAPACITY = 4_000_000;
/** Nobody meets another text's key by chance, and nobody guesses one. */
const KEY_LENGTH = 16;

export class MemoryShortKeys implements ShortKeys {
  readonly #texts = new BoundedMap<string, string>(CAPACITY);

  keep(text: string): string {
    const key = createHash("sha256").update(text).digest("base64url").slice(0, KEY_LENGTH);
    this.#texts.set(key, text, text.length + key.length);
    return key;
  }

  async find(key: string): Promise<string | undefined> {
    return this.#texts.get(key);
  }
}
