/** TMDB's daily list of all film ids: `movie_ids_MM_DD_YYYY.json.gz`, one JSON object a line, out by 08:00 UTC. */
import { createReadStream, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { addDays, dayOf } from "../../days.js";
import { GONE, type HttpClient } from "../../http/client.js";
import { SourceError } from "../source.js";

/** The export of a day. */
export interface IdsExport {
  readonly day: string;
  /** Ascending. */
  readonly ids: Int32Array;
  /** Of these, the most popular that are neither adult nor mere video, best first. */
  readonly popular: readonly number[];
}

const READY_HOUR = 8;
/** Days back to look for one that is there. */
const MOST_DAYS_BACK = 3;
const MOST_BYTES = 500_000_000;
const DOWNLOAD_MS = 600_000;
/** Share of lines that may be unreadable. */
const MOST_BAD = 0.001;

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
      const asking = { signal, most: MOST_BYTES, timeout: DOWNLOAD_MS, hidesMissing: true };
      if ((await client.download(url, path, asking, check)) === GONE) continue;
    }
    for (const name of readdirSync(folder)) {
      if (name.startsWith("movie_ids_") && name !== fileOf(day)) rmSync(join(folder, name), { force: true });
    }
    return readExport(path, day, most);
  }
  throw new SourceError({
    es: `TMDB no tiene la lista de películas de los últimos ${MOST_DAYS_BACK} días`,
    en: `TMDB has no list of films of the last ${MOST_DAYS_BACK} days`,
  });
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
  await pipeline(createReadStream(path), createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const piece of unpacked) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    }
    take(rest);
  });
  if (ids.length === 0 || bad > ids.length * MOST_BAD) throw new Error(`${bad} lines of no film`);
  const order = Array.from(ids.keys()).filter((at) => popularity[at] >= 0);
  order.sort((a, b) => popularity[b] - popularity[a] || ids[a] - ids[b]);
  const popular = order.slice(0, most).map((at) => ids[at]);
  return { day, ids: Int32Array.from(new Set(ids)).sort(), popular };
}

/** Popularity below 0 stands for films that nobody is to be shown. */
function readLine(line: string): { id: number; popularity: number } | undefined {
  try {
    const { id, popularity, adult, video } = JSON.parse(line) as Record<string, unknown>;
    if (typeof id !== "number" || !Number.isInteger(id) || id < 1 || id > 0x7fff_ffff) return undefined;
    const shown = adult !== true && video !== true;
    return { id, popularity: shown && typeof popularity === "number" ? popularity : -1 };
  } catch {
    return undefined;
  }
}
