/** Which platform a file, a cell or an id tells of. */
import { PLATFORMS } from "../../../../src/catalog/platforms.js";
import type { Platform } from "../../../records.js";

/** "amazon prime video", "Disney+", "netflix_titles": the platform that a name holds. */
export function platformNamed(name: string): Platform | undefined {
  const lower = name.toLowerCase();
  const platform = PLATFORMS.find(({ id }) => lower.includes(id));
  return platform?.id ?? (/\bprime\b|prime[ _-]?video/u.test(lower) ? "amazon" : undefined);
}

/** The platform that a file is named after: the nearest part of its path that names one ("netflix_titles.csv"). */
export function platformOf(path: string): Platform | undefined {
  for (const part of path.toLowerCase().split("/").reverse()) {
    const platform = PLATFORMS.find(({ id }) => part.includes(id));
    if (platform !== undefined) return platform.id;
  }
  return undefined;
}

const PREFIXED_ID = /^([adhn])s\d{1,9}$/u;

/** "as1": merged catalogues put the platform's first letter before its ids. */
export function platformOfId(id: string): Platform | undefined {
  const [, letter] = PREFIXED_ID.exec(id.trim().toLowerCase()) ?? [];
  return letter === undefined ? undefined : PLATFORMS.find((platform) => platform.id.startsWith(letter))?.id;
}
