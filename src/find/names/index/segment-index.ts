/**
 * Keys that may be a text but for a few edits, by their segments (see `encode/segments.ts`). Nothing is
 * decoded or allocated for a key that does not fit.
 */
import type { TableOf } from "../../../catalog/columns.js";
import type { TABLES } from "../../../catalog/schema.js";
import {
  bucketOf,
  MOST_SEGMENTS,
  mix,
  segmentCount,
  segmentSeed,
  segmentStart,
  wholeBucket,
} from "../../encode/segments.js";
import { letterMask } from "../../encode/sound.js";

export type SegmentTable = TableOf<(typeof TABLES)["filmLetterSegments"]>;

/** Keys looked at for one question, whatever it is: the worst cases are all common letters. */
const MOST_KEYS = 12_000;
/** Keys that are given back: so many have their letters in common only where letters say nothing. */
const MOST_FOUND = 8_192;
/** Buckets of one segment: each place it may have moved to, with and without a swap undone. */
const MOST_BUCKETS = 16;
/** All letters may differ. */
const ANY = 32;

/**
 * The buckets of each segment of the length at hand and how much stands in them; reused for every question.
 */
const buckets = new Int32Array(MOST_SEGMENTS * MOST_BUCKETS);
const counts = new Int32Array(MOST_SEGMENTS);
const sizes = new Int32Array(MOST_SEGMENTS);

export class SegmentIndex {
  /** What was found last. Reused, so that nothing is allocated. */
  readonly #found = new Int32Array(MOST_FOUND);
  #foundCount = 0;
  readonly #offsets: Int32Array;
  readonly #steps: Uint8Array;
  readonly #bucketCount: number;
  readonly #masks: Int32Array;

  /** @param masks which letters each key has: far cheaper to compare than the key */
  constructor(table: SegmentTable, masks: Int32Array) {
    const { offsets, values } = table.steps;
    this.#masks = masks;
    this.#offsets = offsets;
    this.#steps = values;
    this.#bucketCount = table.rowCount;
  }

  /**
   * Finds every key that is these bytes but for `edits` edits (insertions, deletions, replacements, swaps),
   * and some that are not; the best known ones first within a list, and some more than once.
   * @param end keys from here on are of no interest
   * @returns how many keys `found` gives
   */
  near(bytes: Uint8Array, edits: number, end: number): number {
    this.#foundCount = 0;
    if (end === 0) return 0;
    const mask = letterMask(bytes);
    let left = this.#nearOfLength(bytes, bytes.length, edits, mask, end, MOST_KEYS);
    // Lengths nearest to the question's first: if keys run out, the likeliest were seen.
    for (let apart = 1; apart <= edits && left >= 0; apart++) {
      left = this.#nearOfLength(bytes, bytes.length + apart, edits, mask, end, left);
      if (bytes.length > apart && left >= 0)
        left = this.#nearOfLength(bytes, bytes.length - apart, edits, mask, end, left);
    }
    return this.#foundCount;
  }

  /**
   * Finds every key that is in the bucket of these bytes as a whole: where keys have one segment only.
   * @returns how many keys `found` gives
   */
  same(bytes: Uint8Array, end: number): number {
    this.#foundCount = 0;
    this.#walk(wholeBucket(bytes, this.#bucketCount), 0, ANY, end);
    return this.#foundCount;
  }

  /** The i-th of the keys that were found last. */
  found(i: number): number {
    return this.#found[i];
  }

  /** The keys of one length; returns how many more may be looked at. */
  #nearOfLength(
    bytes: Uint8Array,
    length: number,
    edits: number,
    mask: number,
    end: number,
    left: number,
  ): number {
    const count = segmentCount(length);
    for (let segment = 0; segment < count; segment++) this.#place(bytes, length, count, segment, edits);
    // An edit changes which letters are there by two at most, one that makes a text longer or shorter by one.
    const mostBits = 2 * edits - Math.abs(bytes.length - length);
    let remaining = left;
    // Edits touch so many segments at most: one more, the rarest, are enough.
    for (let needed = Math.min(count, edits + 1); needed > 0 && remaining >= 0; needed--) {
      let rarest = -1;
      for (let segment = 0; segment < count; segment++) {
        if (sizes[segment] >= 0 && (rarest < 0 || sizes[segment] < sizes[rarest])) rarest = segment;
      }
      sizes[rarest] = -1;
      for (let i = 0; i < counts[rarest]; i++)
        remaining -= this.#walk(buckets[rarest * MOST_BUCKETS + i], mask, mostBits, end);
    }
    return remaining;
  }

  /**
   * Notes in which buckets a segment stands if it is left whole: the edits before it have moved it, and those
   * behind it have to make up for the difference in length.
   */
  #place(bytes: Uint8Array, length: number, count: number, segment: number, edits: number): void {
    const start = segmentStart(length, count, segment);
    const size = segmentStart(length, count, segment + 1) - start;
    const apart = bytes.length - length;
    const seed = segmentSeed(length, segment);
    let noted = 0;
    for (let moved = -edits; moved <= edits; moved++) {
      const used = Math.abs(moved) + Math.abs(moved - apart);
      const from = start + moved;
      const to = from + size;
      if (used > edits || from < 0 || to > bytes.length) continue;
      let hash = seed;
      for (let i = from; i < to - 1; i++) hash = mix(hash, bytes[i]);
      noted = this.#note(segment, noted, mix(hash, bytes[to - 1]));
      if (used < edits && segment < count - 1 && to < bytes.length)
        noted = this.#note(segment, noted, mix(hash, bytes[to]));
    }
    let total = 0;
    for (let i = 0; i < noted; i++) {
      const bucket = buckets[segment * MOST_BUCKETS + i];
      total += this.#offsets[bucket + 1] - this.#offsets[bucket];
    }
    counts[segment] = noted;
    sizes[segment] = total;
  }

  /** Adds a bucket to those of a segment, unless it is one of them; returns how many there are now. */
  #note(segment: number, noted: number, hash: number): number {
    const bucket = bucketOf(hash, this.#bucketCount);
    const row = segment * MOST_BUCKETS;
    for (let i = 0; i < noted; i++) if (buckets[row + i] === bucket) return noted;
    if (noted === MOST_BUCKETS) return noted;
    buckets[row + noted] = bucket;
    return noted + 1;
  }

  /** Reads a bucket's list; returns how many keys it held. */
  #walk(bucket: number, mask: number, mostBits: number, end: number): number {
    const steps = this.#steps;
    const masks = this.#masks;
    const found = this.#found;
    const last = this.#offsets[bucket + 1];
    let at = this.#foundCount;
    let key = 0;
    let count = 0;
    for (let i = this.#offsets[bucket]; i < last && at < MOST_FOUND; count++) {
      let byte = steps[i++];
      let step = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = steps[i++];
        step |= (byte & 127) << shift;
      }
      key += step;
      if (key >= end) break;
      if (bitCount(masks[key] ^ mask) <= mostBits) found[at++] = key;
    }
    this.#foundCount = at;
    return count;
  }
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
