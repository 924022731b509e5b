/** From what is asked to be drawn to bytes. Heavy: it runs in a thread of its own (`worker.ts`). */
import type { Drawing } from "../chart.js";
import type { Picture, PictureForm } from "../port.js";
import { inTheme } from "../theme.js";
import { drawCloud } from "./cloud.js";
import type { Marks } from "./element.js";
import { bare, framed } from "./frame.js";
import { plot } from "./plot.js";
import { encodePng } from "./png.js";
import { rasterised } from "./raster.js";

export type DrawTask =
  | { readonly kind: "picture"; readonly picture: Picture; readonly form: PictureForm }
  | { readonly kind: "plot"; readonly drawing: Drawing; readonly label: string }
  | { readonly kind: "raster"; readonly svg: string };

export async function draw(task: DrawTask): Promise<Uint8Array<ArrayBuffer>> {
  if (task.kind === "raster") return encodePng(await rasterised(task.svg));
  if (task.kind === "plot") return encoded(bare(await marksOf(task.drawing), task.label));
  const { picture, form } = task;
  const svg = inTheme(framed(picture, await marksOf(picture.drawing)), form.theme);
  return form.type === "image/svg+xml" ? encoded(svg) : encodePng(await rasterised(svg));
}

function marksOf(drawing: Drawing): Promise<Marks> {
  return drawing.kind === "plot" ? plot(drawing.spec) : drawCloud(drawing.words);
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
