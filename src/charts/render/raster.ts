/** From an `<svg>` to pixels. */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Pixels } from "./png.js";

/** Pixels of a picture for one of its own: screens are dense, and platforms make pictures smaller. */
const SCALE = 2;

/** Most pictures are no higher. */
const USUAL_HEIGHT = 1100;

/** One for all pictures: each covers it, and memory that is got anew costs more than drawing does. */
let canvas = createCanvas(1, 1);

/** @param svg with its width and height first, and a ground that nothing is seen through */
export async function rasterised(svg: string): Promise<Pixels> {
  const [size = "", width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
  const [wide, high] = [Number(width) * SCALE, Number(height) * SCALE];
  // Drawn at the size that is wanted: its viewBox says what lies in it.
  const image = await loadImage(Buffer.from(svg.replace(size, `width="${wide}" height="${high}"`)));
  if (canvas.width < wide || canvas.height < high) canvas = createCanvas(wide, Math.max(high, USUAL_HEIGHT));
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, wide, high);
}
