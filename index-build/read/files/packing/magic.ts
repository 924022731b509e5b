/** What the first bytes of a file say that it is. Its name does not count. */
import { isTarHeader } from "./tar.js";

/** Packings of one text. */
export type Wrapping = "gzip" | "bzip2" | "xz" | "zstd" | "lz4";

export type Container = Wrapping | "zip" | "tar" | "parquet" | "arrow" | "sqlite" | "xls";

const CONTAINERS: readonly (readonly [magic: Buffer, container: Container])[] = [
  [Buffer.from([0x1f, 0x8b, 0x08]), "gzip"],
  [Buffer.from("fd377a585a00", "hex"), "xz"],
  [Buffer.from("28b52ffd", "hex"), "zstd"],
  [Buffer.from("PK\x03\x04"), "zip"],
  [Buffer.from("PK\x05\x06"), "zip"],
  [Buffer.from("PK\x07\x08"), "zip"],
  [Buffer.from("04224d18", "hex"), "lz4"],
  [Buffer.from("PAR1"), "parquet"],
  [Buffer.from("ARROW1"), "arrow"],
  [Buffer.from("SQLite format 3\0"), "sqlite"],
  [Buffer.from("d0cf11e0a1b11ae1", "hex"), "xls"],
];

/** After "BZh" and a digit: the first block, or the end where there is none. */
const BZIP2_BLOCKS = [Buffer.from("314159265359", "hex"), Buffer.from("177245385090", "hex")];

/** Formats that hold tables, and that are not read: told by name, so that people know what to save them from. */
const FOREIGN: readonly (readonly [magic: Buffer, format: string])[] = [
  [Buffer.from("FEA1"), "Feather 1"],
  [Buffer.from("ORC"), "ORC"],
  [Buffer.from("Obj\x01"), "Avro"],
  [Buffer.from("\x89HDF", "latin1"), "HDF5"],
  [Buffer.from([0x80, 0x02]), "pickle"],
  [Buffer.from([0x80, 0x03]), "pickle"],
  [Buffer.from([0x80, 0x04, 0x95]), "pickle"],
  [Buffer.from([0x80, 0x05, 0x95]), "pickle"],
  [Buffer.from("\x93NUMPY", "latin1"), "NumPy"],
  [Buffer.from("PARE"), "Parquet (encrypted)"],
  [Buffer.from("RDX3\n"), "RData"],
  [Buffer.from("RDX2\n"), "RData"],
  [Buffer.from("<stata_dta>"), "Stata"],
  [Buffer.from("$FL2"), "SPSS"],
  [Buffer.from("Rar!"), "RAR"],
  [Buffer.from("377abcaf271c", "hex"), "7-Zip"],
  [Buffer.from("ff060000734e61507059", "hex"), "Snappy"],
  [Buffer.from([0x1f, 0x9d]), "compress (.Z)"],
  [Buffer.from("5d00008000", "hex"), "LZMA"],
  [Buffer.from("%PDF-"), "PDF"],
  [Buffer.from("\x89PNG", "latin1"), "PNG"],
  [Buffer.from([0xff, 0xd8, 0xff]), "JPEG"],
];

/** Undefined for a text, or for what nobody here knows. */
export function containerOf(head: Buffer): Container | undefined {
  const known = CONTAINERS.find(([magic]) => startsWith(head, magic))?.[1];
  if (known !== undefined) return known;
  if (/^BZh[1-9]$/u.test(head.toString("latin1", 0, 4))) {
    const block = head.subarray(4, 10);
    if (BZIP2_BLOCKS.some((magic) => magic.subarray(0, block.length).equals(block))) return "bzip2";
  }
  if (isArrowStream(head)) return "arrow";
  return isTarHeader(head) ? "tar" : undefined;
}

/** Arrow's records without what makes a file of them: a mark, then the length of the schema. */
function isArrowStream(head: Buffer): boolean {
  if (head.length < 16 || head.readUInt32LE(0) !== 0xffffffff) return false;
  const length = head.readInt32LE(4);
  return length > 0 && length % 8 === 0 && length < LARGEST_SCHEMA;
}

const LARGEST_SCHEMA = 16 * 1024 * 1024;

/** The name of a format that is not read. */
export function foreignFormatOf(head: Buffer): string | undefined {
  return FOREIGN.find(([magic]) => startsWith(head, magic))?.[1];
}

function startsWith(head: Buffer, magic: Buffer): boolean {
  return head.length >= magic.length && head.compare(magic, 0, magic.length, 0, magic.length) === 0;
}
