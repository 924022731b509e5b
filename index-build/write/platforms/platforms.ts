/** Streaming titles → their tables: by platform and year, each linked to its film where that is certain. */
import type { Tables } from "../../../src/catalog/catalog.js";
import { PLATFORMS, type PlatformId, platformRow } from "../../../src/catalog/platforms.js";
import { TABLES } from "../../../src/catalog/schema.js";
import type { PlatformTitle } from "../../records.js";
import { encodeTable } from "../encode/arrow.js";
import { dayNumber } from "../encode/days.js";
import { FilmLinker } from "./film-linker.js";

export type PlatformTable = "platforms" | "platformTitles" | "platformLinks";

/** How many movies of a platform were linked to a film, could be several, or are none we know. */
export interface LinkCounts {
  linked: number;
  ambiguous: number;
  unlinked: number;
}

export interface EncodedPlatforms {
  readonly tables: Record<PlatformTable, Uint8Array>;
  readonly links: Record<PlatformId, LinkCounts>;
}

/** @param seriesNames Spanish names of series, by the titles that platforms give them */
export function encodePlatforms(
  titles: readonly PlatformTitle[],
  tables: Pick<Tables, "films" | "people">,
  seriesNames: ReadonlyMap<string, string>,
): EncodedPlatforms {
  const sorted = [...titles].sort(
    (a, b) =>
      platformRow(a.platform) - platformRow(b.platform) ||
      (a.releaseYear ?? Number.POSITIVE_INFINITY) - (b.releaseYear ?? Number.POSITIVE_INFINITY) ||
      (a.id < b.id ? -1 : 1),
  );
  const linker = new FilmLinker(tables);
  const links = Object.fromEntries(
    PLATFORMS.map(({ id }) => [id, { linked: 0, ambiguous: 0, unlinked: 0 }]),
  ) as Record<PlatformId, LinkCounts>;
  const films = sorted.map((title) => {
    if (title.type !== "movie") return undefined;
    const link = linker.link(title);
    links[title.platform][typeof link === "number" ? "linked" : link]++;
    return typeof link === "number" ? link : undefined;
  });
  const linked = films
    .flatMap((film, title) => (film === undefined ? [] : [{ film, title }]))
    .sort((a, b) => a.film - b.film || a.title - b.title);
  return {
    links,
    tables: {
      platforms: encodeTable(TABLES.platforms, platformColumns(sorted)),
      platformTitles: encodeTable(TABLES.platformTitles, titleColumns(sorted, films, seriesNames)),
      platformLinks: encodeTable(TABLES.platformLinks, {
        film: linked.map(({ film }) => film),
        title: linked.map(({ title }) => title),
      }),
    },
  };
}

function platformColumns(sorted: readonly PlatformTitle[]) {
  const rows = PLATFORMS.map(({ id }) => {
    const own = sorted.filter(({ platform }) => platform === id);
    const dates = own.flatMap(({ dateAdded }) => dateAdded ?? []).sort();
    const newest = dates.at(-1);
    return {
      movies: own.filter(({ type }) => type === "movie").length,
      series: own.filter(({ type }) => type === "series").length,
      dataDate: newest === undefined ? undefined : dayNumber(newest),
      region: own.find(({ region }) => region !== undefined)?.region,
      firstTitle: sorted.filter(({ platform }) => platformRow(platform) < platformRow(id)).length,
    };
  });
  return {
    id: PLATFORMS.map(({ id }) => id),
    movies: rows.map(({ movies }) => movies),
    series: rows.map(({ series }) => series),
    dataDate: rows.map(({ dataDate }) => dataDate),
    region: rows.map(({ region }) => region),
    firstTitle: rows.map(({ firstTitle }) => firstTitle),
  };
}

function titleColumns(
  titles: readonly PlatformTitle[],
  films: readonly (number | undefined)[],
  seriesNames: ReadonlyMap<string, string>,
) {
  const column = <Cell>(cell: (title: PlatformTitle) => Cell) => titles.map(cell);
  return {
    id: column(({ id }) => id),
    series: column(({ type }) => (type === "series" ? 1 : 0)),
    title: column(({ title }) => title),
    titleEs: column(({ type, title }) => (type === "series" ? seriesNames.get(title) : undefined)),
    film: films,
    directors: column(({ directors }) => directors),
    cast: column(({ cast }) => cast),
    countries: column(({ countries }) => countries),
    dateAdded: column(({ dateAdded }) => (dateAdded === undefined ? undefined : dayNumber(dateAdded))),
    releaseYear: column(({ releaseYear }) => releaseYear),
    maturity: column(({ maturity }) => maturity),
    durationInt: column(({ durationInt }) => durationInt),
    durationType: column(({ durationType }) => durationType),
    genres: column(({ genres }) => genres),
    score: column(({ score }) => score),
  };
}
