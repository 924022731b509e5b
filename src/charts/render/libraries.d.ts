/** What the typings of the drawing libraries leave out. */

declare module "vega" {
  export const textMetrics: {
    width(item: { readonly fontSize?: number; readonly fontWeight?: unknown }, text: unknown): number;
  };
}

declare module "d3-cloud" {
  interface Placed {
    readonly text: string;
    readonly size: number;
    readonly x: number;
    readonly y: number;
    readonly hue: number;
  }
  interface Sized {
    readonly text: string;
    readonly size: number;
    readonly hue: number;
  }
  interface Cloud {
    size(size: readonly [number, number]): Cloud;
    words(words: readonly Sized[]): Cloud;
    canvas(make: () => unknown): Cloud;
    padding(padding: number): Cloud;
    rotate(rotate: () => number): Cloud;
    font(font: string): Cloud;
    fontSize(size: (word: Sized) => number): Cloud;
    fontWeight(weight: string): Cloud;
    random(random: () => number): Cloud;
    on(event: "end", listener: (placed: readonly Placed[]) => void): Cloud;
    start(): Cloud;
    stop(): Cloud;
  }
  export default function cloud(): Cloud;
}
