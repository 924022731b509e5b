/**
 * Keys that may be a text but for a few edits, by their segments (see `encode/segments.ts`). Nothing is decoded or
 * allocated for a key that does not fit.
 */
import type { TableOf } from "../catalog/columns.js";
import type { TABLES } from "../catalog/schema.js";
import {
  bucketOf,
  MOST_SEGMENTS,
  mix,
  segmentCount,
  segmentSeed,
  segmentStart,
  wholeBucket,
} from "./encode/segments.js";
import { letterMask } from "./encode/sound.js";

export type SegmentTable = TableOf<(typeof TABLES)["filmLetterSegments"]>;

/** Keys looked at for one question, whatever it is: the worst cases are all common letters. */
const MOST_KEYS = 12_000;
/** Buckets of one segment: each place it may have moved to, with and without a swap undone. */
const MOST_BUCKETS = 16;
/** All letters may differ. */
const ANY = 32;

/** The buckets of each segment of the length at hand and how much stands in them; reused for every question. */
const buckets = new Int32Array(MOST_SEGMENTS * MOST_BUCKETS);
const counts = new Int32Array(MOST_SEGMENTS);
const sizes = new Int32Array(MOST_SEGMENTS);

/** How far lists are read, and who is told. */
interface Walk {
  readonly end: number;
  readonly found: (key: number) => void;
}

export class SegmentIndex {
  private readonly offsets: Int32Array;
  private readonly steps: Uint8Array;
  private readonly bucketCount: number;

  /** @param masks which letters each key has: far cheaper to compare than the key */
  constructor(
    table: SegmentTable,
    private readonly masks: Int32Array,
  ) {
    const { offsets, values } = table.steps;
    this.offsets = offsets;
    this.steps = values;
    this.bucketCount = table.rowCount;
  }

  /**
   * Calls back with every key that is these bytes but for `edits` edits (insertions, deletions, replacements, swaps),
   * and with some that are not; with the best known ones first within a list, and with some more than once.
   * @param end keys from here on are of no interest
   */
  near(bytes: Uint8Array, edits: number, end: number, found: (key: number) => void): void {
    const mask = letterMask(bytes);
    let left = MOST_KEYS;
    // Lengths nearest to the question's first: if keys run out, the likeliest were seen.
    for (let apart = 0; apart <= edits; apart++) {
      for (const length of apart === 0 ? [bytes.length] : [bytes.length + apart, bytes.length - apart]) {
        if (length > 0) left = this.nearOfLength(bytes, length, edits, { mask, end, left, found });
        if (left < 0) return;
      }
    }
  }

  /** Calls back with every key that is in the bucket of these bytes as a whole: where keys have one segment only. */
  same(bytes: Uint8Array, end: number, found: (key: number) => void): void {
    this.walk(wholeBucket(bytes, this.bucketCount), 0, ANY, { end, found });
  }

  /** The keys of one length; returns how many more may be looked at. */
  private nearOfLength(
    bytes: Uint8Array,
    length: number,
    edits: number,
    { mask, end, left, found }: Walk & { readonly mask: number; readonly left: number },
  ): number {
    const count = segmentCount(length);
    for (let segment = 0; segment < count; segment++) this.place(bytes, length, count, segment, edits);
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
        remaining -= this.walk(buckets[rarest * MOST_BUCKETS + i], mask, mostBits, { end, found });
    }
    return remaining;
  }

  /**
   * Notes in which buckets a segment stands if it is left whole: the edits before it have moved it, and those behind
   * it have to make up for the difference in length.
   */
  private place(bytes: Uint8Array, length: number, count: number, segment: number, edits: number): void {
    const start = segmentStart(length, count, segment);
    const size = segmentStart(length, count, segment + 1) - start;
    const apart = bytes.length - length;
    let noted = 0;
    let total = 0;
    const note = (bucket: number) => {
      const row = segment * MOST_BUCKETS;
      for (let i = 0; i < noted; i++) if (buckets[row + i] === bucket) return;
      if (noted === MOST_BUCKETS) return;
      buckets[row + noted++] = bucket;
      total += this.offsets[bucket + 1] - this.offsets[bucket];
    };
    for (let moved = -edits; moved <= edits; moved++) {
      const used = Math.abs(moved) + Math.abs(moved - apart);
      const from = start + moved;
      const to = from + size;
      if (used > edits || from < 0 || to > bytes.length) continue;
      let hash = segmentSeed(length, segment);
      for (let i = from; i < to - 1; i++) hash = mix(hash, bytes[i]);
      note(bucketOf(mix(hash, bytes[to - 1]), this.bucketCount));
      if (used < edits && segment < count - 1 && to < bytes.length)
        note(bucketOf(mix(hash, bytes[to]), this.bucketCount));
    }
    counts[segment] = noted;
    sizes[segment] = total;
  }

  /** Reads a bucket's list; returns how many keys it held. */
  private walk(bucket: number, mask: number, mostBits: number, { end, found }: Walk): number {
    const { steps, masks } = this;
    const last = this.offsets[bucket + 1];
    let key = 0;
    let count = 0;
    for (let i = this.offsets[bucket]; i < last; count++) {
      let byte = steps[i++];
      let step = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = steps[i++];
        step |= (byte & 127) << shift;
      }
      key += step;
      if (key >= end) return count;
      if (bitCount(masks[key] ^ mask) <= mostBits) found(key);
    }
    return count;
  }
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
