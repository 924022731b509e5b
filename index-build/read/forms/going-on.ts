/** Tables that were split into files of which only the first has the header. */
import { pieceOfLines, withoutEndings } from "../files/pieces/names.js";
import { hasNumber } from "../files/pieces/split-rows.js";

interface Known {
  readonly file: string;
  readonly header: readonly string[];
}

export class SplitTables {
  /** Headers that were known, by what the names of the pieces have in common. */
  readonly #headers = new Map<string, Known>();

  /** A table was opened by its own header. */
  take(file: string, header: readonly string[]): void {
    for (const name of [withoutEndings(file), pieceOfLines(file)?.of])
      if (name !== undefined) this.#headers.set(name, { file, header });
  }

  /** The header under which a file of this name goes on, whose first row has as many cells and is none itself. */
  find(file: string, row: readonly string[]): Known | undefined {
    const piece = pieceOfLines(file);
    const known = piece === undefined ? undefined : this.#headers.get(piece.of);
    if (known?.header.length !== row.length || known.file === file) return undefined;
    return hasNumber(row) ? known : undefined;
  }
}
