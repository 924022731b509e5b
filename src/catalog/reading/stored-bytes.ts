/** Bytes of an index's files, wherever they are: in memory, or on disk until somebody asks for them. */

export interface StoredBytes {
  /** A view or a copy, aligned as the whole is; not to be changed. */
  read(from: number, to: number): Uint8Array;
}

/** A table's file. Places count from its beginning. */
export interface TableBytes {
  readonly size: number;
  /** What is in memory. */
  view(from: number, to: number): Uint8Array;
  /** What may have been left on disk. */
  stored(from: number, to: number): StoredBytes;
}

/** A whole file in memory. @param bytes 8-byte aligned: a fresh Uint8Array is */
export function inMemory(bytes: Uint8Array): TableBytes {
  const view = (from: number, to: number) => bytes.subarray(from, to);
  return { size: bytes.length, view, stored: (from, to) => bytesInMemory(view(from, to)) };
}

export function bytesInMemory(bytes: Uint8Array): StoredBytes {
  return { read: (from, to) => bytes.subarray(from, to) };
}
