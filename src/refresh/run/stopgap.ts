/** The starter's index where other sources are set: it is served until they have given something. */
import type { Manifest } from "../../catalog/schema.js";
import type { Source } from "../sources/source.js";

const STARTER = "starter";
/** How an index names the starter's files of films. */
const STARTER_FILMS = "starter-films";

/**
 * Whether all films of a version are the starter's, and none of the sources is: what those give is not held against it, or
 * fewer films of one's own would be refused for good.
 */
export function isStopgap(
  { sources: files, counts }: Pick<Manifest, "sources" | "counts">,
  sources: readonly Pick<Source, "name">[],
): boolean {
  if (sources.some(({ name }) => name === STARTER)) return false;
  const own = files.filter(({ kind }) => kind === STARTER_FILMS).reduce((sum, { rows }) => sum + rows, 0);
  return own > 0 && own >= (counts.films ?? 0);
}
