/**
 * The films that TMDB gave, on disk: one JSON object a line, appended and never changed; of several lines for a film
 * the last counts. What was written before a kill is there afterwards, but for a line that was cut in the middle.
 * `index-build` reads the file as one more source.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from "node:fs";
import { daysBetween } from "../../days.js";

/** First line of the file; `index-build/read/feeds/tmdb.ts` knows it too. */
const HEADER = '{"format":"claqueta-tmdb/1"}\n';
/** TMDB's terms: nothing may be kept longer than six months without being asked for again. */
export const KEPT_DAYS = 180;

export interface Stored {
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
  /** TMDB has no such film any more. */
  readonly gone: boolean;
  /** ISO 3166-1 code of where it was asked for who offers the film; undefined for films that are gone. */
  readonly region?: string;
}

interface Placed extends Stored {
  readonly start: number;
  readonly length: number;
}

/** Lines written between two syncs: what a power cut may cost. */
const SYNC_EVERY = 100;
const PIECE = 1 << 20;

export class FilmStore {
  readonly #films: Map<number, Placed>;
  #file: number;
  #size: number;
  #unsynced = 0;

  private constructor(
    private readonly path: string,
    file: number,
    size: number,
    films: Map<number, Placed>,
  ) {
    this.#file = file;
    this.#size = size;
    this.#films = films;
  }

  static open(path: string): FilmStore {
    const file = openSync(path, existsSync(path) ? "r+" : "w+");
    const { films, size } = scan(file);
    // A line without its end is of a write that was killed.
    ftruncateSync(file, size);
    const store = new FilmStore(path, file, size, films);
    if (size === 0) store.#write(HEADER);
    return store;
  }

  get(id: number): Stored | undefined {
    return this.#films.get(id);
  }

  entries(): IterableIterator<[number, Stored]> {
    return this.#films.entries();
  }

  /** Films that are there. */
  get count(): number {
    let count = 0;
    for (const { gone } of this.#films.values()) if (!gone) count++;
    return count;
  }

  get bytes(): number {
    return this.#size;
  }

  put(id: number, at: Date, region: string, film: object): void {
    this.#add({ id, at, gone: false, region }, `"region":"${region}","film":${JSON.stringify(film)}}\n`);
  }

  /** A tombstone: whatever other sources say, TMDB has withdrawn the film. */
  bury(id: number, at: Date): void {
    this.#add({ id, at, gone: true }, '"gone":true}\n');
  }

  sync(): void {
    fdatasyncSync(this.#file);
    this.#unsynced = 0;
  }

  close(): void {
    this.sync();
    closeSync(this.#file);
  }

  /** Films asked for longer ago than may be kept. */
  expired(now: Date): number[] {
    return [...this.#films].flatMap(([id, { at }]) => (isExpired(at, now) ? id : []));
  }

  /**
   * Writes the file anew without lines that no longer count and films that may no longer be kept, where that is worth
   * it. Whoever reads the old file goes on reading it.
   */
  compact(now: Date): void {
    const expired = this.expired(now);
    for (const id of expired) this.#films.delete(id);
    const live = [...this.#films].sort(([a], [b]) => a - b);
    const bytes = live.reduce((sum, [, { length }]) => sum + length, HEADER.length);
    if (expired.length === 0 && this.#size < bytes * 1.5) return;
    const draft = `${this.path}.draft`;
    const copy = openSync(draft, "w+");
    const films = new Map<number, Placed>();
    let size = writeSync(copy, HEADER);
    for (const [id, placed] of live) {
      const line = Buffer.alloc(placed.length);
      readSync(this.#file, line, 0, line.length, placed.start);
      films.set(id, { ...placed, start: size });
      size += writeSync(copy, line);
    }
    fdatasyncSync(copy);
    renameSync(draft, this.path);
    closeSync(this.#file);
    this.#file = copy;
    this.#size = size;
    this.#films.clear();
    for (const [id, placed] of films) this.#films.set(id, placed);
  }

  /** The id, the time and the region stand first, where `scan` finds them without reading the film. */
  #add({ id, at, ...film }: Omit<Stored, "at"> & { id: number; at: Date }, rest: string): void {
    const start = this.#size;
    this.#write(`{"id":${id},"at":"${at.toISOString()}",${rest}`);
    this.#films.set(id, { ...film, at: at.getTime(), start, length: this.#size - start });
    this.#unsynced++;
    if (this.#unsynced >= SYNC_EVERY) this.sync();
  }

  #write(text: string): void {
    this.#size += writeSync(this.#file, text, this.#size);
  }
}

function isExpired(at: number, now: Date): boolean {
  return daysBetween(at, now.getTime()) > KEPT_DAYS;
}

const NEWLINE = 10;
/** Enough of a line to know whose it is. */
const HEAD = 80;
const LINE = /^\{"id":(\d{1,10}),"at":"([^"]{20,30})",(?:("gone":true\})|"region":"([A-Z]{2})")?/u;

/** Where the last line of each film lies, and where the last whole line ends. */
function scan(file: number): { films: Map<number, Placed>; size: number } {
  const films = new Map<number, Placed>();
  const piece = Buffer.alloc(PIECE);
  let start = 0;
  let head = "";
  for (let at = 0; ; ) {
    const read = readSync(file, piece, 0, PIECE, at);
    if (read === 0) break;
    for (let from = 0; from < read; ) {
      const found = piece.subarray(0, read).indexOf(NEWLINE, from);
      const end = found === -1 ? read : found;
      if (head.length < HEAD)
        head += piece.toString("latin1", from, Math.min(end, from + HEAD - head.length));
      if (found === -1) break;
      const length = at + end + 1 - start;
      const [, id, time, gone, region] = LINE.exec(head) ?? [];
      if (id !== undefined) {
        films.set(Number(id), { at: Date.parse(time), gone: gone !== undefined, region, start, length });
      }
      start += length;
      head = "";
      from = end + 1;
    }
    at += read;
  }
  return { films, size: start };
}
