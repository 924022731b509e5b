/** The files in a zip archive on disk. */
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { InputCut, InputRefused } from "../broken-input.js";
import type { ReadLimits } from "../limits.js";
import { Expansion } from "./expansion.js";
import { unpack } from "./unpack.js";
import { salvageEntries } from "./zip-salvage.js";

export interface ZipEntry {
  readonly name: string;
  bytes(): AsyncIterable<Buffer>;
}

export interface ZipOptions {
  readonly limits: ReadLimits;
  /** Where the archive lies in another packing. */
  readonly outer?: Expansion;
  /** Its directory is missing, and its entries are those up to where it is cut. */
  onCut(): void;
}

/** Method numbers of the zip format. */
const STORED = 0;
const DEFLATED = 8;

/**
 * Entries in the order of the archive, which is closed when the next one is asked for.
 * @throws InputRefused where it cannot be opened
 */
export async function* zipEntries(path: string, options: ZipOptions): AsyncGenerator<ZipEntry> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(badArchive);
  if (zip instanceof InputRefused) {
    let salvaged = false;
    for await (const entry of salvageEntries(path, options.limits)) {
      if (!salvaged) options.onCut();
      salvaged = true;
      yield entry;
    }
    if (!salvaged) throw zip;
    return;
  }
  try {
    for await (const entry of entriesOf(zip)) {
      yield { name: entry.fileName, bytes: () => entryBytes(zip, entry, options) };
    }
  } finally {
    zip.close();
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    throw badArchive(cause);
  }
}

async function* entryBytes(
  zip: ZipFile,
  entry: Entry,
  { limits, outer }: ZipOptions,
): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new InputRefused("encrypted");
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new InputRefused("unknown-compression", `method ${entry.compressionMethod}`);
  }
  const raw = rawBytes(zip, entry);
  yield* entry.compressionMethod === DEFLATED
    ? unpack(raw, "deflate", limits, { expansion: new Expansion(limits, outer) })
    : raw;
}

async function* rawBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    yield* await zip.openReadStreamPromise(entry, { decodeFileData: false });
  } catch (cause) {
    throw new InputCut("corrupt", { cause });
  }
}

function badArchive(cause: unknown): InputRefused {
  return new InputRefused("bad-archive", cause instanceof Error ? cause.message : String(cause), { cause });
}
