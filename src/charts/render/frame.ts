/** What stands around the marks in a picture that goes alone: title, sentence, whose data it is. */
import type { Picture } from "../port.js";
import { colour } from "../theme.js";
import { escaped, type Marks, rounded } from "./element.js";
import { FONT, wrapped } from "./fonts.js";

const MARGIN = 16;
export const PICTURE_WIDTH = 440;

interface Style {
  readonly size: number;
  readonly fill: string;
  readonly weight?: "bold";
}

const TITLE: Style = { size: 17, fill: colour("ink"), weight: "bold" };
const SENTENCE: Style = { size: 13, fill: colour("muted") };
const NOTE: Style = { size: 9.5, fill: colour("muted") };

/** The whole picture, with colours by name. */
export function framed({ title, sentence, notes }: Omit<Picture, "drawing">, marks: Marks): string {
  const top = paragraph(title, TITLE, MARGIN);
  const below = paragraph(sentence, SENTENCE, top.end + 4);
  const at = below.end + 12;
  let end = at + marks.height + 10;
  const feet: string[] = [];
  for (const note of notes) {
    const foot = paragraph(note, NOTE, end);
    feet.push(foot.svg);
    end = foot.end;
  }
  const height = Math.ceil(end + MARGIN / 2);
  const x = rounded(MARGIN + Math.max(0, (PICTURE_WIDTH - 2 * MARGIN - marks.width) / 2));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" font-family="${FONT}, Verdana, sans-serif" role="img" aria-label="${escaped(`${title}. ${sentence}`)}">`,
    `<rect width="${PICTURE_WIDTH}" height="${height}" fill="${colour("paper")}"/>`,
    top.svg,
    below.svg,
    `<g transform="translate(${x},${rounded(at)})">${marks.inside}</g>`,
    ...feet,
    "</svg>",
  ].join("");
}

/** Pixels below the marks: letters reach below their line. */
const BELOW = 4;

/** The marks alone, for a page that says the rest itself. */
export function bare({ inside, width, height }: Marks, label: string): string {
  return `<svg viewBox="0 0 ${rounded(width)} ${rounded(height + BELOW)}" role="img" aria-label="${escaped(label)}">${inside}</svg>`;
}

function paragraph(text: string, { size, fill, weight }: Style, top: number): { svg: string; end: number } {
  const lines = wrapped(text, PICTURE_WIDTH - 2 * MARGIN, size, weight);
  const step = size * 1.32;
  const bold = weight === undefined ? "" : ` font-weight="${weight}"`;
  const svg = lines.map(
    (line, at) =>
      `<text x="${MARGIN}" y="${rounded(top + size + at * step)}" font-size="${size}" fill="${fill}"${bold}>${escaped(line)}</text>`,
  );
  return { svg: svg.join(""), end: top + lines.length * step };
}
