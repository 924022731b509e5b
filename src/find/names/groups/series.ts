/** Which series of the streaming catalogues is meant by a name, an exact value or a link. */
import type { Catalog } from "../../../catalog/catalog.js";
import { leadTitle, titleById } from "../../../catalog/platform-titles.js";
import type { PlatformTitleRow, SeriesRow } from "../../../catalog/rows.js";
import type { Resolution } from "../../port.js";
import { readReference } from "../../reading/links.js";
import type { Reference } from "../../reading/reference.js";
import { seriesNamed } from "../../reading/series-words.js";
import { readYear } from "../../reading/year.js";
import { decide, decideWithDoubt, type Ranked, rankNames } from "../decision.js";
import { INEXACT } from "../distance/cost.js";
import type { Domain } from "../domain.js";
import { normalise } from "../matching.js";
import { namesRead, READ, WHOLE_NAME } from "../read/read-names.js";
import { targetOf } from "../read/references.js";

export interface SeriesMeaning {
  readonly resolution: Resolution<PlatformTitleRow>;
  /** How far the nearest lies, in edits; infinite where there is none. */
  readonly cost: number;
  /** Whether the text itself tells that no film is meant: an exact value, a link, the word. */
  readonly told: boolean;
}

const NONE: SeriesMeaning = {
  resolution: { kind: "none", suggestions: [] },
  cost: Number.POSITIVE_INFINITY,
  told: false,
};

/** @param farthest what lies further away from the whole text, in edits, is of no interest; whatever may be meant unless said */
export function seriesMeant(
  catalog: Catalog,
  domain: Domain<SeriesRow>,
  text: string,
  farthest?: number,
): SeriesMeaning {
  const reference = readReference(text);
  if (reference !== undefined) return referred(catalog, domain, reference);
  const whole = titled(catalog, domain, text, farthest);
  const name = seriesNamed(text);
  // "La serie" is a word of some titles.
  if (name === undefined || whole.cost < INEXACT) return whole;
  const alone = titled(catalog, domain, name);
  return alone.resolution.kind === "none" ? whole : { ...alone, told: true };
}

function referred(catalog: Catalog, domain: Domain<SeriesRow>, reference: Reference): SeriesMeaning {
  const none: SeriesMeaning = {
    ...NONE,
    resolution: { kind: "none", suggestions: [], link: targetOf(reference) },
  };
  if (reference.kind === "title") {
    const value = titleById(catalog, reference.id);
    // A movie of which we have the film is that film.
    if (value === undefined || catalog.platformTitles.film.get(value) !== undefined) return none;
    return { resolution: { kind: "found", value, fit: "exact", namesakes: [] }, cost: 0, told: true };
  }
  if (reference.kind !== "series" || reference.names === undefined) return none;
  const found = namesRead(domain, { names: reference.names }, WHOLE_NAME);
  const { year } = reference;
  const ofYear = year === undefined ? found : found.filter(({ row }) => ranIn(catalog, row, year));
  const decided = decide(ofYear, READ);
  return decided.kind === "none" ? none : { resolution: leads(catalog, decided), cost: 0, told: true };
}

/** A name with or without a year. */
function titled(catalog: Catalog, domain: Domain<SeriesRow>, text: string, farthest?: number): SeriesMeaning {
  const whole = rankNames(domain, text, { farthest });
  const typed = readYear(text, Number(catalog.manifest.dataDate.slice(0, 4)));
  if (typed === undefined || costOf(whole) < INEXACT) return decided(catalog, domain, text, whole);
  const named = rankNames(domain, typed.title, { farthest });
  const ranked = named.ranked.filter(({ row }) => ranIn(catalog, row, typed.year));
  if (ranked.length > 0) return decided(catalog, domain, typed.title, { ...named, ranked }, true);
  // A year is not overruled.
  return typed.isYear ? NONE : decided(catalog, domain, text, whole);
}

function decided(
  catalog: Catalog,
  domain: Domain<SeriesRow>,
  text: string,
  found: Ranked<SeriesRow>,
  wholeName = false,
): SeriesMeaning {
  const resolution = decideWithDoubt(domain, normalise(text), found.ranked, found.thresholds, wholeName);
  return { resolution: leads(catalog, resolution), cost: costOf(found), told: false };
}

function costOf({ ranked: [best] }: Ranked<SeriesRow>): number {
  return best?.cost ?? Number.POSITIVE_INFINITY;
}

/** Whether new seasons came out in a year, or the year before or after: catalogues tell only one year of a series. */
function ranIn({ series, platformTitles: titles }: Catalog, row: SeriesRow, year: number): boolean {
  return Array.from(series.titles.get(row)).some((title) => {
    const told = titles.releaseYear.get(title);
    return told !== undefined && Math.abs(told - year) <= (titles.durationInt.get(title) ?? 1) + 1;
  });
}

/** The same of the titles that stand for the series. */
function leads(catalog: Catalog, resolution: Resolution<SeriesRow>): Resolution<PlatformTitleRow> {
  const lead = (row: SeriesRow) => leadTitle(catalog, row);
  switch (resolution.kind) {
    case "found": {
      const { value, namesakes } = resolution;
      return { ...resolution, value: lead(value), namesakes: namesakes.map(lead) };
    }
    case "choices":
      return { ...resolution, values: resolution.values.map(lead) };
    case "none":
      return { ...resolution, suggestions: resolution.suggestions.map(lead) };
  }
}
