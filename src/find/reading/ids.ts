/** Ids as people and media libraries write them, anywhere in a text. */
import type { Reference, Thing } from "./reference.js";

/** "tmdb:550", "TMDB: 550", "tmdb 550", "[tmdbid-550]", "{tmdb-550}". Behind a colon "-" is a sign. */
const TMDB =
  /(?<![\p{L}\p{N}])tmdb(?:[ _-]?id)?(?:\s?[:=]\s?#?(-?\d{1,10})|[\s#_-]{1,3}(\d{1,10}))(?![\p{L}\p{N}])/giu;
/** "tt0137523", "imdb:tt0137523", "tt0137523/". */
const IMDB_FILM = /(?<![\p{L}\p{N}])tt(\d{5,10})(?![\p{L}\p{N}])/giu;
/** "imdb:0137523": without "tt" it takes the name of the site to be an id. */
const IMDB_NUMBER = /(?<![\p{L}\p{N}])imdb(?:[ _-]?id)?[\s:=#_-]{1,3}(\d{6,10})(?![\p{L}\p{N}])/giu;
const IMDB_PERSON = /(?<![\p{L}\p{N}])nm(\d{5,10})(?![\p{L}\p{N}])/giu;
/** "person:31": the exact values of our own options. */
const OWN = /(?<![\p{L}\p{N}])(person|collection|company):\s?(-?\d{1,10})(?![\p{L}\p{N}])/giu;

/** "title:ns81": the same of a title of a streaming catalogue, with the first letter of the platform. */
const TITLE = /(?<![\p{L}\p{N}])title:\s?([a-z]s?\d{1,9})(?![\p{L}\p{N}])/giu;

/** The ids in a text, kind by kind, each kind in their order. Takes time linear in its length. */
export function idsIn(text: string): Reference[] {
  const ids = (pattern: RegExp, of: Thing, source: "tmdb" | "imdb"): Reference[] =>
    [...text.matchAll(pattern)].map(([, first, second]) => ({
      kind: "id",
      of,
      source,
      id: Number(first ?? second),
    }));
  return [
    ...ids(TMDB, "film", "tmdb"),
    ...ids(IMDB_FILM, "film", "imdb"),
    ...ids(IMDB_NUMBER, "film", "imdb"),
    ...ids(IMDB_PERSON, "person", "imdb"),
    ...[...text.matchAll(OWN)].map(
      ([, of = "", id]): Reference => ({
        kind: "id",
        of: of.toLowerCase() as Thing,
        source: "tmdb",
        id: Number(id),
      }),
    ),
    ...[...text.matchAll(TITLE)].map(([, id = ""]): Reference => ({ kind: "title", id: id.toLowerCase() })),
  ];
}
