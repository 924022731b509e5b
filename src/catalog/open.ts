/**
 * Opens the current version of an index: reads, verifies, and only then hands out a catalogue.
 * Nothing is half loaded: any fault is one OperatorError that names the file and what to do.
 */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OperatorError } from "../words.js";
import { readTable } from "./arrow/table.js";
import type { Catalog, LaterTables, Tables } from "./catalog.js";
import type { TableOf } from "./columns.js";
import { manifestVersion, parseManifest } from "./manifest.js";
import {
  CURRENT_FILE,
  FORMAT_VERSION,
  LATER_TABLES,
  type LaterTableName,
  MANIFEST_FILE,
  type Manifest,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type TableSchema,
  tableFile,
} from "./schema.js";
import { buildFacts } from "./versions/build-told.js";
import { contentsOf, currentVersion, isVersionName } from "./versions/versions.js";

/** Reads nothing twice and allocates once: a file as bytes that Arrow may refer to. */
function readBytes(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let read = 0;
    while (read < bytes.length) {
      const count = readSync(file, bytes, read, bytes.length - read, read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

const REBUILD = {
  es: "constrúyelo otra vez con: npm run index-build -- --source CARPETA --out",
  en: "build it again with: npm run index-build -- --source FOLDER --out",
};

function broken(root: string, path: string, es: string, en: string, cause?: unknown): OperatorError {
  return new OperatorError(
    {
      es: `El índice no se puede usar: ${path}: ${es}; ${REBUILD.es} ${root}`,
      en: `The index cannot be used: ${path}: ${en}; ${REBUILD.en} ${root}`,
    },
    { cause },
  );
}

/**
 * @param root folder that holds version folders and `CURRENT`
 * @throws OperatorError where there is no index, or it is of another format, damaged or incomplete
 */
export function openCatalog(root: string): Catalog {
  return openVersion(root, versionInUse(root));
}

/**
 * The version that `CURRENT` names.
 * @throws OperatorError where it names none
 */
export function versionInUse(root: string): string {
  const version = currentVersion(root);
  if (version === undefined) {
    throw new OperatorError({
      es: `No hay índice en ${root}; ${REBUILD.es} ${root}`,
      en: `There is no index in ${root}; ${REBUILD.en} ${root}`,
    });
  }
  if (!isVersionName(version)) {
    throw broken(root, join(root, CURRENT_FILE), "no nombra una versión", "it names no version");
  }
  return version;
}

type NamedTable = readonly [name: TableName, table: Tables[TableName]];

/**
 * Opens one version, whether or not it is the one in use, in one go: for whoever has nobody waiting
 * meanwhile.
 * @throws OperatorError where it is of another format, damaged or incomplete
 */
export function openVersion(root: string, version: string): Catalog {
  const folder = join(root, version);
  const manifest = readManifest(root, folder, version);
  const tables = TABLE_NAMES.map((name): NamedTable => {
    const path = join(folder, tableFile(name));
    const bytes = readVerified(root, path, manifest.files[tableFile(name)]);
    return [name, readShaped(root, path, bytes, TABLES[name])];
  });
  return { ...(Object.fromEntries(tables) as Tables), manifest, folder, ...buildFacts(root, version) };
}

/**
 * Like `openVersion`, piece by piece: answers go on meanwhile, and none waits for more than a table to be
 * laid out.
 * @throws OperatorError where it is of another format, damaged or incomplete
 */
export async function loadVersion(root: string, version: string): Promise<Catalog> {
  const folder = join(root, version);
  const manifest = readManifest(root, folder, version);
  const tables: NamedTable[] = [];
  for (const name of TABLE_NAMES)
    tables.push([name, await readTablePieces({ folder, manifest }, name, TABLES[name])]);
  return { ...(Object.fromEntries(tables) as Tables), manifest, folder, ...buildFacts(root, version) };
}

/**
 * Bytes read at once where somebody may be waiting for an answer meanwhile: hashing them takes about a
 * millisecond.
 */
const PIECE = 1 << 20;

/**
 * Reads and verifies a table that answers can begin without, piece by piece, so that no answer waits for it.
 * @throws OperatorError where its file is damaged or missing
 */
export async function readLater<Name extends LaterTableName>(
  version: Pick<Catalog, "folder" | "manifest">,
  name: Name,
): Promise<LaterTables[Name]> {
  return (await readTablePieces(version, name, LATER_TABLES[name])) as LaterTables[Name];
}

/** Several of them, one after the other. @throws OperatorError where a file is damaged or missing */
export async function readLaterTables<Name extends LaterTableName>(
  version: Pick<Catalog, "folder" | "manifest">,
  names: readonly Name[],
): Promise<Pick<LaterTables, Name>> {
  const tables: [Name, LaterTables[Name]][] = [];
  for (const name of names) tables.push([name, await readLater(version, name)]);
  return Object.fromEntries(tables) as Pick<LaterTables, Name>;
}

async function readTablePieces<Schema extends TableSchema>(
  { folder, manifest }: Pick<Catalog, "folder" | "manifest">,
  name: TableName | LaterTableName,
  schema: Schema,
): Promise<TableOf<Schema>> {
  const root = dirname(folder);
  const path = join(folder, tableFile(name));
  const expected = expectedFile(root, path, manifest.files[tableFile(name)]);
  const { bytes, sha256 } = await readPieces(path, ({ size }) =>
    verifySize(root, path, size, expected),
  ).catch((error: unknown) => {
    throw error instanceof OperatorError ? error : unreadable(root, path, error);
  });
  verifyHash(root, path, sha256, expected);
  return readShaped(root, path, bytes, schema);
}

/** @param check what is known before anything is read */
async function readPieces(
  path: string,
  check: (stats: { readonly size: number }) => void,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const file = await open(path, "r");
  try {
    const stats = await file.stat();
    check(stats);
    const bytes = new Uint8Array(stats.size);
    const hash = createHash("sha256");
    for (let read = 0; read < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, read, Math.min(PIECE, bytes.length - read), read);
      if (bytesRead === 0) break;
      hash.update(bytes.subarray(read, read + bytesRead));
      read += bytesRead;
    }
    return { bytes, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}

function readShaped<Schema extends TableSchema>(
  root: string,
  path: string,
  bytes: Uint8Array,
  schema: Schema,
): TableOf<Schema> {
  try {
    return readTable(bytes, schema);
  } catch (error) {
    const detail = (error as Error).message;
    throw broken(
      root,
      path,
      `no tiene la forma esperada (${detail})`,
      `it has not the expected shape (${detail})`,
      error,
    );
  }
}

function readManifest(root: string, folder: string, version: string): Manifest {
  const path = join(folder, MANIFEST_FILE);
  let manifest: Manifest;
  try {
    manifest = parseManifest(readFileSync(path, "utf8"));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw missing
      ? broken(root, path, "no existe", "it does not exist", error)
      : broken(root, path, "no es un manifiesto", "it is no manifest", error);
  }
  if (manifest.format !== FORMAT_VERSION) {
    throw broken(
      root,
      path,
      `formato ${manifest.format}, este programa lee el ${FORMAT_VERSION}`,
      `format ${manifest.format}, this program reads ${FORMAT_VERSION}`,
    );
  }
  if (manifest.version !== contentsOf(version) || manifestVersion(manifest) !== manifest.version) {
    throw broken(root, path, "fue modificado", "it was changed");
  }
  return manifest;
}

type ManifestFile = Manifest["files"][string];

function readVerified(root: string, path: string, listed: ManifestFile | undefined): Uint8Array {
  const expected = expectedFile(root, path, listed);
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path);
  } catch (error) {
    throw unreadable(root, path, error);
  }
  verifySize(root, path, bytes.length, expected);
  verifyHash(root, path, createHash("sha256").update(bytes).digest("hex"), expected);
  return bytes;
}

function expectedFile(root: string, path: string, listed: ManifestFile | undefined): ManifestFile {
  if (listed === undefined) throw broken(root, path, "no está en el manifiesto", "it is not in the manifest");
  return listed;
}

function unreadable(root: string, path: string, error: unknown): OperatorError {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT"
    ? broken(root, path, "falta", "it is missing", error)
    : broken(root, path, `no se puede leer (${code})`, `it cannot be read (${code})`, error);
}

function verifySize(root: string, path: string, size: number, { bytes }: ManifestFile): void {
  if (size === bytes) return;
  throw broken(
    root,
    path,
    `tiene ${size} bytes, se esperaban ${bytes}`,
    `it has ${size} bytes, expected ${bytes}`,
  );
}

function verifyHash(root: string, path: string, sha256: string, expected: ManifestFile): void {
  if (sha256 === expected.sha256) return;
  throw broken(root, path, "su suma SHA-256 no coincide", "its SHA-256 does not match");
}
