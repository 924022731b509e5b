/** Whether a series meets a filter. Six thousand are looked at one by one, the cheapest tests first. */
import type { Catalog } from "../../catalog/catalog.js";
import { platformOfTitle } from "../../catalog/platforms.js";
import type { PlatformTitleRow, SeriesRow } from "../../catalog/rows.js";
import { countryCode } from "./countries.js";
import { seriesAbout } from "./descriptions.js";
import type { SeriesConstraint, SeriesFilter, SeriesTrait } from "./filter.js";
import { countriesOfGenres, tmdbGenres } from "./genres.js";

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
  const { platformTitles: titles } = catalog;
  const some = (test: (title: PlatformTitleRow) => boolean): Test => {
    return (row) => Array.from(catalog.series.titles.get(row)).some(test);
  };
  switch (trait.kind) {
    case "platform":
      return some((title) => platformOfTitle(catalog, title) === trait.row);
    case "genre":
      return some((title) => tmdbGenres(titles.genres.get(title)).includes(trait.name));
    case "country":
      return some((title) => countriesOf(catalog, title).includes(trait.code));
    case "actor":
      return some(named(trait.name, (title) => titles.cast.get(title)));
    case "director":
      return some(named(trait.name, (title) => titles.directors.get(title)));
    case "person":
      return some(named(trait.name, (title) => [...titles.cast.get(title), ...titles.directors.get(title)]));
    case "theme": {
      const about = seriesAbout(catalog, trait.phrases);
      const { genre } = trait;
      const ofGenre = genre === undefined ? () => false : traitTest(catalog, { kind: "genre", name: genre });
      return (row) => about.has(row) || ofGenre(row);
    }
  }
}

/** ISO codes of the countries of a title; where its catalogue names none, those that its genres tell. */
function countriesOf({ platformTitles: titles }: Catalog, title: PlatformTitleRow): string[] {
  const told = titles.countries.get(title).flatMap((name) => countryCode(name) ?? []);
  return told.length > 0 ? told : countriesOfGenres(titles.genres.get(title));
}

function named(name: string, namesOf: (title: PlatformTitleRow) => readonly string[]) {
  const wanted = plainName(name);
  return (title: PlatformTitleRow) => namesOf(title).some((own) => plainName(own) === wanted);
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "");
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
