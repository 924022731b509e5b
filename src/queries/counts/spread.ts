/** How a figure is spread over all films: in bands, by quartiles, and what lies far outside. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { type FigureName, figures } from "../../select/figures.js";
import { AT_ONCE, turns } from "./turns.js";

/** A band of values: from the first up to, not including, the second. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Spread {
  readonly bands: readonly Band[];
  readonly zeros: number;
  readonly unknown: number;
  readonly known: number;
  readonly median: number | null;
}

/** @param edges ascending: the bands between them, the last one without an end; zeros are counted apart */
export async function spreadOf(
  catalog: Catalog,
  name: FigureName,
  edges: readonly number[],
): Promise<Spread> {
  const turn = turns();
  const counts = edges.map(() => 0);
  let zeros = 0;
  let unknown = 0;
  for (const [film, value] of figures(catalog, name).entries()) {
    if (film % AT_ONCE === 0) await turn();
    if (Number.isNaN(value)) unknown++;
    else if (value === 0) zeros++;
    else {
      const place = edges.findLastIndex((edge) => value >= edge);
      const at = Math.max(0, place);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  const sorted = sortedFigures(catalog, name);
  return {
    bands: edges.map((from, at) => ({
      from,
      to: edges[at + 1] ?? Number.POSITIVE_INFINITY,
      count: counts[at] ?? 0,
    })),
    zeros,
    unknown,
    known: sorted.length,
    median: quantile(sorted, 0.5),
  };
}

const sorted = oncePerCatalog((_catalog): Map<FigureName, Float64Array> => new Map());

/** The known values that are not 0, ascending. */
function sortedFigures(catalog: Catalog, name: FigureName): Float64Array {
  const kept = sorted(catalog);
  const known =
    kept.get(name) ??
    figures(catalog, name)
      .filter((value) => value > 0 || value < 0)
      .sort();
  kept.set(name, known);
  return known;
}

/** A quantile of ascending values, between two of them where it falls there; null of none. */
export function quantile(values: ArrayLike<number>, share: number): number | null {
  if (values.length === 0) return null;
  const place = (values.length - 1) * share;
  const [low = 0, high = low] = [values[Math.floor(place)], values[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

export interface Outliers {
  readonly name: FigureName;
  readonly known: number;
  readonly least: number;
  readonly quartiles: readonly [number, number, number];
  readonly most: number;
  /** More than one and a half times the middle half's width above it, or below it. */
  readonly above: number;
  readonly below: number;
}

/** What lies far outside of the middle half of a figure (Tukey's fences); undefined where it is known of no film. */
export function outliersOf(catalog: Catalog, name: FigureName): Outliers | undefined {
  const values = sortedFigures(catalog, name);
  const [least, most] = [values[0], values.at(-1)];
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share));
  if (least === undefined || most === undefined || low == null || middle == null || high == null) {
    return undefined;
  }
  const reach = 1.5 * (high - low);
  let above = 0;
  let below = 0;
  for (const value of values) {
    if (value > high + reach) above++;
    else if (value < low - reach) below++;
  }
  return { name, known: values.length, least, quartiles: [low, middle, high], most, above, below };
}
