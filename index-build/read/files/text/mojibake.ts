/** UTF-8 that was read as Latin-1 or Windows-1252 and written again: "AmÃ©lie" → "Amélie". */
import { isUtf8 } from "node:buffer";

/** 0x80 to 0x9F of Windows-1252, in their order. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const REST = `[\\x80-\\xbf${WINDOWS_1252}]`;
/** What a letter of two to four bytes has become. */
const SEQUENCE = new RegExp(`[\\xc2-\\xdf]${REST}|[\\xe0-\\xef]${REST}{2}|[\\xf0-\\xf4]${REST}{3}`, "gu");
/** Nobody writes this. */
const EVIDENCE = /Ã[\x80-\xbfƒ€‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\x80-\xbf]|â€[\x80-\x9f™œ˜¦“”]/u;
/** What no Latin-1 or Windows-1252 has. */
const FOREIGN = new RegExp(`[^\\0-\\xff${WINDOWS_1252}]`, "u");
/** Lines that say that it is the whole text, where nothing speaks against it. */
const ENOUGH = 5;

/** Puts a text right, piece by piece. */
export class MojibakeRepair {
  readonly #tell: (() => void) | undefined;
  #lines = 0;
  #hasForeign = false;

  /** @param tell told once, where there was something to put right */
  constructor(tell?: () => void) {
    this.#tell = tell;
  }

  repair(text: string): string {
    if (!text.includes("Ã") && !text.includes("â€") && !text.includes("Â") && this.#lines < ENOUGH)
      return text;
    this.#hasForeign ||= FOREIGN.test(text);
    const lines = text.split("\n");
    const evident = new Set(lines.filter((line) => EVIDENCE.test(line)));
    if (evident.size > 0 && this.#lines === 0) this.#tell?.();
    this.#lines += evident.size;
    const isWhole = !this.#hasForeign && this.#lines >= ENOUGH;
    return lines.map((line) => (isWhole || evident.has(line) ? repaired(line) : line)).join("\n");
  }
}

function repaired(line: string): string {
  const once = line.replace(SEQUENCE, letterOf);
  // Written so twice over.
  return EVIDENCE.test(once) ? once.replace(SEQUENCE, letterOf) : once;
}

function letterOf(sequence: string): string {
  const bytes = Buffer.from(
    [...sequence].map((char) => {
      const special = char > "\xff" || char < "\xa0" ? WINDOWS_1252.indexOf(char) : -1;
      return special === -1 ? char.charCodeAt(0) : 0x80 + special;
    }),
  );
  return isUtf8(bytes) ? bytes.toString("utf8") : sequence;
}
