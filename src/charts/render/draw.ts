/** From what is asked to be drawn to bytes. Heavy: it runs in a thread of its own (`worker.ts`). */
import { Resvg } from "@resvg/resvg-js";
import type { Drawing } from "../chart.js";
import type { Picture, PictureForm } from "../port.js";
import { inTheme } from "../theme.js";
import { drawCloud } from "./cloud.js";
import type { Marks } from "./element.js";
import { FONT, FONT_FILES } from "./fonts.js";
import { bare, framed } from "./frame.js";
import { plot } from "./plot.js";

/** Pixels of a picture for one of its own: screens are dense, and platforms make pictures smaller. */
const SCALE = 2;

export type DrawTask =
  | { readonly kind: "picture"; readonly picture: Picture; readonly form: PictureForm }
  | { readonly kind: "plot"; readonly drawing: Drawing; readonly label: string }
  | { readonly kind: "raster"; readonly svg: string };

export async function draw(task: DrawTask): Promise<Uint8Array<ArrayBuffer>> {
  if (task.kind === "raster") return png(task.svg);
  if (task.kind === "plot") return encoded(bare(await marksOf(task.drawing), task.label));
  const { picture, form } = task;
  const svg = inTheme(framed(picture, await marksOf(picture.drawing)), form.theme);
  return form.type === "image/svg+xml" ? encoded(svg) : png(svg);
}

function marksOf(drawing: Drawing): Promise<Marks> {
  return drawing.kind === "plot" ? plot(drawing.spec) : drawCloud(drawing.words);
}

function png(svg: string): Uint8Array<ArrayBuffer> {
  const drawn = new Resvg(svg, {
    fitTo: { mode: "zoom", value: SCALE },
    font: { fontFiles: [...FONT_FILES], loadSystemFonts: false, defaultFontFamily: FONT },
  }).render();
  // Memory of its own, which can be handed to another thread.
  return Uint8Array.from(drawn.asPng());
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
