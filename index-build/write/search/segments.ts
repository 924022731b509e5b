/** The lists of keys that share a segment. */
import { bucketCount, eachSegment, MOST_SEGMENTS, wholeBucket } from "../../../src/find/encode/segments.js";
import { stepBytes, writeStep } from "../../../src/find/encode/steps.js";
import type { PackedTexts } from "./packed-texts.js";

/**
 * Row b lists the keys of bucket b as steps. Two passes (sizes, then bytes), so that no list is ever held as an object.
 * @param keys the bytes of each key
 */
export function segmentSteps(keys: PackedTexts): StepLists {
  return stepLists(keys, MOST_SEGMENTS, eachSegment);
}

/** Row b lists the keys that as a whole are in bucket b; an empty one is in none. */
export function wholeSteps(keys: PackedTexts): StepLists {
  return stepLists(keys, 1, (bytes, buckets, each) => {
    if (bytes.length > 0) each(wholeBucket(bytes, buckets));
  });
}

export interface StepLists {
  readonly offsets: Int32Array;
  readonly values: Uint8Array;
}

type BucketsOf = (bytes: Uint8Array, buckets: number, each: (bucket: number) => void) => void;

function stepLists(keys: PackedTexts, segments: number, bucketsOf: BucketsOf): StepLists {
  const buckets = bucketCount(keys.length * segments);
  const offsets = new Int32Array(buckets + 1);
  eachStep(keys, buckets, bucketsOf, (bucket, step) => {
    offsets[bucket + 1] += stepBytes(step);
  });
  for (let bucket = 0; bucket < buckets; bucket++) offsets[bucket + 1] += offsets[bucket];
  const values = new Uint8Array(offsets[buckets]);
  const next = offsets.slice(0, -1);
  eachStep(keys, buckets, bucketsOf, (bucket, step) => {
    next[bucket] = writeStep(values, next[bucket], step);
  });
  return { offsets, values };
}

/** Calls back with each bucket that a key stands in, and how far the key is from the one before it there. */
function eachStep(
  keys: PackedTexts,
  buckets: number,
  bucketsOf: BucketsOf,
  step: (bucket: number, distance: number) => void,
): void {
  const last = new Int32Array(buckets).fill(-1);
  for (let key = 0; key < keys.length; key++) {
    bucketsOf(keys.at(key), buckets, (bucket) => {
      // Two segments of a key may share a bucket.
      if (last[bucket] === key) return;
      step(bucket, key - Math.max(0, last[bucket]));
      last[bucket] = key;
    });
  }
}
