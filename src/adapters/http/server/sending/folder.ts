/** The files of a folder, as they are on disk now: read once, compressed once, read again when they change. */
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { etagOf, Rendition } from "./rendition.js";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const COMPRESSED_ALREADY: ReadonlySet<string> = new Set([".png", ".webp", ".woff2"]);

/** Names that lead nowhere but down, and to nothing hidden. */
const SAFE = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/iu;

interface Read {
  readonly changed: number;
  readonly rendition: Rendition;
}

export class Folder {
  readonly #read = new Map<string, Read>();

  readonly #root: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #filledIn: readonly (readonly [gap: string, text: string])[];

  /**
   * @param headers of every response
   * @param filledIn what is put in the place of what, once in each page of HTML
   */
  constructor(
    root: string,
    headers: Readonly<Record<string, string>>,
    filledIn: Readonly<Record<string, string>> = {},
  ) {
    this.#root = root;
    this.#headers = headers;
    this.#filledIn = Object.entries(filledIn);
  }

  /** The file of that name below the folder; undefined where there is none that may be served. */
  async file(name: string): Promise<Rendition | undefined> {
    const extension = extname(name).toLowerCase();
    const type = TYPES[extension];
    if (type === undefined || !SAFE.test(name)) return undefined;
    const path = join(this.#root, name);
    const stats = await stat(path).catch(() => undefined);
    if (!stats?.isFile()) return undefined;
    const known = this.#read.get(name);
    if (known?.changed === stats.mtimeMs) return known.rendition;
    const read = await readFile(path);
    const body = extension === ".html" ? this.#filled(read) : read;
    const rendition = new Rendition({
      body,
      type,
      etag: etagOf(body),
      compressible: !COMPRESSED_ALREADY.has(extension),
      headers: this.#headers,
    });
    // Only files that exist come to stand here: the folder bounds it.
    this.#read.set(name, { changed: stats.mtimeMs, rendition });
    return rendition;
  }

  #filled(page: Buffer): Buffer {
    if (this.#filledIn.length === 0) return page;
    let text = page.toString();
    for (const [gap, filling] of this.#filledIn) text = text.replace(gap, () => filling);
    return Buffer.from(text);
  }
}
