/** Reads a version's tables in threads of their own: whoever waits for them goes on meanwhile. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PACKAGE_ROOT } from "../../package-root.js";
import type { TableSchema } from "../column-kinds.js";
import type { TableOf } from "../columns.js";
import type { FileRead } from "./read-file.js";
import { TableFile } from "./verified-table.js";
import type { Asked } from "./worker.js";

/** As it was compiled: a thread runs nothing else, wherever this file runs from. */
const PROGRAM = join(PACKAGE_ROOT, "dist/src/catalog/reading/worker.js");
/** Of fewer bytes than this a second thread is not worth its start. */
const ENOUGH_FOR_TWO = 256 << 20;

/** A table that is wanted, and what the manifest says of its file. */
export interface Wanted {
  readonly name: string;
  readonly path: string;
  readonly listed: { readonly bytes: number; readonly sha256: string } | undefined;
  readonly schema: TableSchema;
}

type NamedTable = readonly [name: string, table: TableOf<TableSchema>];

/** Whether there is a thread to read in: not beside sources that nobody compiled. */
export function canReadInThreads(): boolean {
  return existsSync(PROGRAM);
}

/** @throws OperatorError that names a file, where one is damaged or missing */
export async function tablesInThreads(wanted: readonly Wanted[]): Promise<NamedTable[]> {
  const bytes = wanted.reduce((sum, { listed }) => sum + (listed?.bytes ?? 0), 0);
  const shares = sharesOf(wanted, bytes < ENOUGH_FOR_TWO ? 1 : 2);
  return (await Promise.all(shares.map(readShare))).flat();
}

/** About as much for each thread, largest files first. */
function sharesOf(wanted: readonly Wanted[], count: number): Wanted[][] {
  const shares = Array.from({ length: count }, () => ({ bytes: 0, tables: [] as Wanted[] }));
  const sizeOf = ({ listed }: Wanted) => listed?.bytes ?? 0;
  for (const table of wanted.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const share = shares.reduce((least, other) => (other.bytes < least.bytes ? other : least));
    share.bytes += sizeOf(table);
    share.tables.push(table);
  }
  return shares.map(({ tables }) => tables);
}

/** What one thread reads. It tells of each file in turn. */
function readShare(share: readonly Wanted[]): Promise<NamedTable[]> {
  const files = share.map(
    ({ name, path, listed, schema }) => [name, new TableFile(path, listed, schema)] as const,
  );
  const asked: Asked[] = files.map(([, { descriptor, onDisk }]) => ({ descriptor, onDisk }));
  const tables: NamedTable[] = [];
  let told = 0;
  return new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, { workerData: asked });
    worker.on("message", (read: FileRead) => {
      const [name, file] = files[told++] ?? [];
      if (name === undefined || file === undefined) return;
      try {
        tables.push([name, file.verified(read)]);
      } catch (error) {
        reject(file.fault(error));
        void worker.terminate();
      }
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      if (tables.length === files.length) resolve(tables);
      else reject(new Error("a thread that reads the index ended early"));
    });
  });
}
