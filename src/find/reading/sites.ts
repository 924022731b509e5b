/** What the path of a link says, by the ways in which sites about films build theirs. */

import type { NameRead, Reference, Thing } from "./reference.js";
import { mayBeNamed, nameOfSlug, nameOfWikiPage } from "./slugs.js";

const ELSEWHERE: Reference = { kind: "elsewhere" };

/** Sites that name what their pages are about in the path; there a number is a title, not an id. */
const NAMING =
  /(?:^|\.)(?:letterboxd\.com|trakt\.tv|justwatch\.com|rottentomatoes\.com|metacritic\.com|mubi\.com)$/;
/** Hosts that are known without a scheme before them. */
export const SITES = new RegExp(
  `${NAMING.source}|(?:^|\\.)(?:themoviedb\\.org|tmdb\\.org|imdb\\.com|wikipedia\\.org|filmaffinity\\.com|` +
    "boxd\\.it|youtu\\.be)$",
);
const TMDB = /(?:^|\.)(?:themoviedb|tmdb)\.org$/;
const WIKIPEDIA = /(?:^|\.)wikipedia\.org$/;

/** What the part of a path says that stands before a name, in the languages in which sites write it. */
const PATH_WORDS: ReadonlyMap<string, Thing | "series"> = new Map(
  (
    [
      ["film", "film films filme filmes movie movies pelicula peliculas película películas m"],
      [
        "series",
        "tv series serie show shows tvshow tvshows tv-show tv-shows tv-series programa episode episodes",
      ],
      [
        "person",
        "person people persona personas actor actors actress director directors celebrity name writer",
      ],
      ["collection", "collection collections saga sagas franchise"],
      ["company", "company companies studio studios productora"],
    ] as const
  ).flatMap(([thing, words]) => words.split(" ").map((word) => [word, thing] as const)),
);
/** Stands between such a word and the name: "store/movies/details/Titanic". */
const DETAILS = /^details?$/;

/**
 * What a link leads to by its path.
 * @param host in lower case
 * @param parts of the path, decoded, none empty
 */
export function referenceOfPath(host: string, parts: readonly string[]): Reference {
  if (WIKIPEDIA.test(host)) return wikiPage(parts);
  const at = parts.findIndex((part) => PATH_WORDS.has(part.toLowerCase()));
  const of = PATH_WORDS.get(parts[at]?.toLowerCase() ?? "");
  if (of === undefined) return ELSEWHERE;
  const rest = parts.slice(at + 1).filter((part) => !DETAILS.test(part));
  if (of === "series") return { kind: "series", ...seriesName(rest) };
  if (TMDB.test(host)) return tmdbPage(of, rest[0]);
  const slug = NAMING.test(host) ? rest[0] : rest.find(mayBeNamed);
  const name = slug === undefined ? undefined : nameOfSlug(slug);
  return name === undefined ? ELSEWHERE : { kind: "name", of, ...name };
}

/** "1396-breaking-bad", "breaking-bad/temporada-1": whatever else stands there is of an episode. */
function seriesName(rest: readonly string[]): Partial<NameRead> {
  const slug = rest.find(mayBeNamed);
  return (slug === undefined ? undefined : nameOfSlug(slug)) ?? {};
}

/** "862-toy-story" or "862". */
function tmdbPage(of: Thing, part = ""): Reference {
  const id = /^\d{1,10}(?!\d)/.exec(part)?.[0];
  return id === undefined ? ELSEWHERE : { kind: "id", of, source: "tmdb", id: Number(id) };
}

/** "wiki/Dune_(película_de_2021)". */
function wikiPage([first, page]: readonly string[]): Reference {
  return first === "wiki" && page !== undefined ? nameOfWikiPage(page) : ELSEWHERE;
}
