/** How figures of films go together: Pearson's r over the films of which both are known. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { type FigureName, figureSteps } from "../../select/figures.js";
import { inTurns, type Steps } from "../../steps.js";

export const CORRELATED = ["day", "minutes", "average", "votes", "popularity", "budget", "revenue"] as const;

/** Of these a few are so much larger than the rest that their logarithms are compared; their zeros have none. */
const LOGARITHMIC: ReadonlySet<FigureName> = new Set<FigureName>([
  "votes",
  "popularity",
  "budget",
  "revenue",
]);

export interface Correlation {
  readonly one: FigureName;
  readonly other: FigureName;
  /** Films of which both are known. */
  readonly films: number;
  /** Null where too few are, or one is the same everywhere. */
  readonly r: number | null;
}

/** Fewer films than these tell nothing. */
const FEWEST = 3;

export const correlations = oncePerCatalog((catalog) => inTurns(correlationSteps(catalog)));

function* correlationSteps(catalog: Catalog): Steps<readonly Correlation[]> {
  const values = new Map<FigureName, Float64Array>();
  for (const name of CORRELATED) values.set(name, yield* comparedSteps(catalog, name));
  const all: Correlation[] = [];
  for (const [at, one] of CORRELATED.entries()) {
    for (const other of CORRELATED.slice(0, at)) {
      all.push(yield* pearson(one, other, values.get(one), values.get(other)));
    }
  }
  return all;
}

/** Films that are counted in one step. */
const FILMS_A_STEP = 1024;

function* comparedSteps(catalog: Catalog, name: FigureName): Steps<Float64Array> {
  const values = yield* figureSteps(catalog, name);
  if (!LOGARITHMIC.has(name)) return values;
  const logarithms = new Float64Array(values.length);
  for (let film = 0; film < values.length; film++) {
    if (film % FILMS_A_STEP === 0) yield;
    const value = values[film] ?? Number.NaN;
    logarithms[film] = value > 0 ? Math.log10(value) : Number.NaN;
  }
  return logarithms;
}

function* pearson(
  one: FigureName,
  other: FigureName,
  xs: Float64Array = new Float64Array(),
  ys: Float64Array = new Float64Array(),
): Steps<Correlation> {
  let [n, meanX, meanY, spreadX, spreadY, shared] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < xs.length; at++) {
    if (at % FILMS_A_STEP === 0) yield;
    const [x = Number.NaN, y = Number.NaN] = [xs[at], ys[at]];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n++;
    const [dx, dy] = [x - meanX, y - meanY];
    meanX += dx / n;
    meanY += dy / n;
    spreadX += dx * (x - meanX);
    spreadY += dy * (y - meanY);
    shared += dx * (y - meanY);
  }
  const r = n < FEWEST || spreadX === 0 || spreadY === 0 ? null : shared / Math.sqrt(spreadX * spreadY);
  return { one, other, films: n, r };
}
