/**
 * Puts a version beside the old ones and makes it current.
 *
 * A version folder is complete and synced before the pointer names it, and the pointer changes by one rename: killed
 * at any moment, the root holds the old version or the new one, never half of either.
 */
import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { formatManifest, manifestVersion } from "../../src/catalog/manifest.js";
import { CURRENT_FILE, FORMAT_VERSION, MANIFEST_FILE, type Manifest } from "../../src/catalog/schema.js";

export type VersionContents = Pick<Manifest, "dataDate" | "counts" | "sources"> & {
  /** File name → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

export interface WrittenVersion {
  readonly version: string;
  readonly folder: string;
  /** Size of all files together. */
  readonly bytes: number;
}

/**
 * @param root folder of versions, made where it is missing
 * @throws the file system's errors (disk full, no permission); the root then still serves what it served
 */
export async function writeVersion(root: string, contents: VersionContents): Promise<WrittenVersion> {
  const { dataDate, counts, sources } = contents;
  const files = Object.fromEntries(
    [...contents.files].map(([name, bytes]) => [
      name,
      { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
    ]),
  );
  const unnamed = { format: FORMAT_VERSION, dataDate, counts, sources, files };
  const version = manifestVersion(unnamed);
  const folder = join(root, version);
  const manifest = Buffer.from(formatManifest({ ...unnamed, version }));

  await mkdir(root, { recursive: true });
  if (!(await holds(folder, manifest, contents.files))) {
    const draft = join(root, `.${version}.${process.pid}.draft`);
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft);
    try {
      for (const [name, bytes] of contents.files) await writeSynced(join(draft, name), bytes);
      await writeSynced(join(draft, MANIFEST_FILE), manifest);
      await syncFolder(draft);
      // Whatever stands there under this name is damaged, or it would have been kept.
      await rm(folder, { recursive: true, force: true });
      await rename(draft, folder);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    await syncFolder(root);
  }

  const pointer = join(root, `.${CURRENT_FILE}.${process.pid}.draft`);
  await writeSynced(pointer, Buffer.from(`${version}\n`));
  await rename(pointer, join(root, CURRENT_FILE));
  await syncFolder(root);

  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, manifest.length);
  return { version, folder, bytes };
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
