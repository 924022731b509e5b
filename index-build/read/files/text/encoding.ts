/** In which encoding a text is written, and how it is read. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";

/** Bytes looked at where there is no byte order mark. */
const LOOKED_AT = 4096;

/**
 * By its byte order mark, or by where the zero bytes of its Latin letters stand. What is no UTF-8 after all, and is
 * read as Windows-1252, shows only where its first such letter comes.
 */
export function encodingOf(head: Buffer): Encoding {
  const start = head.toString("hex", 0, 4);
  if (start === "fffe0000") return "utf-32le";
  if (start === "0000feff") return "utf-32be";
  if (start.startsWith("fffe")) return "utf-16le";
  if (start.startsWith("feff")) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(head.length, LOOKED_AT) & ~1;
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = length / 2 / 3;
  if (length >= 4 && odd > many && even * 10 < odd) return "utf-16le";
  if (length >= 4 && even > many && odd * 10 < even) return "utf-16be";
  return "utf-8";
}

/** Turns pieces of bytes into text; characters that fall between two pieces stay whole. */
export interface TextDecoding {
  write(piece: Buffer): string;
  end(): string;
}

/** What 0x80 to 0x9F are in Windows-1252; elsewhere it is Latin-1. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

export function windows1252(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/gu, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

/** The decoders of Node know these. */
export function utf16(encoding: "utf-16le" | "utf-16be"): TextDecoding {
  const decoder = new TextDecoder(encoding);
  return {
    write: (piece) => decoder.decode(piece, { stream: true }),
    end: () => decoder.decode(),
  };
}

export function utf32(encoding: "utf-32le" | "utf-32be"): TextDecoding {
  let held: Buffer = Buffer.alloc(0);
  return {
    write(piece) {
      const bytes = Buffer.concat([held, piece]);
      const whole = bytes.length & ~3;
      held = bytes.subarray(whole);
      let text = "";
      for (let at = 0; at < whole; at += 4) {
        const code = encoding === "utf-32le" ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
        text += code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code);
      }
      return text;
    },
    end: () => "",
  };
}
