/**
 * Keywords that say how a film was made, sold or labelled, and not what it is like: no reason to recommend one for the
 * other. By the sources' names.
 */
const PRODUCTION_TAGS: ReadonlySet<string> = new Set([
  "3d",
  "adaptation",
  "aftercreditsstinger",
  "based on book",
  "based on children's book",
  "based on memoir or autobiography",
  "based on novel",
  "based on novel or book",
  "based on play or musical",
  "based on short film",
  "based on short story",
  "based on tv series",
  "based on young adult novel",
  "cult",
  "cult classic",
  "cult favorite",
  "cult film",
  "cult movie",
  "duringcreditsstinger",
  "female director",
  "film",
  "imax",
  "independent film",
  "live action remake",
  "long take",
  "made for cable tv",
  "miniseries",
  "movie",
  "part of trilogy",
  "prequel",
  "reboot",
  "remake",
  "sequel",
  "short",
  "short film",
  "spin off",
  "tv movie",
  "tv special",
  "woman director",
]);

/** @param name as the sources have it */
export function isProductionTag(name: string): boolean {
  return PRODUCTION_TAGS.has(name.toLowerCase());
}
