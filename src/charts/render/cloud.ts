/** A word cloud: the same words always stand in the same places. */
import { createCanvas } from "@napi-rs/canvas";
import cloud from "d3-cloud";
import type { CloudWord } from "../chart.js";
import { colour, SERIES } from "../theme.js";
import { escaped, type Marks, rounded } from "./element.js";
import { FONT, textWidth } from "./fonts.js";

const WIDTH = 408;
const HEIGHT = 300;
const SMALLEST = 11;
const LARGEST = 46;
/** Of the cloud's width: what is wider would find no place, and be left out. */
const WIDEST = 0.8;

export function drawCloud(words: readonly CloudWord[]): Promise<Marks> {
  const most = Math.max(1, ...words.map(({ weight }) => weight));
  const least = Math.min(most, ...words.map(({ weight }) => weight));
  const size = (weight: number) =>
    most === least
      ? LARGEST / 2
      : SMALLEST +
        (LARGEST - SMALLEST) *
          ((Math.sqrt(weight) - Math.sqrt(least)) / (Math.sqrt(most) - Math.sqrt(least)));
  const sized = words.map(({ text, weight }, at) => ({
    text,
    size: Math.round(Math.min(size(weight), (WIDTH * WIDEST) / textWidth(text, 1, "bold"))),
    hue: at % SERIES.length,
  }));
  return new Promise((resolve) => {
    cloud()
      .size([WIDTH, HEIGHT])
      .words(sized)
      .canvas(sheet)
      .padding(2)
      .rotate(() => 0)
      .font(FONT)
      .fontWeight("bold")
      .fontSize((word) => word.size)
      .random(sequence(1))
      .on("end", (placed) => {
        const texts = placed.map(
          ({ text, size: points, x, y, hue }) =>
            `<text x="${rounded(x + WIDTH / 2)}" y="${rounded(y + HEIGHT / 2)}" font-size="${points}" fill="${colour(SERIES[hue] ?? "c1")}">${escaped(text)}</text>`,
        );
        resolve({
          inside: `<g text-anchor="middle" font-weight="bold">${texts.join("")}</g>`,
          width: WIDTH,
          height: HEIGHT,
        });
      })
      .start();
  });
}

/** What words are drawn on before they are placed: d3-cloud asks for 2048 rows, of which few bear letters. */
const SHEET_WIDTH = 2048;
const SHEET_ROWS = 640;

/** A canvas that keeps its size, whatever it is told. */
function sheet() {
  const context = createCanvas(SHEET_WIDTH, SHEET_ROWS).getContext("2d");
  const read = context.getImageData.bind(context);
  context.getImageData = (x, y, width, height) => read(x, y, width, Math.min(height, SHEET_ROWS));
  return { width: SHEET_WIDTH, height: SHEET_ROWS, getContext: () => context };
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
