/** Lines that fit a terminal, measured in its columns. */
import { characters } from "../../chat/text.js";

const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u;

/** How many columns a text takes: two for an emoji or a Chinese character, none for a mark. */
export function columns(text: string): number {
  let total = 0;
  for (const character of characters(text)) {
    if (WIDE.test(character)) total += 2;
    else if (!/^\p{M}+$/u.test(character)) total += 1;
  }
  return total;
}

/**
 * Breaks one line into lines of at most `width` columns, at spaces where there are any. Lines after the first
 * begin with `indent` spaces, so that an item reads as one.
 */
export function wrap(line: string, width: number, indent = 0): readonly string[] {
  // No character takes more than two columns: most lines need not be measured.
  if (line.length * 2 <= width || columns(line) <= width) return [line];
  const lines: string[] = [];
  let current = "";
  let used = 0;
  const margin = " ".repeat(indent);
  const breakLine = () => {
    lines.push(current.trimEnd());
    current = margin;
    used = indent;
  };
  for (const word of line.match(/\s*\S+/gu) ?? []) {
    const size = columns(word);
    if (used + size <= width) {
      current += word;
      used += size;
      continue;
    }
    if (used > indent) breakLine();
    for (const character of characters(lines.length > 0 ? word.trimStart() : word)) {
      const step = columns(character);
      if (used + step > width && used > indent) breakLine();
      current += character;
      used += step;
    }
  }
  return [...lines, current];
}
