/** How a figure is spread over all films: in bands, by quartiles, and what lies far outside. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { firstPlace } from "../../catalog/sorted.js";
import { type FigureName, figureSteps } from "../../select/figures.js";
import { inTurns, type Steps, stepping } from "../../steps.js";
import { sortedSteps } from "./sorted.js";

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
export function spreadOf(catalog: Catalog, name: FigureName, edges: readonly number[]): Promise<Spread> {
  return inTurns(spreadSteps(catalog, name, edges));
}

/** Values that are looked at in one step. */
const VALUES_A_STEP = 256;

function* spreadSteps(catalog: Catalog, name: FigureName, edges: readonly number[]): Steps<Spread> {
  const counts = edges.map(() => 0);
  let zeros = 0;
  let unknown = 0;
  const each = (value: number) => {
    if (Number.isNaN(value)) unknown++;
    else if (value === 0) zeros++;
    else {
      const place = edges.findLastIndex((edge) => value >= edge);
      const at = Math.max(0, place);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  };
  yield* stepping(yield* figureSteps(catalog, name), each, VALUES_A_STEP);
  const sorted = yield* knownSteps(catalog, name);
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
function* knownSteps(catalog: Catalog, name: FigureName): Steps<Float64Array> {
  const kept = sorted(catalog);
  const made = kept.get(name);
  if (made !== undefined) return made;
  const values = yield* figureSteps(catalog, name);
  const some = new Float64Array(values.length);
  let count = 0;
  const each = (value: number) => {
    if (value > 0 || value < 0) some[count++] = value;
  };
  yield* stepping(values, each, VALUES_A_STEP);
  const known = yield* sortedSteps(some.subarray(0, count));
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
export function outliersOf(catalog: Catalog, name: FigureName): Promise<Outliers | undefined> {
  return inTurns(outlierSteps(catalog, name));
}

function* outlierSteps(catalog: Catalog, name: FigureName): Steps<Outliers | undefined> {
  const values = yield* knownSteps(catalog, name);
  const [least, most] = [values[0], values.at(-1)];
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share));
  if (least === undefined || most === undefined || low == null || middle == null || high == null) {
    return undefined;
  }
  const reach = 1.5 * (high - low);
  // They stand at the two ends.
  const below = firstPlace(0, values.length, (place) => (values[place] ?? 0) < low - reach);
  const above =
    values.length - firstPlace(below, values.length, (place) => (values[place] ?? 0) <= high + reach);
  return { name, known: values.length, least, quartiles: [low, middle, high], most, above, below };
}
