/** The files in a compound file of Microsoft's (OLE), which is laid out like a small disk. */
import { InputRefused } from "../../../files/broken-input.js";

const HEADER = 512;
const ENTRY = 128;
const FIRST_TABLES = 109;
/** From here on, numbers of sectors mean something else: the end, or nothing. */
const SPECIAL = 0xfffffffa;

interface Entry {
  readonly start: number;
  readonly size: number;
}

export class CompoundFile {
  readonly #bytes: Buffer;
  readonly #sectorSize: number;
  /** Which sector follows which. */
  readonly #next: readonly number[];
  readonly #entries = new Map<string, Entry>();
  readonly #smallest: number;

  /** @throws InputRefused where it is damaged */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    if (bytes.length < HEADER) throw damaged();
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.#sectorSize = 1 << shift;
    this.#smallest = bytes.readUInt32LE(56);
    this.#next = this.#tables().flatMap((sector) => this.#numbersIn(this.#sector(sector)));
    const listing = this.#chain(bytes.readUInt32LE(48));
    for (let at = 0; at + ENTRY <= listing.length; at += ENTRY) {
      const length = Math.min(64, listing.readUInt16LE(at + 64));
      if (length < 2) continue;
      const name = listing.toString("utf16le", at, at + length - 2);
      const entry = { start: listing.readUInt32LE(at + 116), size: listing.readUInt32LE(at + 120) };
      if (!this.#entries.has(name)) this.#entries.set(name, entry);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a file in it; undefined where there is none of that name. */
  read(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const whole = entry.size < this.#smallest ? this.#small(entry) : this.#chain(entry.start);
    return whole.subarray(0, entry.size);
  }

  /** Sectors of which the table of sectors is made. */
  #tables(): number[] {
    const tables: number[] = [];
    for (let at = 0; at < FIRST_TABLES; at++) tables.push(this.#bytes.readUInt32LE(76 + at * 4));
    let more = this.#bytes.readUInt32LE(68);
    for (let passed = 0; more < SPECIAL; passed++) {
      if (passed > this.#bytes.length / this.#sectorSize) throw damaged();
      const numbers = this.#numbersIn(this.#sector(more));
      more = numbers.pop() ?? SPECIAL;
      tables.push(...numbers);
    }
    return tables.filter((sector) => sector < SPECIAL);
  }

  #numbersIn(sector: Buffer): number[] {
    return Array.from({ length: sector.length >> 2 }, (_, at) => sector.readUInt32LE(at * 4));
  }

  #sector(number: number): Buffer {
    const start = (number + 1) * this.#sectorSize;
    if (start >= this.#bytes.length) throw damaged();
    return this.#bytes.subarray(start, start + this.#sectorSize);
  }

  #chain(start: number): Buffer {
    const sectors: Buffer[] = [];
    for (let number = start; number < SPECIAL; number = this.#next[number] ?? SPECIAL) {
      if (sectors.length > this.#next.length) throw damaged();
      sectors.push(this.#sector(number));
    }
    return Buffer.concat(sectors);
  }

  /** Small files lie in sectors of 64 bytes, in a file of their own. */
  #small({ start }: Entry): Buffer {
    // The first entry is the root, whatever it is called.
    const [root] = this.#entries.values();
    const room = this.#chain(root?.start ?? SPECIAL);
    const next = this.#numbersIn(this.#chain(this.#bytes.readUInt32LE(60)));
    const sectors: Buffer[] = [];
    for (let number = start; number < SPECIAL; number = next[number] ?? SPECIAL) {
      if (sectors.length > next.length) throw damaged();
      sectors.push(room.subarray(number * 64, number * 64 + 64));
    }
    return Buffer.concat(sectors);
  }
}

function damaged(): InputRefused {
  return new InputRefused("damaged-file", "OLE");
}
