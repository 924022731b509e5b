/** Lines that fit a terminal, measured in its columns. */
import { characters } from "../../chat/text.js";
import { columns } from "../../surface/table.js";

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
