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

/**
 * Where a term stands in a film, as a byte: whether in a title, in how many keywords, and what the plots tell of it.
 * Of a term that is a name, the plot's place holds what the part in the film is worth.
 */
const TITLE = 1 << 7;
const KEYWORD_SHIFT = 5;
export const MOST_KEYWORDS = 3;
const PLOT_STEP = 1 / 8;
const PLOT_MASK = 31;

export interface Places {
  readonly title: boolean;
  readonly keywords: number;
  /** In steps of an eighth, below 4. */
  readonly plot: number;
}

/** What stands nowhere is put into the plot, with the least weight. */
export function placesToByte({ title, keywords, plot }: Places): number {
  const steps = Math.min(PLOT_MASK, Math.round(plot / PLOT_STEP));
  const byte = (title ? TITLE : 0) | (Math.min(MOST_KEYWORDS, keywords) << KEYWORD_SHIFT) | steps;
  return Math.max(1, byte);
}

export function placesOfByte(byte: number): Places {
  return {
    title: (byte & TITLE) !== 0,
    keywords: (byte >> KEYWORD_SHIFT) & MOST_KEYWORDS,
    plot: (byte & PLOT_MASK) * PLOT_STEP,
  };
}

/** The same places with another number of keywords. */
export function withKeywords(byte: number, keywords: number): number {
  const others = byte & ~(MOST_KEYWORDS << KEYWORD_SHIFT);
  return others | (Math.min(MOST_KEYWORDS, keywords) << KEYWORD_SHIFT);
}
