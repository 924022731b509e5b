/** A file of a source, as it is found. */
export interface FoundFile {
  /** Where it lies on disk. */
  readonly path: string;
  /** Path relative to its source, with "/"; as the report names it. */
  readonly name: string;
  /** Further files whose bytes follow, where it is the first piece of a file that was cut. */
  readonly pieces?: readonly Piece[];
}

export interface Piece {
  readonly path: string;
  readonly name: string;
  /** It begins with a row, and the one before it ends its last row without an end of line. */
  readonly onNewLine?: boolean;
}
