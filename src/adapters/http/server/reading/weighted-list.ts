/** Headers that list what a client takes, with weights: `gzip;q=0.5, br`. */

/** Characters that are read: no browser sends more, and whoever does is not worth the work. */
const MOST_READ = 512;

export interface WeightedName {
  /** In lower case. */
  readonly name: string;
  /** From 0, which refuses it; 1 unless said. */
  readonly weight: number;
}

/**
 * What a header lists, in its order. A weight that is no number counts as 0.
 * Built of indexOf and slice on a header that is cut first: whatever is sent, the work is bounded.
 */
export function weightedList(header: string): readonly WeightedName[] {
  return readable(header).split(",").map(entry);
}

/** The header up to the last entry that stands whole within what is read. */
function readable(header: string): string {
  if (header.length <= MOST_READ) return header;
  return header.slice(0, Math.max(0, header.lastIndexOf(",", MOST_READ)));
}

function entry(text: string): WeightedName {
  const [name = "", ...parameters] = text.split(";");
  return { name: name.trim().toLowerCase(), weight: weightOf(parameters) };
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const at = parameter.indexOf("=");
    if (at === -1 || parameter.slice(0, at).trim().toLowerCase() !== "q") continue;
    const weight = Number(parameter.slice(at + 1).trim() || "none");
    return Number.isNaN(weight) ? 0 : weight;
  }
  return 1;
}
