/** Packings for tests: made here where that is short, otherwise kept as other programs wrote them. */
import { gzipSync } from "node:zlib";
import { type Files, zipOf } from "./source-files.js";

const BLOCK = 512;

/** A tar archive as GNU tar writes it; a name of more than 100 letters stands in a header of its own. */
export function tarOf(files: Files): Buffer {
  const blocks = Object.entries(files).flatMap(([name, contents]) => [
    ...(name.length > 100 ? tarEntry("././@LongLink", Buffer.from(`${name}\0`), "L") : []),
    ...tarEntry(name.slice(0, 100), Buffer.from(contents), "0"),
  ]);
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

function tarEntry(name: string, contents: Buffer, type: string): Buffer[] {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write(`${contents.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("        ", 148);
  header.write(type, 156);
  header.write("ustar  \0", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return [header, contents, Buffer.alloc((BLOCK - (contents.length % BLOCK)) % BLOCK)];
}

/** A zstd frame of one block that is not packed: at most 255 bytes. */
export function zstdOf(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  const block = Buffer.alloc(3);
  block.writeUIntLE((bytes.length << 3) | 1, 0, 3);
  return Buffer.concat([Buffer.from("28b52ffd20", "hex"), Buffer.from([bytes.length]), block, bytes]);
}

/** An LZ4 frame of two blocks: of the first half packed as letters alone, and the second as it is. */
export function lz4Of(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  const half = bytes.subarray(0, bytes.length >> 1);
  const rest = bytes.subarray(half.length);
  const more = half.length - 15;
  const lengths =
    more < 0 ? [half.length << 4] : [0xf0, ...Array(Math.floor(more / 255)).fill(255), more % 255];
  const packed = Buffer.concat([Buffer.from(lengths), half]);
  const size = (length: number): Buffer => {
    const word = Buffer.alloc(4);
    word.writeUInt32LE(length);
    return word;
  };
  return Buffer.concat([
    Buffer.from("04224d18604082", "hex"),
    ...(half.length === 0 ? [] : [size(packed.length), packed]),
    ...(rest.length === 0 ? [] : [size(0x80000000 + rest.length), rest]),
    size(0),
  ]);
}

/** The same text as the program `lz4` packs it, which points back to what came before. */
export const LZ4 = Buffer.from(
  "BCJNGGRApyMAAIBpZCx0aXRsZQoxLFZvbHZlcgoyLEhhYmxlIGNvbiBlbGxhCgAAAACaQL5f",
  "base64",
);

/** What these unpack to. */
export const UNPACKED = "id,title\n1,Volver\n2,Hable con ella\n";

export const BZIP2 = Buffer.from(
  "QlpoOTFBWSZTWZMaOgkAAArfgAAQQAQwAABAAQA+JZUAIAAiI00YmmmTQpkxMgyMaVGERzBQhlaCAaOivPaD1Ydk+LuSKcKEhJjR0Eg=",
  "base64",
);

export const XZ = Buffer.from(
  "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAiaWQsdGl0bGUKMSxWb2x2ZXIKMixIYWJsZSBjb24gZWxsYQoAAG7RxFXMMPHbAAE7I2ErU74ftvN9AQAAAAAEWVo=",
  "base64",
);

/** One text in every packing that is a few lines to make. */
export const PACKINGS: Readonly<Record<string, (text: Buffer) => Buffer>> = {
  none: (text) => text,
  gzip: gzipSync,
  "gzip in gzip": (text) => gzipSync(gzipSync(text)),
  zip: (text) => zipOf({ "table.csv": text }),
  "zip in zip": (text) => zipOf({ "inner.zip": zipOf({ "folder/table.txt": text }) }),
  tar: (text) => tarOf({ "table.csv": text }),
  "tar.gz": (text) => gzipSync(tarOf({ [`${"long/".repeat(25)}table.csv`]: text })),
};
