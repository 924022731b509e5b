/** What films cost against what they brought in, counted in squares, so that it is as small of a million films. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { LEAST_PLAUSIBLE_DOLLARS } from "../../catalog/plausible.js";
import { figureSteps } from "../../select/figures.js";
import { inTurns, type Steps } from "../../steps.js";
import { sortedSteps } from "./sorted.js";
import { quantile } from "./spread.js";

/** Squares for each factor of ten. */
const PER_DECADE = 4;

export interface BoxOffice {
  readonly squares: readonly {
    /** Budget and revenue in dollars, from and up to. */
    readonly budget: readonly [number, number];
    readonly revenue: readonly [number, number];
    readonly count: number;
  }[];
  /** By budget: films, the middle revenue, and how many brought in more than they cost. */
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly medianRevenue: number;
    readonly earnedBack: number;
  }[];
  readonly known: number;
  readonly earnedBack: number;
  /** Left out: an amount that must be a slip. */
  readonly doubtful: number;
}

const BANDS = [LEAST_PLAUSIBLE_DOLLARS, 1e5, 1e6, 5e6, 1e7, 2.5e7, 5e7, 1e8, 2e8];

export const boxOffice = oncePerCatalog((catalog) => inTurns(boxOfficeSteps(catalog)));

/** Films that are counted in one step. */
const FILMS_A_STEP = 256;

function* boxOfficeSteps(catalog: Catalog): Steps<BoxOffice> {
  const budgets = yield* figureSteps(catalog, "budget");
  const revenues = yield* figureSteps(catalog, "revenue");
  const squares = new Map<string, { x: number; y: number; count: number }>();
  const bands: number[][] = BANDS.map(() => []);
  const back = BANDS.map(() => 0);
  let [known, earnedBack, doubtful] = [0, 0, 0];
  for (const [film, budget] of budgets.entries()) {
    if (film % FILMS_A_STEP === 0) yield;
    const revenue = revenues[film] ?? Number.NaN;
    if (Number.isNaN(budget) || Number.isNaN(revenue)) continue;
    if (Math.min(budget, revenue) < LEAST_PLAUSIBLE_DOLLARS) {
      doubtful++;
      continue;
    }
    known++;
    const [x, y] = [placeOf(budget), placeOf(revenue)];
    const square = squares.get(`${x} ${y}`) ?? { x, y, count: 0 };
    square.count++;
    squares.set(`${x} ${y}`, square);
    const band = BANDS.findLastIndex((edge) => budget >= edge);
    bands[band]?.push(revenue);
    if (revenue > budget) {
      earnedBack++;
      back[band] = (back[band] ?? 0) + 1;
    }
  }
  const medians: (number | null)[] = [];
  for (const own of bands) medians.push(quantile(yield* sortedSteps(Float64Array.from(own)), 0.5));
  return {
    squares: [...squares.values()]
      .sort((a, b) => a.x - b.x || a.y - b.y)
      .map(({ x, y, count }) => ({ budget: edges(x), revenue: edges(y), count })),
    bands: bands.flatMap((own, at) => {
      const medianRevenue = medians[at] ?? null;
      if (medianRevenue === null) return [];
      const [from = 0, to = Number.POSITIVE_INFINITY] = [BANDS[at], BANDS[at + 1]];
      return [{ from, to, count: own.length, medianRevenue, earnedBack: back[at] ?? 0 }];
    }),
    known,
    earnedBack,
    doubtful,
  };
}

function placeOf(dollars: number): number {
  return Math.floor(Math.log10(dollars) * PER_DECADE);
}

function edges(place: number): readonly [number, number] {
  return [10 ** (place / PER_DECADE), 10 ** ((place + 1) / PER_DECADE)];
}
