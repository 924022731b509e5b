/** Whether a series meets a filter. Six thousand are looked at one by one, the cheapest tests first. */
import type { Catalog } from "../../catalog/catalog.js";
import { platformOfTitle } from "../../catalog/platforms.js";
import type { SeriesRow } from "../../catalog/rows.js";
import { seriesAbout } from "./about.js";
import type { SeriesConstraint, SeriesFilter, SeriesTrait } from "./filter.js";

type Test = (row: SeriesRow) => boolean;

/** What is cheap to look at comes first. */
const ORDER = ["year", "platform", "theme", "genre", "country", "director", "actor", "person"] as const;

export function seriesMatcher(catalog: Catalog, filter: SeriesFilter): Test {
  const placeOf = (one: SeriesConstraint) => ORDER.indexOf(one.kind === "not" ? one.trait.kind : one.kind);
  const tests = [...filter].sort((a, b) => placeOf(a) - placeOf(b)).map((one) => testOf(catalog, one));
  return (row) => tests.every((holds) => holds(row));
}

function testOf(catalog: Catalog, constraint: SeriesConstraint): Test {
  if (constraint.kind === "not") {
    const holds = traitTest(catalog, constraint.trait);
    return (row) => !holds(row);
  }
  if (constraint.kind !== "year") return traitTest(catalog, constraint);
  return (row) => {
    const years = yearsOf(catalog, row);
    if (years === undefined) return false;
    return "least" in constraint ? years.last >= constraint.least : years.first <= constraint.most;
  };
}

function traitTest(catalog: Catalog, trait: SeriesTrait): Test {
  const { series } = catalog;
  switch (trait.kind) {
    case "platform":
      return (row) => series.titles.get(row).some((title) => platformOfTitle(catalog, title) === trait.row);
    case "genre":
      return (row) => series.genres.get(row).includes(trait.row);
    case "country":
      return (row) => series.countries.get(row).includes(trait.row);
    case "actor":
      return (row) => series.cast.get(row).includes(trait.row);
    case "director":
      return (row) => series.directors.get(row).includes(trait.row);
    case "person":
      return (row) =>
        series.cast.get(row).includes(trait.row) || series.directors.get(row).includes(trait.row);
    case "theme": {
      const about = seriesAbout(catalog, trait.phrases);
      const { genre } = trait;
      return (row) => about.has(row) || (genre !== undefined && series.genres.get(row).includes(genre));
    }
  }
}

/** The first and the last year that its catalogues tell; undefined where they tell none. */
export function yearsOf(
  { series, platformTitles }: Pick<Catalog, "series" | "platformTitles">,
  row: SeriesRow,
): { readonly first: number; readonly last: number } | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const title of series.titles.get(row)) {
    const year = platformTitles.releaseYear.get(title);
    if (year === undefined) continue;
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return Number.isFinite(first) ? { first, last } : undefined;
}
