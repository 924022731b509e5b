/** TMDB's daily list of all film ids: `movie_ids_MM_DD_YYYY.json.gz`, one JSON object a line, out by 08:00 UTC. */
import { closeSync, createReadStream, existsSync, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import { parseLine } from "../../../feeds/json-lines.js";
import { MAX_ID } from "../../../feeds/tmdb-id.js";
import { addDays, dayOf } from "../../days.js";
import { SourceError } from "../../failure.js";
import { GONE, type HttpClient } from "../../http/client.js";

/** The export of a day. */
export interface IdsExport {
  readonly day: string;
  /** Ascending. */
  readonly ids: Int32Array;
  /** Of these, the most popular that are neither adult nor mere video, best first. */
  readonly popular: readonly number[];
  /** Lines that name no film. */
  readonly bad: number;
}

const READY_HOUR = 8;
/** Days back to look for one that is there. */
const MOST_DAYS_BACK = 3;
const MOST_BYTES = 500_000_000;
const DOWNLOAD_MS = 600_000;
/** So many lines may name no film, or this share of all; and never most of them. */
const MOST_BAD = { lines: 100, share: 0.01 } as const;

/**
 * Brings the newest export below `folder` and reads it; one that lies there already is not fetched again.
 * @param most how many popular films are wanted
 * @throws SourceError where none is to be had
 */
export async function bringExport(
  client: HttpClient,
  { filesUrl, folder, most }: { readonly filesUrl: string; readonly folder: string; readonly most: number },
  now: Date,
  signal: AbortSignal,
): Promise<IdsExport> {
  const newest = addDays(dayOf(now), now.getUTCHours() < READY_HOUR ? -1 : 0);
  for (let back = 0; back <= MOST_DAYS_BACK; back++) {
    const day = addDays(newest, -back);
    const path = join(folder, fileOf(day));
    if (!existsSync(path)) {
      const [year, month, date] = day.split("-");
      const url = `${filesUrl}/p/exports/movie_ids_${month}_${date}_${year}.json.gz`;
      const check = async (draft: string) => void (await readExport(draft, day, most));
      const request = { signal, most: MOST_BYTES, timeout: DOWNLOAD_MS, hidesMissing: true };
      if ((await client.download(url, path, request, check)) === GONE) continue;
    }
    for (const name of readdirSync(folder)) {
      if (name.startsWith("movie_ids_") && name !== fileOf(day)) rmSync(join(folder, name), { force: true });
    }
    return readExport(path, day, most);
  }
  throw new SourceError("missing", {
    es: `TMDB no tiene la lista de películas de los últimos ${MOST_DAYS_BACK} días`,
    en: `TMDB has no list of films of the last ${MOST_DAYS_BACK} days`,
  });
}

/** The file of a day is fetched anew the next time. */
export function forgetExport(folder: string, day: string): void {
  rmSync(join(folder, fileOf(day)), { force: true });
}

function fileOf(day: string): string {
  return `movie_ids_${day}.json.gz`;
}

/**
 * @throws Error where the file is cut off, damaged, or no such list
 */
export async function readExport(path: string, day: string, most: number): Promise<IdsExport> {
  const ids: number[] = [];
  const popularity: number[] = [];
  let bad = 0;
  const take = (line: string) => {
    const entry = line === "" ? null : readLine(line);
    if (entry === undefined) bad++;
    if (!entry) return;
    ids.push(entry.id);
    popularity.push(entry.popularity);
  };
  const decoder = new TextDecoder();
  let rest = "";
  const lines = new Writable({
    write(piece: Buffer, _encoding, done) {
      const parts = (rest + decoder.decode(piece, { stream: true })).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) take(line);
      done();
    },
    final(done) {
      // What was unpacked on the way shows by nothing else that it was cut off.
      const isCut = rest !== "" && parseLine(rest) === undefined;
      if (!isCut) take(rest);
      done(isCut ? new Error("the last line is cut off") : null);
    },
  });
  const unpacking = Array.from({ length: packedTimes(path) }, () => createGunzip());
  await pipeline([createReadStream(path), ...unpacking, lines]);
  const mostBad = Math.min(ids.length, Math.max(MOST_BAD.lines, ids.length * MOST_BAD.share));
  if (ids.length === 0 || bad > mostBad) throw new Error(`${bad} lines of no film`);
  // Two plain lists and an order over them: an object for each of a million lines would take three times the memory.
  const id = (at: number) => ids[at] ?? 0;
  const fame = (at: number) => popularity[at] ?? NOT_SHOWN;
  const order = Array.from(ids.keys()).filter((at) => fame(at) !== NOT_SHOWN);
  order.sort((a, b) => fame(b) - fame(a) || id(a) - id(b));
  const popular = order.slice(0, most).map(id);
  return { day, ids: Int32Array.from(new Set(ids)).sort(), popular, bad };
}

const GZIP = Buffer.from([0x1f, 0x8b]);
/** Bytes that are looked at. */
const BEGINNING = 4096;

/**
 * How often a file is packed: by its name once, on the way perhaps once more, and not at all where the way unpacked it.
 * Its first bytes say so, and those of what is in it.
 */
function packedTimes(path: string): number {
  let bytes = Buffer.alloc(BEGINNING);
  const file = openSync(path, "r");
  try {
    bytes = bytes.subarray(0, readSync(file, bytes, 0, BEGINNING, 0));
  } finally {
    closeSync(file);
  }
  let layers = 0;
  for (; bytes.subarray(0, GZIP.length).equals(GZIP); layers++) {
    bytes = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  }
  return layers;
}

/** Stands for the popularity of films that nobody is to be shown. */
const NOT_SHOWN = -1;

/** By hand and not by a schema: there are more than a million lines. Undefined where the line is no film. */
function readLine(line: string): { id: number; popularity: number } | undefined {
  const entry = parseLine(line);
  if (typeof entry !== "object" || entry === null) return undefined;
  const { id, popularity, adult, video } = entry as Record<string, unknown>;
  if (typeof id !== "number" || !Number.isInteger(id) || id < 1 || id > MAX_ID) return undefined;
  const isShown = adult !== true && video !== true && typeof popularity === "number" && popularity >= 0;
  return { id, popularity: isShown ? popularity : NOT_SHOWN };
}
