/** From a file on disk to what can be read of it: itself, unpacked, or each file that lies in it. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readArrowTable } from "../formats/columnar/arrow.js";
import { readParquetTable } from "../formats/columnar/parquet.js";
import { sheetsIn } from "../formats/spreadsheet/tables.js";
import { xlsSheets } from "../formats/spreadsheet/xls/sheets.js";
import { openSqlite } from "../formats/sql/sqlite.js";
import { tablesFormOf, tablesInText } from "../forms/tables-in-text.js";
import type { TableHandlers } from "../table.js";
import { InputCut, InputRefused } from "./broken-input.js";
import { isHidden, isOther, mayHoldTables } from "./find.js";
import type { FoundFile } from "./found-file.js";
import type { ReadLimits } from "./limits.js";
import { Expansion } from "./packing/expansion.js";
import { containerOf, foreignFormatOf } from "./packing/magic.js";
import { tarEntries } from "./packing/tar.js";
import { unwrap } from "./packing/unwrap.js";
import { zipEntries } from "./packing/zip.js";
import { Peeked } from "./peeked.js";
import { spooled } from "./spool.js";
import { looksLikeText, troubleOfText } from "./text/text-look.js";

/** What can be read: a text of any form, or a table whose form needs no telling. */
export type SourceInput = TextInput | TableInput;

interface Named {
  /** As the report names it: "credits.csv.gz", "archive.zip!/credits.csv". */
  readonly name: string;
}

export interface TextInput extends Named {
  readonly form: "text";
  /** The first bytes. */
  readonly head: Buffer;
  /** Unpacked bytes, once. Throws `InputCut` or `InputRefused`. */
  open(): AsyncIterable<Buffer>;
}

export interface TableInput extends Named {
  readonly form: "table";
  /**
   * @returns rows met after the header
   * @throws InputRefused where the file is damaged
   */
  read(handlers: TableHandlers): Promise<number>;
}

/** What there is to tell of archives: an entry that is none of ours, or that their end is missing. */
export type TellOfFiles = (code: "other-file" | "archive-cut", name: string) => void;

/** Told of what cannot be read in an archive; the rest of it is read on. */
export type OnBroken = (name: string, error: InputCut | InputRefused) => void;

const READ_BYTES = 256 * 1024;

/** SHA-256 of a file as it lies on disk, in hex. */
export async function sha256OfFile(file: FoundFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of bytesOf(file)) hash.update(chunk);
  return hash.digest("hex");
}

/**
 * The inputs that lie in `file`, one after the other: each is to be read before the next is asked for.
 * @throws InputRefused where the file itself cannot be opened
 */
export async function* openInputs(
  file: FoundFile,
  limits: ReadLimits,
  tell: TellOfFiles,
  onBroken: OnBroken,
): AsyncGenerator<SourceInput> {
  const bytes = capped(bytesOf(file), limits);
  const path = file.pieces === undefined ? file.path : undefined;
  yield* new Opening(limits, tell, onBroken).inputs({ name: file.name, path, bytes, depth: 0 });
}

/** Something that may be packed. */
interface Parcel extends Named {
  readonly bytes: AsyncIterable<Buffer>;
  /** Where it lies on disk; undefined inside another, and in pieces. */
  readonly path: string | undefined;
  readonly depth: number;
  /** What it was unpacked from. */
  readonly outer?: Expansion;
}

class Opening {
  readonly #limits: ReadLimits;
  readonly #tell: TellOfFiles;
  readonly #onBroken: OnBroken;
  #entries = 0;

  constructor(limits: ReadLimits, tell: TellOfFiles, onBroken: OnBroken) {
    this.#limits = limits;
    this.#tell = tell;
    this.#onBroken = onBroken;
  }

  async *inputs(parcel: Parcel): AsyncGenerator<SourceInput> {
    if (parcel.depth > this.#limits.packingDepth) {
      throw new InputRefused("packed-too-deep", `> ${this.#limits.packingDepth}`);
    }
    const peeked = await Peeked.of(parcel.bytes);
    const { head } = peeked;
    try {
      const container = containerOf(head);
      switch (container) {
        case undefined:
          yield* this.#text(parcel.name, peeked);
          return;
        case "tar":
          yield* this.#entriesOf(parcel, tarEntries(peeked.bytes()));
          return;
        case "zip":
          yield* this.#onDisk(parcel, peeked, (path) => this.#zip(parcel, path));
          return;
        case "parquet":
        case "arrow":
          yield* this.#onDisk(parcel, peeked, (path) => this.#columns(parcel.name, path, container));
          return;
        case "xls":
          yield* this.#onDisk(parcel, peeked, (path) => this.#oldSheets(parcel.name, path));
          return;
        case "sqlite":
          yield* this.#onDisk(parcel, peeked, (path) => this.#database(parcel, path));
          return;
        default: {
          const outer = new Expansion(this.#limits, parcel.outer);
          const bytes = unwrap(peeked.bytes(), container, this.#limits, outer);
          yield* this.inputs({ name: parcel.name, path: undefined, bytes, depth: parcel.depth + 1, outer });
        }
      }
    } finally {
      await peeked.close();
    }
  }

  /** A text, or the tables in it. One without tables is none of ours where it is called after a form that may have none. */
  async *#text(name: string, peeked: Peeked): AsyncGenerator<SourceInput> {
    const input = textInput(name, peeked);
    const form = await tablesFormOf(peeked.head);
    if (form === undefined) {
      yield input;
      return;
    }
    try {
      const tables = await tablesInText(form, peeked, this.#limits);
      for (const { name: own, read } of tables)
        yield { name: own === undefined ? name : `${name}!/${own}`, form: "table", read };
    } catch (error) {
      if (!(error instanceof InputRefused && error.reason === "web-page" && mayHoldTables(name))) throw error;
      this.#tell("other-file", name);
    }
  }

  async *#zip(parcel: Parcel, path: string): AsyncGenerator<SourceInput> {
    const book = await sheetsIn(path, this.#limits);
    if (book !== undefined) {
      try {
        yield* tablesNamed(parcel.name, book.sheets);
      } finally {
        book.close();
      }
      return;
    }
    const { outer } = parcel;
    const onCut = (): void => this.#tell("archive-cut", parcel.name);
    yield* this.#entriesOf(parcel, zipEntries(path, { limits: this.#limits, outer, onCut }));
  }

  async *#columns(name: string, path: string, form: "parquet" | "arrow"): AsyncGenerator<SourceInput> {
    const readColumns = form === "parquet" ? readParquetTable : readArrowTable;
    yield { name, form: "table", read: (handlers) => readColumns(path, this.#limits, handlers) };
  }

  async *#database({ name }: Parcel, path: string): AsyncGenerator<SourceInput> {
    const database = await openSqlite(path, this.#limits);
    try {
      yield* tablesNamed(name, database.tables);
    } finally {
      await database.close();
    }
  }

  async *#oldSheets(name: string, path: string): AsyncGenerator<SourceInput> {
    yield* tablesNamed(name, await xlsSheets(path, this.#limits));
  }

  /** What lies in an archive. An entry that cannot be read costs no other. */
  async *#entriesOf(
    archive: Parcel,
    entries: AsyncIterable<{ readonly name: string; bytes(): AsyncIterable<Buffer> }>,
  ): AsyncGenerator<SourceInput> {
    for await (const entry of entries) {
      if (entry.name.endsWith("/") || isHidden(entry.name)) continue;
      const name = `${archive.name}!/${entry.name}`;
      if (isOther(entry.name)) {
        this.#tell("other-file", name);
        continue;
      }
      this.#entries += 1;
      if (this.#entries > this.#limits.files) {
        throw new InputRefused("bad-archive", `> ${this.#limits.files} entries`);
      }
      const bytes = capped(entry.bytes(), this.#limits);
      try {
        const { outer } = archive;
        yield* this.inputs({ name, path: undefined, bytes, depth: archive.depth + 1, outer });
      } catch (error) {
        if (!(error instanceof InputRefused || error instanceof InputCut)) throw error;
        this.#onBroken(name, error);
      }
    }
  }

  /** Reads a file from more than one place, which takes it to lie on disk by itself. */
  async *#onDisk(
    parcel: Parcel,
    peeked: Peeked,
    read: (path: string) => AsyncGenerator<SourceInput>,
  ): AsyncGenerator<SourceInput> {
    if (parcel.path === undefined) yield* spooled(peeked.bytes(), read);
    else {
      await peeked.close();
      yield* read(parcel.path);
    }
  }
}

/** The tables of one file, by names of their own where there are several. */
function* tablesNamed(
  file: string,
  tables: readonly { readonly name: string; read(handlers: TableHandlers): Promise<number> }[],
): Generator<SourceInput> {
  for (const { name, read } of tables)
    yield { name: tables.length === 1 ? file : `${file}!/${name}`, form: "table", read };
}

/** @throws InputRefused where it is no text */
function textInput(name: string, peeked: Peeked): TextInput {
  const { head } = peeked;
  const format = foreignFormatOf(head);
  if (format !== undefined) throw new InputRefused("foreign-format", format);
  if (!looksLikeText(head)) throw new InputRefused("not-text");
  const trouble = troubleOfText(head);
  if (trouble !== undefined) throw new InputRefused(trouble);
  return { name, form: "text", head, open: () => peeked.bytes() };
}

async function* bytesOf({ path, pieces = [] }: FoundFile): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { highWaterMark: READ_BYTES });
  for (const piece of pieces) {
    if (piece.onNewLine === true) yield Buffer.from("\n");
    yield* createReadStream(piece.path, { highWaterMark: READ_BYTES });
  }
}

async function* capped(bytes: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > limits.unpackedBytes) throw new InputRefused("too-large", `> ${limits.unpackedBytes} bytes`);
    yield chunk;
  }
}
