/** Caps on what is read: a source is text from outside, and one bad file must not take the machine with it. */

const MEGABYTE = 1024 * 1024;

export interface ReadLimits {
  /** Folders below a source folder. */
  readonly folderDepth: number;
  /** Files in one source folder, and entries in one archive. */
  readonly files: number;
  /** Packings around a text, archives included. */
  readonly packingDepth: number;
  /** Bytes of one file after unpacking. */
  readonly unpackedBytes: number;
  /** Unpacked bytes per packed byte, once `expansionGrace` bytes have been unpacked. */
  readonly expansionRatio: number;
  readonly expansionGrace: number;
  /** Characters (UTF-16 units) of one cell. A row with a longer one is refused. */
  readonly cellChars: number;
  /** Characters of one row; it bounds what is held in memory while the end of a row is looked for. */
  readonly rowChars: number;
  /** Cells of one row. */
  readonly fieldsPerRow: number;
  /** Rows of one file. */
  readonly rows: number;
  /** Bytes of one group of rows of a Parquet file, unpacked: it is read whole. */
  readonly rowGroupBytes: number;
  /** Bytes of one JSON document that is read whole. */
  readonly jsonBytes: number;
}

/** Room for the published files (700 MB of ratings, 190 MB of credits) several times over. */
export const READ_LIMITS: ReadLimits = {
  folderDepth: 8,
  files: 10_000,
  packingDepth: 6,
  unpackedBytes: 8 * 1024 * MEGABYTE,
  expansionRatio: 200,
  expansionGrace: 64 * MEGABYTE,
  cellChars: 4 * MEGABYTE,
  rowChars: 8 * MEGABYTE,
  fieldsPerRow: 500,
  rows: 100_000_000,
  rowGroupBytes: 1024 * MEGABYTE,
  jsonBytes: 256 * MEGABYTE,
};
