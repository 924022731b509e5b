/** The platforms' catalogues side by side. */
import { type Catalog, oncePerCatalog } from "../../catalog/catalog.js";
import { PLATFORMS, type PlatformId, platformRow } from "../../catalog/platforms.js";
import type { PlatformTitleRow } from "../../catalog/rows.js";
import { firstAtLeast } from "../../catalog/sorted.js";
import { filmsByPlatformSteps } from "../../select/postings.js";
import { inTurns, type Steps, stepping } from "../../steps.js";
import { hasPlatform, titlesOf } from "../platforms/catalogue.js";

/** For whom titles are said to be fit, and by which words of catalogues. */
const AGES = {
  all: ["g", "tv-g", "tv-y", "tv-y7", "tv-y7-fv", "all", "all_ages", "7+", "ages_7_", "u"],
  guided: ["pg", "tv-pg", "12"],
  teens: ["pg-13", "tv-14", "13+", "14", "14+", "16", "16+", "ages_16_"],
  adults: ["r", "tv-ma", "nc-17", "18+", "ages_18_", "18"],
} as const;

export const AGE_GROUPS = ["all", "guided", "teens", "adults", "unrated"] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

const GROUP_OF: ReadonlyMap<string, AgeGroup> = new Map(
  (Object.keys(AGES) as (keyof typeof AGES)[]).flatMap((group) =>
    AGES[group].map((word) => [word, group] as const),
  ),
);

/** Minutes from which on a movie is of the next band. */
export const LENGTH_EDGES = [0, 60, 90, 120] as const;

export interface PlatformFigures {
  readonly id: PlatformId;
  readonly name: string;
  readonly movies: number;
  readonly series: number;
  /** Titles by decade of their release. */
  readonly decades: ReadonlyMap<number, number>;
  readonly undated: number;
  readonly ages: Readonly<Record<AgeGroup, number>>;
  /** Movies by the bands of `LENGTH_EDGES`. */
  readonly lengths: readonly number[];
  readonly unknownLength: number;
}

/** Of each platform whose catalogue is there. */
export const platformFigures = oncePerCatalog(
  (catalog): Promise<readonly PlatformFigures[]> => inTurns(platformSteps(catalog)),
);

function* platformSteps(catalog: Catalog): Steps<readonly PlatformFigures[]> {
  const all: PlatformFigures[] = [];
  for (const platform of PLATFORMS) {
    if (hasPlatform(catalog, platform.id)) all.push(yield* figuresOf(catalog, platform));
  }
  return all;
}

function* figuresOf(catalog: Catalog, { id, name }: (typeof PLATFORMS)[number]): Steps<PlatformFigures> {
  const { platformTitles } = catalog;
  const decades = new Map<number, number>();
  const ages: Record<AgeGroup, number> = { all: 0, guided: 0, teens: 0, adults: 0, unrated: 0 };
  const lengths = LENGTH_EDGES.map(() => 0);
  let [movies, series, undated, unknownLength] = [0, 0, 0, 0];
  yield* stepping(titlesOf(catalog, id), (title) => {
    const year = platformTitles.releaseYear.get(title);
    if (year === undefined) undated++;
    else decades.set(Math.floor(year / 10) * 10, (decades.get(Math.floor(year / 10) * 10) ?? 0) + 1);
    ages[GROUP_OF.get(platformTitles.maturity.get(title).toLowerCase()) ?? "unrated"]++;
    if (platformTitles.series[title] === 1) {
      series++;
      return;
    }
    movies++;
    const band = lengthBand(catalog, title);
    if (band === undefined) unknownLength++;
    else lengths[band] = (lengths[band] ?? 0) + 1;
  });
  return { id, name, movies, series, decades, undated, ages, lengths, unknownLength };
}

function lengthBand({ platformTitles }: Catalog, title: PlatformTitleRow): number | undefined {
  const minutes =
    platformTitles.durationType.get(title) === "min" ? platformTitles.durationInt.get(title) : undefined;
  return minutes === undefined ? undefined : LENGTH_EDGES.findLastIndex((edge) => minutes >= edge);
}

export interface Overlap {
  readonly one: PlatformId;
  readonly other: PlatformId;
  /** Films that are on both; of a platform and itself, all of its own. */
  readonly films: number;
}

/** Films that two platforms have in common, each pair both ways. */
export const platformOverlaps = oncePerCatalog((catalog) => inTurns(overlapSteps(catalog)));

function* overlapSteps(catalog: Catalog): Steps<readonly Overlap[]> {
  const there = PLATFORMS.filter(({ id }) => hasPlatform(catalog, id));
  const lists = yield* filmsByPlatformSteps(catalog);
  const filmsOf = (id: PlatformId) => lists[platformRow(id)] ?? [];
  const all: Overlap[] = [];
  for (const { id: one } of there) {
    for (const { id: other } of there) {
      const theirs = filmsOf(other);
      let films = 0;
      yield* stepping(filmsOf(one), (film) => {
        if (theirs[firstAtLeast(theirs, film)] === film) films++;
      });
      all.push({ one, other, films });
    }
  }
  return all;
}
