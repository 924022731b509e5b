/** Puts a version beside the old ones and, unless that is left to others, makes it the one in use. */
import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { formatManifest, manifestVersion } from "../../src/catalog/manifest.js";
import { FORMAT_VERSION, MANIFEST_FILE, type Manifest } from "../../src/catalog/schema.js";
import { copyName, draftPath, pointTo } from "../../src/catalog/versions/versions.js";

/** Much less than what a draft without a sign of life is kept for. */
const SIGN_OF_LIFE_MS = 60_000;

export type VersionFacts = Pick<Manifest, "dataDate" | "counts" | "sources">;

export interface WrittenVersion {
  /** The folder's name. */
  readonly version: string;
  readonly folder: string;
  /** Size of all files together. */
  readonly bytes: number;
}

/**
 * A version that is being written, in a folder that nothing names yet. Each file is written and synced as it comes, so
 * that nobody has to hold all of them.
 */
export class VersionDraft {
  readonly #root: string;
  readonly #folder: string;
  readonly #signs: NodeJS.Timeout;
  readonly #remove = () => rmSync(this.#folder, { recursive: true, force: true });
  /** In the order in which they came. */
  readonly #files: Record<string, { readonly bytes: number; readonly sha256: string }> = {};

  /**
   * @param root folder of versions, made where it is missing
   * @throws the file system's errors
   */
  constructor(root: string) {
    this.#root = root;
    this.#folder = draftPath(root, randomUUID());
    mkdirSync(this.#folder, { recursive: true });
    this.#signs = setInterval(() => this.#showLife(), SIGN_OF_LIFE_MS).unref();
    // Where the program is told to end meanwhile.
    process.once("exit", this.#remove);
  }

  /** @throws the file system's errors (disk full, no permission); whoever asked for the draft then discards it */
  add(name: string, bytes: Uint8Array): void {
    writeSynced(join(this.#folder, name), bytes);
    this.#files[name] = {
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  }

  /**
   * Gives the version its name. One that already stands there intact is left as it is: it may be being read. So is a
   * damaged one, beside which these contents get a name of their own.
   * @param point whether the version becomes the one in use
   * @throws the file system's errors; the root then still serves what it served
   */
  async finish(
    { dataDate, counts, sources }: VersionFacts,
    { point = true }: { readonly point?: boolean } = {},
  ): Promise<WrittenVersion> {
    const unnamed = { format: FORMAT_VERSION, dataDate, counts, sources, files: { ...this.#files } };
    const version = manifestVersion(unnamed);
    const manifest = Buffer.from(formatManifest({ ...unnamed, version }));
    this.add(MANIFEST_FILE, manifest);
    syncFolder(this.#folder);
    let copy = 1;
    let folder = join(this.#root, version);
    while (!(await this.#standsIn(folder))) {
      if (!existsSync(folder) && this.#moveTo(folder)) break;
      // Somebody else may have written just this meanwhile; otherwise what stands there is damaged.
      if (await this.#standsIn(folder)) break;
      copy += 1;
      folder = join(this.#root, copyName(version, copy));
    }
    this.discard();
    const name = basename(folder);
    if (point) pointTo(this.#root, name);
    const bytes = Object.values(this.#files).reduce((sum, file) => sum + file.bytes, 0);
    return { version: name, folder, bytes };
  }

  /** Leaves nothing of what was written; harmless once the version has its name. */
  discard(): void {
    clearInterval(this.#signs);
    process.off("exit", this.#remove);
    this.#remove();
  }

  /** For processes of other machines that prune the root: on this one they see that this process lives. */
  #showLife(): void {
    const now = new Date();
    try {
      utimesSync(this.#folder, now, now);
    } catch {
      // Whether the folder can be written to, its next file tells.
    }
  }

  /** False where the name was taken meanwhile. */
  #moveTo(folder: string): boolean {
    try {
      renameSync(this.#folder, folder);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOTEMPTY" || code === "EEXIST") return false;
      throw error;
    }
    syncFolder(this.#root);
    return true;
  }

  /** Whether a folder holds just these contents: then the version was built before, and may be being read now. */
  async #standsIn(folder: string): Promise<boolean> {
    for (const [name, { sha256 }] of Object.entries(this.#files))
      if ((await hashOf(join(folder, name))) !== sha256) return false;
    return true;
  }
}

/** Undefined where there is no such file. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest("hex");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
