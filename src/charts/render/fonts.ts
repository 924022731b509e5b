/** The bundled fonts: no system is asked for one, so that letters are drawn everywhere, and alike. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";

export const FONT = "DejaVu Sans";

const FOLDER = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

export const FONT_FILES: readonly string[] = [
  join(FOLDER, "DejaVuSans.ttf"),
  join(FOLDER, "DejaVuSans-Bold.ttf"),
];

for (const file of FONT_FILES) GlobalFonts.registerFromPath(file, FONT);

const context = createCanvas(1, 1).getContext("2d");

/** How wide a text is, in pixels. */
export function textWidth(text: string, size: number, weight: "normal" | "bold" = "normal"): number {
  context.font = `${weight} ${size}px "${FONT}"`;
  return context.measureText(text).width;
}

/** A text in lines no wider than `width`; a word that is wider stands alone. */
export function wrapped(
  text: string,
  width: number,
  size: number,
  weight?: "normal" | "bold",
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/u)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
