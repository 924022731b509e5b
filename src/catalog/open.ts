/**
 * Opens the current version of an index: reads, verifies, and only then hands out a catalogue.
 * Nothing is half loaded: any fault is one OperatorError that names the file and what to do.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../words.js";
import type { Catalog, LaterTables, Tables } from "./catalog.js";
import type { TableSchema } from "./column-kinds.js";
import { manifestVersion, parseManifest } from "./manifest.js";
import { broken, REBUILD } from "./reading/faults.js";
import { tablesInThreads } from "./reading/in-threads.js";
import { keptBytes, tableAtOnce, tableInPieces } from "./reading/verified-table.js";
import {
  CURRENT_FILE,
  FORMAT_VERSION,
  LATER_TABLE_NAMES,
  LATER_TABLES,
  type LaterTableName,
  MANIFEST_FILE,
  type Manifest,
  TABLE_NAMES,
  TABLES,
  type TableName,
  tableFile,
} from "./schema.js";
import { buildFacts } from "./versions/build-told.js";
import { contentsOf, currentVersion, isVersionName } from "./versions/versions.js";

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
    const { path, listed } = fileOf({ folder, manifest }, name);
    return [name, tableAtOnce(path, listed, TABLES[name])];
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
  for (const name of TABLE_NAMES) {
    const { path, listed } = fileOf({ folder, manifest }, name);
    tables.push([name, await tableInPieces(path, listed, TABLES[name])]);
  }
  return { ...(Object.fromEntries(tables) as Tables), manifest, folder, ...buildFacts(root, version) };
}

/**
 * Like `openVersion`, in threads of its own: for whoever has other things to do before answers can begin.
 * @throws OperatorError where it is of another format, damaged or incomplete
 */
export async function openVersionInThreads(root: string, version: string): Promise<Catalog> {
  const folder = join(root, version);
  const manifest = readManifest(root, folder, version);
  const wanted = TABLE_NAMES.map((name) => ({
    name,
    schema: TABLES[name],
    ...fileOf({ folder, manifest }, name),
  }));
  const tables = Object.fromEntries(await tablesInThreads(wanted)) as unknown as Tables;
  return { ...tables, manifest, folder, ...buildFacts(root, version) };
}

/**
 * Reads and verifies a table that answers can begin without, piece by piece, so that no answer waits for it.
 * @throws OperatorError where its file is damaged or missing
 */
export async function readLater<Name extends LaterTableName>(
  version: Pick<Catalog, "folder" | "manifest">,
  name: Name,
): Promise<LaterTables[Name]> {
  const { path, listed } = fileOf(version, name);
  return (await tableInPieces(path, listed, LATER_TABLES[name])) as LaterTables[Name];
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

/** Bytes of a version's files that are kept in memory. @param folder the version's */
export function bytesInMemory(folder: string): number {
  const schemas: [TableName | LaterTableName, TableSchema][] = [
    ...TABLE_NAMES.map((name): [TableName, TableSchema] => [name, TABLES[name]]),
    ...LATER_TABLE_NAMES.map((name): [LaterTableName, TableSchema] => [name, LATER_TABLES[name]]),
  ];
  const byFile = new Map(schemas.map(([name, schema]) => [tableFile(name), schema]));
  return readdirSync(folder).reduce(
    (sum, file) => sum + keptBytes(join(folder, file), byFile.get(file) ?? {}),
    0,
  );
}

/** Where a table lies, and what the manifest says of its file. */
function fileOf(
  { folder, manifest }: Pick<Catalog, "folder" | "manifest">,
  name: TableName | LaterTableName,
): { readonly path: string; readonly listed: Manifest["files"][string] | undefined } {
  const file = tableFile(name);
  return { path: join(folder, file), listed: manifest.files[file] };
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
