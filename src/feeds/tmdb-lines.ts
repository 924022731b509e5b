/**
 * The file of films that TMDB gave: `films.jsonl`. A line is a film, or says that TMDB has withdrawn it.
 *
 * Id, time and region stand first in every line: a refresh that opens a file of a million lines finds in the first
 * characters of each all that it has to know, and parses none. The index build, which needs the whole film, parses each
 * line once.
 */
import { z } from "zod";
import { type TmdbFilm, tmdbFilm } from "./tmdb-film.js";
import { tmdbId } from "./tmdb-id.js";

export const TMDB_FORMAT = "claqueta-tmdb/1";
export const TMDB_FILE = "films.jsonl";

/** When TMDB was asked, ISO 8601. A line without it is still a film. */
const at = z.string().nullish().catch(undefined);

/** A line of a film, or a tombstone: whatever other sources say, TMDB has withdrawn the film. */
export const tmdbLine = z.union([
  z.object({ id: tmdbId, at, film: tmdbFilm }),
  z.object({ id: tmdbId, at, gone: z.literal(true) }),
]);

/** What stands at the beginning of a line. */
export interface TmdbLineHead {
  readonly id: number;
  /** When TMDB was asked, in milliseconds since 1970. */
  readonly at: number;
  /** Whether the line is a tombstone. */
  readonly gone: boolean;
  /** ISO 3166-1 alpha-2: where it was asked who offers the film. Undefined in tombstones and in lines of old. */
  readonly region?: string | undefined;
}

/** Characters in which the head of a line ends. */
export const HEAD_LENGTH = 80;

const HEAD = /^\{"id":(\d{1,10}),"at":"([^"]{20,30})",(?:("gone":true\})|"region":"([A-Z]{2})")?/u;

/** What the first `HEAD_LENGTH` characters of a line tell; undefined where it is no line of a film. */
export function lineHead(line: string): TmdbLineHead | undefined {
  const [, id, time, gone, region] = HEAD.exec(line) ?? [];
  if (id === undefined || time === undefined) return undefined;
  return { id: Number(id), at: Date.parse(time), gone: gone !== undefined, region };
}

/** The line of a film, with its end. */
export function filmLine(id: number, asked: Date, region: string, film: TmdbFilm): string {
  return `{"id":${id},"at":"${asked.toISOString()}","region":"${region}","film":${JSON.stringify(film)}}\n`;
}

/** The line of a film that TMDB has no more, with its end. */
export function tombstoneLine(id: number, asked: Date): string {
  return `{"id":${id},"at":"${asked.toISOString()}","gone":true}\n`;
}
