/**
 * Segments of keys: which could be meant, before any is compared. Shared by the build and the query.
 *
 * A key is cut into one segment more than it may suffer edits; an edit touches one segment, so one at least
 * is left whole and stands in the question nearly where it stood in the key (Li, Deng, Wang and Feng:
 * Pass-Join, 2011). A swap of the letters on either side of a cut touches two; the question is therefore also
 * asked with that swap undone.
 */

/**
 * From so many bytes on a key has so many segments: a short key survives fewer edits, and its segments would
 * be letters.
 */
const TWO_FROM = 2;
const THREE_FROM = 4;
const FOUR_FROM = 8;
export const MOST_SEGMENTS = 4;

/** How many segments a key of so many bytes has. */
export function segmentCount(length: number): number {
  return length < TWO_FROM ? 1 : length < THREE_FROM ? 2 : length < FOUR_FROM ? 3 : MOST_SEGMENTS;
}

/** Where a segment begins; `segment` = `count` gives the key's end. Later segments are the longer ones. */
export function segmentStart(length: number, count: number, segment: number): number {
  return Math.floor((length * segment) / count);
}

/**
 * A hash of where a segment stands; its bytes are mixed in one by one, and `bucketOf` the result is its
 * bucket.
 */
export function segmentSeed(length: number, segment: number): number {
  return length * MOST_SEGMENTS + segment + 1;
}

export function mix(hash: number, byte: number): number {
  const mixed = Math.imul(hash ^ byte, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** @param buckets a power of two from 2 on: as many of the highest bits as it has zeros */
export function bucketOf(hash: number, buckets: number): number {
  return Math.imul(hash, 0x85ebca6b) >>> (Math.clz32(buckets) + 1);
}

/**
 * How many buckets suit a number of segments: a power of two, so that lists are neither endless nor mostly
 * empty.
 */
export function bucketCount(segmentCount: number): number {
  let buckets = 256;
  while (buckets * 9 < segmentCount) buckets *= 2;
  return buckets;
}

/** Calls back with the bucket of each segment of a key. */
export function eachSegment(bytes: Uint8Array, buckets: number, each: (bucket: number) => void): void {
  const count = segmentCount(bytes.length);
  for (let segment = 0; segment < count; segment++) {
    let hash = segmentSeed(bytes.length, segment);
    const end = segmentStart(bytes.length, count, segment + 1);
    for (let i = segmentStart(bytes.length, count, segment); i < end; i++) hash = mix(hash, bytes[i]);
    each(bucketOf(hash, buckets));
  }
}

/** The bucket of a whole text: for what has to be the same or is nothing. */
export function wholeBucket(bytes: Uint8Array, buckets: number): number {
  let hash = segmentSeed(bytes.length, 0);
  for (const byte of bytes) hash = mix(hash, byte);
  return bucketOf(hash, buckets);
}
