/** The streaming platforms. */
import type { Tables } from "./catalog.js";
import { type PlatformRow, type PlatformTitleRow, rowIn } from "./rows.js";
import { firstPlace } from "./sorted.js";

/** The streaming platforms whose catalogues can be read, in the order in which the index numbers them. */
export const PLATFORMS = [
  { id: "amazon", name: "Amazon Prime Video" },
  { id: "disney", name: "Disney+" },
  { id: "hulu", name: "Hulu" },
  { id: "netflix", name: "Netflix" },
] as const;

/**
 * How a provider lets people watch a film, best first: what costs nothing more, then what is paid for by the
 * film.
 */
export const WAYS = ["subscription", "free", "ads", "rent", "buy"] as const;

export type Way = (typeof WAYS)[number];

export function isWay(word: string): word is Way {
  return (WAYS as readonly string[]).includes(word);
}

export type PlatformId = (typeof PLATFORMS)[number]["id"];

/** @throws RangeError for an id that is none: a bug, vocabularies give only these */
export function platformRow(id: string): PlatformRow {
  const row = PLATFORMS.findIndex((platform) => platform.id === id);
  if (row < 0) throw new RangeError(`no platform ${id}`);
  return rowIn("platforms", row);
}

/**
 * The platform of a row of the index.
 * @throws RangeError where there is none: an index of another format
 */
export function platformOf(row: PlatformRow): (typeof PLATFORMS)[number] {
  const platform = PLATFORMS[row];
  if (platform === undefined) throw new RangeError(`no platform in row ${row}`);
  return platform;
}

/** The platform that a title belongs to. */
export function platformOfTitle(
  { platforms }: Pick<Tables, "platforms">,
  title: PlatformTitleRow,
): PlatformRow {
  // Platforms stand in the order of their first titles; one without titles begins where the next does.
  const next = firstPlace(0, platforms.rowCount, (row) => (platforms.firstTitle[row] ?? title) <= title);
  return rowIn("platforms", next - 1);
}
