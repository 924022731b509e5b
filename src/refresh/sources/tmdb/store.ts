/**
 * The films that TMDB gave, on disk: one JSON object a line, appended and never changed; of several lines for a film
 * the last counts. What was written before a kill is there afterwards, but for a line that was cut in the middle.
 * The index build reads the file as one more source; its lines are written down in `src/feeds/tmdb-lines.ts`.
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
import { headerLine } from "../../../feeds/json-lines.js";
import type { TmdbFilm } from "../../../feeds/tmdb-film.js";
import {
  filmLine,
  HEAD_LENGTH,
  lineHead,
  TMDB_FORMAT,
  type TmdbLineHead,
  tombstoneLine,
} from "../../../feeds/tmdb-lines.js";
import { daysBetween } from "../../days.js";

const HEADER = headerLine(TMDB_FORMAT);
/** TMDB's terms: nothing may be kept longer than six months without being asked for again. */
export const KEPT_DAYS = 180;

/** Where the last line of a film lies in the file, in bytes, and how it begins. */
interface Stored extends TmdbLineHead {
  readonly start: number;
  readonly length: number;
}

/** Lines written between two syncs: what a power cut may cost. */
const SYNC_EVERY = 100;
const PIECE = 1 << 20;

export class FilmStore {
  readonly #path: string;
  readonly #films: Map<number, Stored>;
  #file: number;
  #size: number;
  #unsynced = 0;

  private constructor(path: string, file: number, size: number, films: Map<number, Stored>) {
    this.#path = path;
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

  get(id: number): TmdbLineHead | undefined {
    return this.#films.get(id);
  }

  entries(): IterableIterator<[number, TmdbLineHead]> {
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

  /** @param region where it was asked who offers the film, ISO 3166-1 alpha-2 */
  put(id: number, at: Date, region: string, film: TmdbFilm): void {
    this.#add({ id, at: at.getTime(), gone: false, region }, filmLine(id, at, region, film));
  }

  /** Notes that TMDB has withdrawn the film, whatever other sources say. */
  putTombstone(id: number, at: Date): void {
    this.#add({ id, at: at.getTime(), gone: true }, tombstoneLine(id, at));
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
    const draft = `${this.#path}.draft`;
    const copy = openSync(draft, "w+");
    const films = new Map<number, Stored>();
    let size = writeSync(copy, HEADER);
    for (const [id, stored] of live) {
      const line = Buffer.alloc(stored.length);
      readSync(this.#file, line, 0, line.length, stored.start);
      films.set(id, { ...stored, start: size });
      size += writeSync(copy, line);
    }
    fdatasyncSync(copy);
    renameSync(draft, this.#path);
    closeSync(this.#file);
    this.#file = copy;
    this.#size = size;
    this.#films.clear();
    for (const [id, stored] of films) this.#films.set(id, stored);
  }

  #add(head: TmdbLineHead, line: string): void {
    const start = this.#size;
    this.#write(line);
    this.#films.set(head.id, { ...head, start, length: this.#size - start });
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

/** Where the last line of each film lies, and where the last whole line ends. */
function scan(file: number): { films: Map<number, Stored>; size: number } {
  const films = new Map<number, Stored>();
  const piece = Buffer.alloc(PIECE);
  let start = 0;
  let head = "";
  for (let at = 0; ; ) {
    const read = readSync(file, piece, 0, PIECE, at);
    if (read === 0) break;
    for (let from = 0; from < read; ) {
      const newline = piece.subarray(0, read).indexOf(NEWLINE, from);
      const end = newline === -1 ? read : newline;
      if (head.length < HEAD_LENGTH) {
        head += piece.toString("latin1", from, Math.min(end, from + HEAD_LENGTH - head.length));
      }
      if (newline === -1) break;
      const length = at + end + 1 - start;
      const found = lineHead(head);
      if (found !== undefined) {
        // Written out: spreading an object takes longer than all the rest that is done for a line.
        const { id, at: time, gone, region } = found;
        films.set(id, { id, at: time, gone, region, start, length });
      }
      start += length;
      head = "";
      from = end + 1;
    }
    at += read;
  }
  return { films, size: start };
}
