/** A dataset of Kaggle, by owner and name: fetched as an archive where it was updated since. */
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { GONE, type HttpClient, type Timing } from "../../http/client.js";
import type { FetchContext, Fetched, Source } from "../source.js";
import { createClient, type KaggleSettings, lastUpdated, missing } from "./client.js";

export interface Dataset {
  readonly owner: string;
  readonly slug: string;
}

const MOST_BYTES = 20e9;
const DOWNLOAD_MS = 3_600_000;

export class KaggleSource implements Source {
  readonly name: string;
  readonly #dataset: Dataset;
  readonly #url: string;
  readonly #client: HttpClient;
  readonly #folder: string;
  readonly #archive: string;

  /** @param folder where it keeps what it was given */
  constructor(name: string, dataset: Dataset, settings: KaggleSettings, folder: string, timing?: Timing) {
    this.name = name;
    this.#dataset = dataset;
    this.#url = settings.url;
    this.#folder = folder;
    this.#archive = join(folder, "dataset.zip");
    this.#client = createClient(settings, timing);
  }

  kept(): readonly string[] {
    return existsSync(this.#archive) ? [this.#archive] : [];
  }

  async fetch({ mark, signal, progress }: FetchContext): Promise<Fetched> {
    const { owner, slug } = this.#dataset;
    const path = `${owner}/${slug}`;
    const updated = await lastUpdated(this.#client, this.#url, path, signal);
    if (updated !== mark || !existsSync(this.#archive)) {
      progress({ es: `Kaggle: descargo ${path}`, en: `Kaggle: fetching ${path}` });
      mkdirSync(this.#folder, { recursive: true });
      const request = { signal, most: MOST_BYTES, timeout: DOWNLOAD_MS };
      const url = `${this.#url}/datasets/download/${path}`;
      const check = async (draft: string) => checkArchive(draft);
      if ((await this.#client.download(url, this.#archive, request, check)) === GONE) throw missing(path);
    }
    return { inputs: [this.#archive], mark: updated, asOf: updated.slice(0, 10) };
  }
}

/** Sizes and signature of the record that ends every archive. */
const END = { signature: 0x06054b50, bytes: 22, mostComment: 0xffff } as const;
/**
 * An archive beyond 4 GB or 65,535 entries (ZIP64) tells of its directory in a record before that one, found by a
 * locator between the two.
 */
const LOCATOR = { signature: 0x07064b50, bytes: 20 } as const;
const END64 = { signature: 0x06064b50, bytes: 56 } as const;

/**
 * An archive that was cut off still opens in part, and would then pass for a smaller dataset.
 * @throws Error where the end of the archive, or the directory before it, is not there
 */
function checkArchive(path: string): void {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(size, END.bytes + END.mostComment));
    readSync(file, tail, 0, tail.length, size - tail.length);
    for (let at = tail.length - END.bytes; at >= 0; at--) {
      if (tail.readUInt32LE(at) !== END.signature) continue;
      const directory = tail.readUInt32LE(at + 12) + tail.readUInt32LE(at + 16);
      const end = size - tail.length + at;
      if (directory === end || endsBeyond(file, end)) return;
    }
    throw new Error("no whole archive");
  } finally {
    closeSync(file);
  }
}

/** Whether the directory of a ZIP64 archive ends right before the records that tell of it. */
function endsBeyond(file: number, end: number): boolean {
  const locator = bytesAt(file, end - LOCATOR.bytes, LOCATOR.bytes);
  if (locator?.readUInt32LE(0) !== LOCATOR.signature) return false;
  const at = Number(locator.readBigUInt64LE(8));
  const record = bytesAt(file, at, END64.bytes);
  if (record?.readUInt32LE(0) !== END64.signature) return false;
  return Number(record.readBigUInt64LE(40) + record.readBigUInt64LE(48)) === at;
}

/** Undefined where the file has not so many bytes there. */
function bytesAt(file: number, at: number, length: number): Buffer | undefined {
  if (at < 0 || at > Number.MAX_SAFE_INTEGER) return undefined;
  const bytes = Buffer.alloc(length);
  return readSync(file, bytes, 0, length, at) === length ? bytes : undefined;
}
