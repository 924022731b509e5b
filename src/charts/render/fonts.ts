/** The bundled fonts: no system is asked for one, so that letters are drawn everywhere, and alike. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";

export const FONT = "DejaVu Sans";

const FOLDER = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

for (const file of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]) {
  GlobalFonts.registerFromPath(join(FOLDER, file), FONT);
}

type Weight = "normal" | "bold";

/** The size at which letters are measured: their widths grow with it. */
const MEASURED = 100;

const contexts: Readonly<Record<Weight, SKRSContext2D>> = {
  normal: measuring("normal"),
  bold: measuring("bold"),
};

/** Naming a font costs more than measuring with it: each context names its own once. */
function measuring(weight: Weight): SKRSContext2D {
  const context = createCanvas(1, 1).getContext("2d");
  context.font = `${weight} ${MEASURED}px "${FONT}"`;
  return context;
}

/** Widths that were measured: axes and sentences say the same words again and again. */
const MOST_WIDTHS = 20_000;
const widths: Readonly<Record<Weight, Map<string, number>>> = { normal: new Map(), bold: new Map() };

/** How wide a text is, in pixels. */
export function textWidth(text: string, size: number, weight: Weight = "normal"): number {
  const known = widths[weight];
  let width = known.get(text);
  if (width === undefined) {
    if (known.size === MOST_WIDTHS) known.clear();
    width = contexts[weight].measureText(text).width / MEASURED;
    known.set(text, width);
  }
  return width * size;
}

/** A text in lines no wider than `width`; a word that is wider stands alone. */
export function wrapped(text: string, width: number, size: number, weight?: Weight): readonly string[] {
  const lines: string[] = [];
  const space = textWidth(" ", size, weight);
  let line = "";
  let wide = 0;
  for (const word of text.split(/ +/u)) {
    const own = textWidth(word, size, weight);
    if (line !== "" && wide + space + own > width) {
      lines.push(line);
      [line, wide] = [word, own];
    } else if (line === "") [line, wide] = [word, own];
    else [line, wide] = [`${line} ${word}`, wide + space + own];
  }
  return line === "" ? lines : [...lines, line];
}
