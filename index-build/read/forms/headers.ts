/** What a table is, told by the columns it has; the name of its file does not count. */
import { furtherNames, headerNames, withoutCommonWord } from "../formats/csv/header-names.js";
import { LAYOUTS, UNUSED, UNUSED_EXACTLY } from "../layouts/index.js";
import { FACTS, type Fact, type Layout, type Unused } from "../layouts/layout.js";

export type HeaderVerdict =
  | { readonly is: "known"; readonly layout: Layout; readonly columns: ReadonlyMap<Fact, number> }
  /** Known, and read by nobody. */
  | { readonly is: "unused"; readonly unused: Unused }
  /** Nearly of `layout`. */
  | { readonly is: "damaged"; readonly layout: Layout; readonly missing: readonly string[] }
  /** `nearest` has at least one of its columns. */
  | {
      readonly is: "unknown";
      readonly nearest?: { readonly layout: Layout; readonly missing: readonly string[] };
    };

/** Part of what a layout needs with which a header is taken for a damaged one of it. */
const ALMOST = 0.75;

/** What joining two tables makes of a column that both have, likeliest first. */
const JOINED = ["_x", "_tmdb", "_y", "_movies", "_movie", "_left", "_right", "_1"];

/** What a header row says the table is. Further columns than those known do not matter. */
export function recogniseHeader(cells: readonly string[]): HeaderVerdict {
  const names = headerNames(cells);
  const verdict = verdictOf(placesOf(cells, names));
  if (verdict.is === "known" || verdict.is === "unused") return verdict;
  const shorter = withoutCommonWord(names);
  const other = shorter === undefined ? verdict : verdictOf(placesOf(cells, shorter));
  return other.is === "known" ? other : verdict;
}

function verdictOf(places: ReadonlyMap<string, number>): HeaderVerdict {
  const again = UNUSED_EXACTLY.find(({ columns }) => columns.some((own) => isExactly(own, places)));
  if (again !== undefined) return { is: "unused", unused: again };
  const all = LAYOUTS.map((layout) => matched(layout, places));
  const whole = all.find(({ missing, isOther }) => missing.length === 0 && !isOther);
  if (whole !== undefined) return { is: "known", layout: whole.layout, columns: whole.columns };
  const unused = UNUSED.find(({ columns }) =>
    columns.some((some) => some.every((column) => places.has(column))),
  );
  if (unused !== undefined) return { is: "unused", unused };
  return nearest(all, places);
}

/** All columns, and no others. */
function isExactly(columns: readonly string[], places: ReadonlyMap<string, number>): boolean {
  return columns.every((column) => places.has(column)) && new Set(places.values()).size === columns.length;
}

interface Match {
  readonly layout: Layout;
  readonly columns: ReadonlyMap<Fact, number>;
  readonly missing: Layout["needs"];
  /** It has a column of another layout. */
  readonly isOther: boolean;
}

/** By the names that the columns bear; by further names of them where no column bears these. */
function placesOf(cells: readonly string[], names: readonly (string | undefined)[]): Map<string, number> {
  const places = new Map<string, number>();
  const add = (name: string, place: number): unknown => places.has(name) || places.set(name, place);
  const named = [...names.entries()].flatMap(([place, name]) =>
    name === undefined ? [] : [{ place, name }],
  );
  // Ids of a database's own ("_id") give way to those that a file has beside them.
  const own = ({ place }: { readonly place: number }): boolean => /^\s*_/u.test(cells[place] ?? "");
  for (const { name, place } of [...named.filter((one) => !own(one)), ...named.filter(own)]) add(name, place);
  for (const { name, place } of named) for (const further of furtherNames(name)) add(further, place);
  return places;
}

function matched(layout: Layout, places: ReadonlyMap<string, number>): Match {
  const columns = new Map<Fact, number>();
  for (const fact of FACTS) {
    const place = placeOf(layout.columns[fact] ?? [], places);
    if (place !== undefined) columns.set(fact, place);
  }
  return {
    layout,
    columns,
    missing: layout.needs.filter((need) => ![need].flat().some((fact) => columns.has(fact))),
    isOther:
      (layout.never ?? []).some((column) => places.has(column)) ||
      (layout.with !== undefined && !layout.with.some((column) => places.has(column))),
  };
}

/** The likeliest name that the table has, and else the likeliest as a join of two tables renamed it. */
function placeOf(names: readonly string[], places: ReadonlyMap<string, number>): number | undefined {
  for (const suffix of ["", ...JOINED]) {
    const name = names.find((one) => places.has(one + suffix));
    if (name !== undefined) return places.get(name + suffix);
  }
  return undefined;
}

/**
 * Most of what is needed, of a layout that some column marks; or half of it with no foreign column beside it, for
 * layouts of few columns, which files of other layouts share by chance.
 */
function nearest(matches: readonly Match[], places: ReadonlyMap<string, number>): HeaderVerdict {
  const shareOf = ({ layout, missing }: Match): number => 1 - missing.length / layout.needs.length;
  const [best] = [...matches]
    .filter(({ isOther }) => !isOther)
    .sort(
      (a, b) =>
        b.columns.size - a.columns.size ||
        shareOf(b) - shareOf(a) ||
        b.layout.marks.length - a.layout.marks.length,
    );
  if (best === undefined || best.columns.size === 0) return { is: "unknown" };
  const { layout, columns } = best;
  const missing = best.missing.map((need) =>
    [need]
      .flat()
      .map((fact) => layout.columns[fact]?.[0] ?? fact)
      .join("/"),
  );
  const isMarked = layout.marks.some((fact) => columns.has(fact));
  const share = shareOf(best);
  const isAlmost = share >= ALMOST || (share >= 0.5 && columns.size === new Set(places.values()).size);
  return isMarked && isAlmost
    ? { is: "damaged", layout, missing }
    : { is: "unknown", nearest: { layout, missing } };
}
