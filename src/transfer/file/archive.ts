/** The lists in a ZIP, unpacked in memory: nothing is written, and a path in it is no more than a name. */
import { fromBufferPromise, type Entry as ZipEntry, type ZipFile } from "yauzl";
import { MOST_BYTES, MOST_FILES, MOST_RATIO, MOST_UNPACKED, RATIO_GRACE } from "../limits.js";
import { ImportRefused } from "../refusal.js";

export interface PackedList {
  /** Without its folder: "watchlist.csv". */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What Letterboxd exports beside its lists: what was deleted, what belongs to no film any more, likes, own lists. */
const OTHER_FOLDERS = /(?:^|\/)(?:deleted|orphaned|likes|lists|__macosx)\//i;
/** Reviews are rows of the diary again; the others hold no films. Hidden files are a system's own. */
const OTHER_FILES = /^(?:\.|reviews|comments|profile)/i;

/** @throws ImportRefused where the archive cannot be read, or is not what an export is */
export async function* listsIn(bytes: Buffer): AsyncGenerator<PackedList> {
  const zip = await fromBufferPromise(bytes).catch(damaged);
  let files = 0;
  let unpacked = 0;
  for await (const entry of entriesOf(zip)) {
    files++;
    if (files > MOST_FILES) throw new ImportRefused("too-many-files");
    const { fileName } = entry;
    const name = fileName.slice(fileName.lastIndexOf("/") + 1);
    if (!/\.csv$/i.test(name) || OTHER_FOLDERS.test(fileName) || OTHER_FILES.test(name)) continue;
    if (entry.isEncrypted()) throw new ImportRefused("locked");
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED || expands(entry)) throw new ImportRefused("expands-too-far");
    yield { name, bytes: await unpack(zip, entry) };
  }
}

function expands({ compressedSize, uncompressedSize }: ZipEntry): boolean {
  if (uncompressedSize > MOST_BYTES) return true;
  return uncompressedSize > RATIO_GRACE && uncompressedSize > compressedSize * MOST_RATIO;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<ZipEntry> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    // What whoever takes the entries throws does not come this way.
    damaged(cause);
  }
}

/** An entry that unpacks to another size than it says is an error of the stream. */
async function unpack(zip: ZipFile, entry: ZipEntry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
  } catch (cause) {
    damaged(cause);
  }
  return Buffer.concat(pieces);
}

function damaged(cause: unknown): never {
  throw new ImportRefused("damaged", { cause });
}
