/** Letter trigrams: which keys could be meant, before any is compared. Shared by the build and the query. */

/** Rows of a grams table: trigrams are hashed into this many buckets; letters of any script fit. */
export const GRAM_BUCKETS = 1 << 16;

/**
 * The distinct trigram buckets of a folded text, in order of appearance. The text is padded with a space on each
 * side, so that beginnings and ends of words count: "et" has " et" and "et ".
 */
export function gramsOf(folded: string): number[] {
  const padded = ` ${folded} `;
  const seen = new Set<number>();
  for (let i = 0; i + 2 < padded.length; i++) {
    seen.add(bucket(padded.charCodeAt(i), padded.charCodeAt(i + 1), padded.charCodeAt(i + 2)));
  }
  return [...seen];
}

function bucket(a: number, b: number, c: number): number {
  return (((a * 31 + b) * 37 + c) * 40503) & (GRAM_BUCKETS - 1);
}
