/** A table of an index, read and verified: it has the size and the SHA-256 that its manifest says. */
import { fstatSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { OperatorError } from "../../words.js";
import { spansOnDisk, tableOf } from "../arrow/table.js";
import { staysOnDisk, type TableSchema } from "../column-kinds.js";
import type { TableOf } from "../columns.js";
import type { Manifest } from "../schema.js";
import { broken } from "./faults.js";
import { OpenFile } from "./open-file.js";
import { bytesOf, type FileRead, readAtOnce, readInPieces, type Span } from "./read-file.js";

/** What the manifest says of a file; undefined where it says nothing. */
type Listed = Manifest["files"][string] | undefined;

/** @throws OperatorError that names the file, where it is damaged or missing */
export function tableAtOnce<Schema extends TableSchema>(
  path: string,
  listed: Listed,
  schema: Schema,
): TableOf<Schema> {
  const table = new TableFile(path, listed, schema);
  try {
    return table.verified(readAtOnce(table.descriptor, table.onDisk));
  } catch (error) {
    throw table.fault(error);
  }
}

/**
 * The same piece by piece: answers go on meanwhile, and none waits for more than a table to be laid out.
 * @throws OperatorError that names the file, where it is damaged or missing
 */
export async function tableInPieces<Schema extends TableSchema>(
  path: string,
  listed: Listed,
  schema: Schema,
): Promise<TableOf<Schema>> {
  const table = new TableFile(path, listed, schema);
  try {
    return table.verified(await readInPieces(table.descriptor, table.onDisk));
  } catch (error) {
    throw table.fault(error);
  }
}

/** Bytes of a table's file that are kept in memory. @throws Error where it cannot be opened */
export function keptBytes(path: string, schema: TableSchema): number {
  const file = new OpenFile(path);
  const { size } = fstatSync(file.descriptor);
  const onDisk = spansOf(file, size, schema);
  file.close();
  return onDisk.reduce((rest, { from, to }) => rest - (to - from), size);
}

/** A table's file between opening and knowing that it is right: whoever reads it ends it by one of its two methods. */
export class TableFile<Schema extends TableSchema> {
  /** What of it is not kept in memory. */
  readonly onDisk: readonly Span[];
  readonly #file: OpenFile;
  readonly #schema: Schema;
  readonly #sha256: string;

  constructor(path: string, listed: Listed, schema: Schema) {
    if (listed === undefined) throw damaged(path, "no está en el manifiesto", "it is not in the manifest");
    this.#schema = schema;
    this.#sha256 = listed.sha256;
    try {
      this.#file = new OpenFile(path);
    } catch (error) {
      throw unreadable(path, error);
    }
    try {
      this.onDisk = spansOf(this.#file, this.#size(listed.bytes), schema);
    } catch (error) {
      throw this.fault(error);
    }
  }

  get descriptor(): number {
    return this.#file.descriptor;
  }

  /** @throws OperatorError where what was read is not what the manifest says */
  verified(read: FileRead): TableOf<Schema> {
    const { path } = this.#file;
    if (read.sha256 !== this.#sha256)
      throw damaged(path, "su suma SHA-256 no coincide", "its SHA-256 does not match");
    let table: TableOf<Schema>;
    try {
      table = tableOf(bytesOf(this.#file, read), this.#schema);
    } catch (error) {
      const detail = (error as Error).message;
      throw damaged(
        path,
        `no tiene la forma esperada (${detail})`,
        `it has not the expected shape (${detail})`,
        error,
      );
    }
    if (this.onDisk.length === 0) this.#file.close();
    return table;
  }

  /** What is told of an error, after which nothing is read from the file any more. */
  fault(error: unknown): OperatorError {
    this.#file.close();
    return error instanceof OperatorError ? error : unreadable(this.#file.path, error);
  }

  #size(expected: number): number {
    const { size } = fstatSync(this.#file.descriptor);
    if (size !== expected) {
      throw damaged(
        this.#file.path,
        `tiene ${size} bytes, se esperaban ${expected}`,
        `it has ${size} bytes, expected ${expected}`,
      );
    }
    return size;
  }
}

/** Where the columns stand is not verified yet: of what makes no sense all is read, and its hash tells. */
function spansOf({ descriptor }: OpenFile, size: number, schema: TableSchema): Span[] {
  if (!Object.values(schema).some(staysOnDisk)) return [];
  const part = (from: number, to: number) => {
    const bytes = new Uint8Array(to - from);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
  };
  try {
    return spansOnDisk(size, part, schema);
  } catch {
    return [];
  }
}

/** @param path of a file in a version's folder */
function damaged(path: string, es: string, en: string, cause?: unknown): OperatorError {
  return broken(dirname(dirname(path)), path, es, en, cause);
}

function unreadable(path: string, error: unknown): OperatorError {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT"
    ? damaged(path, "falta", "it is missing", error)
    : damaged(path, `no se puede leer (${code})`, `it cannot be read (${code})`, error);
}
