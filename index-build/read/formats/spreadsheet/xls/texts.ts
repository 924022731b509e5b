/** Texts of an Excel 97 workbook, which may be cut anywhere and go on in the next record. */

/** Where in a text another font begins, and which. */
const BYTES_OF_MARK = 4;

/** Bytes of a record and of those that continue it. */
export class RecordBytes {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Buffer[]) {
    this.#parts = parts;
  }

  get isAtEnd(): boolean {
    const behind = this.#parts.length - 1 - this.#part;
    return behind < 0 || (behind === 0 && this.#at >= (this.#parts[this.#part]?.length ?? 0));
  }

  byte(): number {
    this.#goOn();
    return this.#parts[this.#part]?.[this.#at++] ?? 0;
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return (this.short() | (this.short() << 16)) >>> 0;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0 && !this.isAtEnd; ) {
      this.#goOn();
      const step = Math.min(left, Math.max(0, (this.#parts[this.#part]?.length ?? 0) - this.#at));
      this.#at += step;
      left -= step;
    }
  }

  /** A text with its length before it; the marks and sounds that may follow are passed over. */
  text(length = this.short()): string {
    const flags = this.byte();
    const marks = (flags & 8) === 0 ? 0 : this.short();
    const sounds = (flags & 4) === 0 ? 0 : this.long();
    const text = this.#letters(length, (flags & 1) !== 0);
    this.skip(marks * BYTES_OF_MARK + sounds);
    return text;
  }

  /** Where letters go on in the next record, it says anew how many bytes each takes. */
  #letters(length: number, areWide: boolean): string {
    let text = "";
    let wide = areWide;
    for (let left = length; left > 0; ) {
      const part = this.#parts[this.#part];
      if (part === undefined) break;
      const size = wide ? 2 : 1;
      const count = Math.max(0, Math.min(left, Math.floor((part.length - this.#at) / size)));
      text += part.toString(wide ? "utf16le" : "latin1", this.#at, this.#at + count * size);
      this.#at += count * size;
      left -= count;
      if (left === 0) break;
      this.#part += 1;
      this.#at = 1;
      wide = ((this.#parts[this.#part]?.[0] ?? 0) & 1) !== 0;
    }
    return text;
  }

  #goOn(): void {
    while (this.#at >= (this.#parts[this.#part]?.length ?? 0) && this.#part < this.#parts.length - 1) {
      this.#part += 1;
      this.#at = 0;
    }
  }
}
