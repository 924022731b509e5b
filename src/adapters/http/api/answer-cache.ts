/** Responses that are sent again for as long as the edition lasts that they were made from. */
import { getHeapStatistics } from "node:v8";
import type { Bot, Edition } from "../../../chat/contract.js";
import type { Locale } from "../../../chat/locale.js";
import { BoundedMap } from "../../../surface/bounded-map.js";
import { etagOf, type Rendition } from "../server/sending/rendition.js";

/** Bytes of responses kept at most, and of Node's heap: what was asked only once lies there, as a text. */
const MOST_KEPT = 32_000_000;
const SHARE_OF_HEAP = 1 / 16;

/** The responses made from one edition. */
export class AnswerCache {
  readonly #renditions: BoundedMap<string, Rendition>;
  readonly #salt: string;

  /** @param program version of the program: another one may word its answers differently */
  constructor({ edition, program: { settings } }: Bot, program: string, capacity: number) {
    this.#renditions = new BoundedMap(capacity);
    this.#salt = JSON.stringify([edition.catalog.manifest.version, program, settings]);
  }

  /** A function of all that an answer depends on: the index's version, the program and its settings, address, language. */
  etag(url: string, { tag }: Locale): string {
    return etagOf([this.#salt, url, tag].join("\0"));
  }

  get(key: string): Rendition | undefined {
    return this.#renditions.get(key);
  }

  set(key: string, rendition: Rendition): void {
    this.#renditions.set(key, rendition, rendition.size + key.length * 2);
  }
}

/** A cache for each edition: another one begins with an empty one. */
export class AnswerCaches {
  /** Weak: a process that nobody asks over HTTP must not hold on to an edition that is in use no more. */
  readonly #caches = new WeakMap<Edition, AnswerCache>();
  readonly #program: string;
  readonly #capacity: number;

  /**
   * @param program version of the program
   * @param capacity bytes that each may hold; 32 MB unless said, less where the heap is small; 0 holds none
   */
  constructor(program: string, capacity = Math.min(MOST_KEPT, SHARE_OF_HEAP * heapLimit())) {
    this.#program = program;
    this.#capacity = capacity;
  }

  of(bot: Bot): AnswerCache {
    const known = this.#caches.get(bot.edition);
    if (known !== undefined) return known;
    const cache = new AnswerCache(bot, this.#program, this.#capacity);
    this.#caches.set(bot.edition, cache);
    return cache;
  }
}

function heapLimit(): number {
  return getHeapStatistics().heap_size_limit;
}
