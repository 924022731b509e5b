/** How charts are drawn, as those see it who want one. Types only. */
import type { Drawing } from "./chart.js";

export type Theme = "light" | "dark";

/** What is drawn: the marks, and the words around them. */
export interface Picture {
  readonly title: string;
  readonly sentence: string;
  /** Whose data it is, and of when; the source's notice. */
  readonly notes: readonly string[];
  readonly drawing: Drawing;
}

export interface PictureForm {
  readonly type: "image/png" | "image/svg+xml";
  readonly theme: Theme;
}

export interface ChartPort {
  /** @throws ChartsBusy where too many wait already, or it took too long */
  draw(picture: Picture, form: PictureForm): Promise<Uint8Array<ArrayBuffer>>;
  /** The marks alone as an `<svg>` element whose colours a page gives (`theme.ts`). @throws ChartsBusy */
  plot(drawing: Drawing, label: string): Promise<string>;
  /** An SVG of our own as a PNG of twice its size. @throws ChartsBusy */
  raster(svg: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Whether what draws does not work: the last chart failed by itself, not for want of time. */
  readonly isDamaged?: boolean;
}
