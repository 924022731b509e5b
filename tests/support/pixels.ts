/** A picture as it is seen: whether letters and marks are there. */
import { createCanvas, loadImage } from "@napi-rs/canvas";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Pixels of a band that are not of the ground, and how many of them have a hue. */
  readonly band: (from: number, to: number) => { readonly drawn: number; readonly hued: number };
  readonly ground: readonly number[];
}

/** @param png as it is sent */
export async function pixels(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const ground = [...data.slice(0, 3)];
  return {
    width,
    height,
    ground,
    band: (from, to) => {
      let [drawn, hued] = [0, 0];
      for (let at = Math.floor(from) * width * 4; at < Math.floor(to) * width * 4; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        const far = Math.max(
          ...[red, green, blue].map((value, channel) => Math.abs(value - (ground[channel] ?? 0))),
        );
        if (far < 60) continue;
        drawn++;
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) hued++;
      }
      return { drawn, hued };
    },
  };
}
