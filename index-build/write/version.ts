/** Puts a version beside the old ones and, unless that is left to others, makes it the one in use. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { formatManifest, manifestVersion } from "../../src/catalog/manifest.js";
import { FORMAT_VERSION, MANIFEST_FILE, type Manifest } from "../../src/catalog/schema.js";
import { copyName, pointTo } from "../../src/catalog/versions/versions.js";

export type VersionContents = Pick<Manifest, "dataDate" | "counts" | "sources"> & {
  /** File name → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

export interface WrittenVersion {
  /** The folder's name. */
  readonly version: string;
  readonly folder: string;
  /** Size of all files together. */
  readonly bytes: number;
}

/**
 * A version that already stands there intact is left as it is: it may be being read. So is a damaged one, beside which
 * these contents get a name of their own.
 * @param root folder of versions, made where it is missing
 * @param point whether the version becomes the one in use
 * @throws the file system's errors (disk full, no permission); the root then still serves what it served
 */
export async function writeVersion(
  root: string,
  contents: VersionContents,
  { point = true }: { readonly point?: boolean } = {},
): Promise<WrittenVersion> {
  const { dataDate, counts, sources } = contents;
  const files = Object.fromEntries(
    [...contents.files].map(([name, bytes]) => [
      name,
      { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
    ]),
  );
  const unnamed = { format: FORMAT_VERSION, dataDate, counts, sources, files };
  const version = manifestVersion(unnamed);
  const manifest = Buffer.from(formatManifest({ ...unnamed, version }));

  await mkdir(root, { recursive: true });
  let copy = 1;
  let folder = join(root, version);
  while (!(await holds(folder, manifest, contents.files))) {
    if (!existsSync(folder) && (await writeFolder(folder, manifest, contents.files))) break;
    // Somebody else may have written just this meanwhile; otherwise what stands there is damaged.
    if (await holds(folder, manifest, contents.files)) break;
    copy += 1;
    folder = join(root, copyName(version, copy));
  }
  const name = basename(folder);
  if (point) pointTo(root, name);

  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, manifest.length);
  return { version: name, folder, bytes };
}

/** Written under a draft's name and synced before it gets its own. False where that name was taken meanwhile. */
async function writeFolder(
  folder: string,
  manifest: Uint8Array,
  files: VersionContents["files"],
): Promise<boolean> {
  const root = join(folder, "..");
  const draft = join(root, `.${basename(folder)}.${process.pid}.draft`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  try {
    for (const [name, bytes] of files) await writeSynced(join(draft, name), bytes);
    await writeSynced(join(draft, MANIFEST_FILE), manifest);
    await syncFolder(draft);
    await rename(draft, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await syncFolder(root);
  return true;
}

/** Whether a folder holds just these contents: then the version was built before, and may be being read now. */
async function holds(
  folder: string,
  manifest: Uint8Array,
  files: VersionContents["files"],
): Promise<boolean> {
  for (const [name, bytes] of [...files, [MANIFEST_FILE, manifest] as const]) {
    const stored = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw error;
    });
    if (stored === undefined || Buffer.compare(stored, bytes) !== 0) return false;
  }
  return true;
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
