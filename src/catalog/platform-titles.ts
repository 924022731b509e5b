/** Titles of the streaming catalogues, and the series that several of them may be of. */
import type { Catalog } from "./catalog.js";
import { PLATFORMS } from "./platforms.js";
import { type PlatformTitleRow, rowIn, type SeriesRow } from "./rows.js";
import { firstPlace } from "./sorted.js";

type Titles = Pick<Catalog, "platformTitles" | "series">;

/** The exact value of an option that means a title: "title:ns81". */
export function titleValue({ platformTitles }: Titles, row: PlatformTitleRow): string {
  return `title:${platformTitles.id.get(row)}`;
}

/** Ids are written with the first letter of their platform. */
const BY_LETTER = new Map(PLATFORMS.map(({ id }, row) => [id.charAt(0), row]));

/** The title with an id ("ns81"), by a scan of its platform's: some tens of microseconds. */
export function titleById(
  { platforms, platformTitles }: Pick<Catalog, "platforms" | "platformTitles">,
  id: string,
): PlatformTitleRow | undefined {
  const platform = BY_LETTER.get(id.charAt(0));
  if (platform === undefined) return undefined;
  const wanted = Buffer.from(id);
  const { bytes, offsets } = platformTitles.id.raw;
  const end = platforms.firstTitle[platform + 1] ?? platformTitles.rowCount;
  for (let row = platforms.firstTitle[platform] ?? end; row < end; row++) {
    const [from = 0, to = 0] = [offsets[row], offsets[row + 1]];
    if (to - from === wanted.length && wanted.equals(bytes.subarray(from, to)))
      return rowIn("platformTitles", row);
  }
  return undefined;
}

/** The title that stands for a series. */
export function leadTitle({ series }: Titles, row: SeriesRow): PlatformTitleRow {
  const [lead] = series.titles.get(row);
  if (lead === undefined) throw new RangeError(`series ${row} has no title: an index of another format`);
  return lead;
}

/** The series that a title is of; undefined for a movie. */
export function seriesOfTitle({ series }: Titles, row: PlatformTitleRow): SeriesRow | undefined {
  const { offsets, values } = series.titles;
  const place = values.indexOf(row);
  if (place < 0) return undefined;
  return rowIn(
    "series",
    firstPlace(0, series.rowCount, (own) => (offsets[own + 1] ?? 0) <= place),
  );
}

/** All titles that are of the same series as one; of a movie, it alone. */
export function titlesOfSeries(catalog: Titles, row: PlatformTitleRow): readonly PlatformTitleRow[] {
  const own = seriesOfTitle(catalog, row);
  return own === undefined ? [row] : Array.from(catalog.series.titles.get(own));
}

/** What a title is called, and since when it is, by its catalogues. */
export interface TitleNames {
  readonly title: string;
  /** Our own Spanish name, where it has another. */
  readonly titleEs: string | undefined;
  /** The earliest year that a catalogue has: some tell that of the newest season. */
  readonly year: number | undefined;
}

export function titleNames(catalog: Titles, row: PlatformTitleRow): TitleNames {
  const { platformTitles: titles } = catalog;
  const all = titlesOfSeries(catalog, row);
  const years = all.flatMap((own) => titles.releaseYear.get(own) ?? []);
  return {
    title: titles.title.get(all[0] ?? row),
    titleEs: all.map((own) => titles.titleEs.get(own)).find((name) => name !== undefined),
    year: years.length === 0 ? undefined : Math.min(...years),
  };
}

/** "La casa de papel (2017)"; the year is left out where it is unknown. */
export function titleText(catalog: Titles, row: PlatformTitleRow, tag: string): string {
  const { title, titleEs, year } = titleNames(catalog, row);
  const shown = (tag.startsWith("es") ? titleEs : undefined) ?? title;
  return year === undefined ? shown : `${shown} (${year})`;
}

/** "La casa de papel (2017) · serie": tells a series from the films of its name. */
export function titleLabel(catalog: Titles, row: PlatformTitleRow, tag: string): string {
  const text = titleText(catalog, row, tag);
  if (catalog.platformTitles.series[row] !== 1) return text;
  return `${text} · ${tag.startsWith("es") ? "serie" : "series"}`;
}
