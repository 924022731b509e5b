/** What somebody exported from Letterboxd or IMDb, or from here, as entries: told apart by what is in it. */
import type { Entry, ListKind, ReadRatings, ReadReport, Source } from "./entries.js";
import { listsIn, type PackedList } from "./file/archive.js";
import { rowsOf } from "./file/text.js";
import { LONGEST_TITLE, MOST_BYTES, MOST_ROWS, MOST_ROWS_IN_ALL } from "./limits.js";
import { Columns } from "./lists/columns.js";
import { type Form, type FormFound, formOf } from "./lists/forms.js";
import { Merged } from "./lists/merge.js";
import { ImportRefused } from "./refusal.js";

interface SentFile {
  /** As the platform names it: Letterboxd's two lists without scores differ in nothing else. */
  readonly name?: string;
  /** Stands in for days that are not told, or lie in the future. */
  readonly now: Date;
}

/**
 * Reads a ZIP or a CSV; a block at a time, so that it never holds others up.
 * @throws ImportRefused with a sentence for whoever sent it
 */
export async function readRatings(bytes: Uint8Array, { name, now }: SentFile): Promise<ReadRatings> {
  if (bytes.length === 0) throw new ImportRefused("empty");
  if (bytes.length > MOST_BYTES) throw new ImportRefused("too-large");
  const reading = new Reading(now);
  if (isArchive(bytes)) await reading.archive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  else await reading.list({ name: name ?? "", bytes });
  return reading.result();
}

/** "PK": a ZIP with files, or without any. */
function isArchive([first, second, third]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && (third === 0x03 || third === 0x05);
}

type List = Pick<PackedList, "name"> & { readonly bytes: Uint8Array };

/** So many names of what is no film are told. */
const TOLD = 5;

class Reading {
  readonly #now: Date;
  readonly #merged = new Merged();
  readonly #lists: { kind: ListKind; rows: number }[] = [];
  readonly #notFilms: { count: number; titles: string[] } = { count: 0, titles: [] };
  #source: Source | undefined;
  #rows = 0;
  #rewatches = 0;
  #unreadable = 0;
  #leftOut = 0;

  constructor(now: Date) {
    this.#now = now;
  }

  async archive(bytes: Buffer): Promise<void> {
    let refused: ImportRefused | undefined;
    for await (const list of listsIn(bytes)) {
      try {
        await this.list(list);
      } catch (error) {
        // Whatever else lies in the archive: it counts only where there is nothing to read.
        if (!(error instanceof ImportRefused)) throw error;
        refused ??= error;
      }
    }
    if (this.#source === undefined)
      throw refused?.code === "which-list" ? refused : new ImportRefused("no-lists");
  }

  /** @throws ImportRefused where it is none that is known */
  async list({ name, bytes }: List): Promise<void> {
    let columns: Columns | undefined;
    let form: Form | undefined;
    const told = { kind: "ratings" as ListKind, rows: 0 };
    for await (const row of rowsOf(bytes)) {
      if (columns === undefined || form === undefined) {
        columns = new Columns(row);
        form = known(formOf(columns, name));
        told.kind = form.kind;
        this.#source ??= form.source;
        this.#lists.push(told);
        continue;
      }
      if (told.rows === MOST_ROWS || this.#rows === MOST_ROWS_IN_ALL) {
        this.#leftOut++;
        continue;
      }
      told.rows++;
      this.#rows++;
      this.#row(form, row, columns);
    }
    if (form === undefined) throw new ImportRefused("empty");
  }

  #row(form: Form, row: readonly string[], columns: Columns): void {
    const read = form.read(columns.cellsOf(row), this.#now);
    if ("notFilm" in read) {
      this.#notFilms.count++;
      if (this.#notFilms.titles.length < TOLD)
        this.#notFilms.titles.push(read.notFilm.slice(0, LONGEST_TITLE));
      return;
    }
    const { again = false, ...entry } = read;
    const isNamed = entry.title !== "" || entry.imdb !== undefined || entry.tmdb !== undefined;
    const isWhole = row.length >= columns.least && entry.title.length <= LONGEST_TITLE;
    if (!isNamed || !isWhole) {
      this.#unreadable++;
      return;
    }
    if (again) this.#rewatches++;
    this.#merged.add(entry, form.kind === "diary");
  }

  result(): ReadRatings {
    const entries = this.#merged.list();
    if (entries.length === 0 && this.#notFilms.count === 0) throw new ImportRefused("empty");
    const count = (is: (entry: Entry) => boolean) => entries.filter(is).length;
    const report: ReadReport = {
      source: this.#source ?? "exchange",
      lists: this.#lists,
      rated: count(({ rating }) => rating !== undefined),
      seen: count(({ rating, seen }) => rating === undefined && seen !== undefined),
      wanted: count(({ wanted }) => wanted !== undefined),
      rewatches: this.#rewatches,
      notFilms: this.#notFilms,
      unreadable: this.#unreadable,
      leftOut: this.#leftOut,
    };
    return { entries, report };
  }
}

function known(form: FormFound): Form {
  if (form === undefined) throw new ImportRefused("unknown-columns");
  if (form === "which") throw new ImportRefused("which-list");
  return form;
}
