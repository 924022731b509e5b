/** How much a term says of a film: BM25 with lunr's constants. Shared by the build and the query. */

/** lunr's k1: how soon a further occurrence of a term says nothing more. */
const SATURATION = 1.2;
/** lunr's b: how much a long text takes from each of its terms. */
const LENGTH_PENALTY = 0.75;

/**
 * What occurrences of a term in one text are worth, 0–2.2; 1 for one in a text of average length.
 * @param length the text's length as a multiple of the average
 */
export function occurrenceWeight(count: number, length: number): number {
  const norm = SATURATION * (1 - LENGTH_PENALTY + LENGTH_PENALTY * length);
  return (count * (SATURATION + 1)) / (count + norm);
}

/** How telling a term is that `films` of `all` films bear: lunr's inverse document frequency. */
export function rarity(films: number, all: number): number {
  return Math.log(1 + Math.max(0, all - films + 0.5) / (films + 0.5));
}

/** Weights are stored in a byte, in steps of this. */
const WEIGHT_STEP = 1 / 16;

export function weightToByte(weight: number): number {
  return Math.min(255, Math.max(1, Math.round(weight / WEIGHT_STEP)));
}

export function weightOfByte(byte: number): number {
  return byte * WEIGHT_STEP;
}
