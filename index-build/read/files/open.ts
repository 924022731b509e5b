/** From a file on disk to streams of unpacked bytes: itself, or each entry of an archive. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { InputCut, InputRefused } from "./broken-input.js";
import { type FoundFile, formOf, isHidden } from "./find.js";
import type { ReadLimits } from "./limits.js";
import { unpack } from "./unpack.js";
import { type SalvagedEntry, salvageEntries } from "./zip-salvage.js";

/** One readable text: a file, or an entry of an archive. */
export interface SourceInput {
  /** As the report names it: "credits.csv.gz", "archive.zip!/credits.csv". */
  readonly name: string;
  readonly form: "csv" | "json" | "jsonl";
  /** Unpacked bytes. Throws `InputCut` or `InputRefused`. */
  open(): AsyncIterable<Buffer>;
}

/** What there is to tell of an archive: an entry that is none of ours, or that its end is missing. */
export type TellOfArchive = (code: "other-file" | "archive-cut", name: string) => void;

const READ_BYTES = 256 * 1024;

/** SHA-256 of a file as it lies on disk, in hex. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of bytesOf(path)) hash.update(chunk);
  return hash.digest("hex");
}

/**
 * The inputs that lie in `file`, one after the other; an archive is closed when the next file is asked for.
 * @throws InputRefused where an archive cannot be opened
 */
export async function* openInputs(
  file: FoundFile,
  limits: ReadLimits,
  tell: TellOfArchive,
): AsyncGenerator<SourceInput> {
  switch (file.form) {
    case "zip":
      yield* openArchive(file, limits, tell);
      return;
    case "csv.gz":
      yield { name: file.name, form: "csv", open: () => unpack(bytesOf(file.path), "gzip", limits) };
      return;
    default:
      yield { name: file.name, form: file.form, open: () => capped(bytesOf(file.path), limits) };
  }
}

function bytesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: READ_BYTES });
}

async function* capped(bytes: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > limits.unpackedBytes) throw new InputRefused("too-large", `> ${limits.unpackedBytes} bytes`);
    yield chunk;
  }
}

async function* openArchive(
  file: FoundFile,
  limits: ReadLimits,
  tell: TellOfArchive,
): AsyncGenerator<SourceInput> {
  let count = 0;
  for await (const { name: entryName, bytes } of archiveEntries(file, limits, tell)) {
    if (entryName.endsWith("/") || isHidden(entryName)) continue;
    const name = `${file.name}!/${entryName}`;
    const form = formOf(entryName);
    if (form === undefined || form === "zip") {
      tell("other-file", name);
      continue;
    }
    count += 1;
    if (count > limits.files) throw new InputRefused("bad-archive", `> ${limits.files} entries`);
    const open = form === "csv.gz" ? () => unpack(bytes(), "gzip", limits) : bytes;
    yield { name, form: form === "csv.gz" ? "csv" : form, open };
  }
}

async function* archiveEntries(
  file: FoundFile,
  limits: ReadLimits,
  tell: TellOfArchive,
): AsyncGenerator<SalvagedEntry> {
  const zip = await openPromise(file.path, { lazyEntries: true, autoClose: false }).catch(badArchive);
  if (zip instanceof InputRefused) {
    let salvaged = false;
    for await (const entry of salvageEntries(file.path, limits)) {
      if (!salvaged) tell("archive-cut", file.name);
      salvaged = true;
      yield entry;
    }
    if (!salvaged) throw zip;
    return;
  }
  try {
    for await (const entry of entriesOf(zip)) {
      yield { name: entry.fileName, bytes: () => entryBytes(zip, entry, limits) };
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

/** Method numbers of the zip format. */
const STORED = 0;
const DEFLATED = 8;

async function* entryBytes(zip: ZipFile, entry: Entry, limits: ReadLimits): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new InputRefused("encrypted");
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new InputRefused("unknown-compression", `method ${entry.compressionMethod}`);
  }
  const raw = rawBytes(zip, entry);
  yield* entry.compressionMethod === DEFLATED ? unpack(raw, "deflate", limits) : capped(raw, limits);
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
