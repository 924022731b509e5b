/** Bars one below the other, each with its name before it and its value behind it. */
import type { Spec } from "../chart.js";
import { colour } from "../theme.js";
import { shortened } from "./shortened.js";

export interface NamedBar {
  readonly label: string;
  readonly value: number;
  /** The value as it is written. */
  readonly text: string;
  readonly apart?: boolean;
}

const ROW = 23;

/** Pixels of a chart, and roughly of a letter. */
const WIDTH = 408;
const LETTER = 6.9;

export interface BarsOptions {
  /** The end of the scale, where it is not that of the longest bar. */
  readonly most?: number;
  /** Pixels that names may take. */
  readonly names?: number;
}

export function bars(all: readonly NamedBar[], { most, names = 170 }: BarsOptions = {}): Spec {
  const values = all.map(({ label, value, text, apart = false }, at) => ({
    at,
    label: shortened(label, names),
    value,
    text,
    apart,
  }));
  const longest = most ?? Math.max(...all.map(({ value }) => value), 0);
  // Room for the values behind the longest bars.
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length), 1) * LETTER;
  const space = WIDTH - widest(values.map(({ label }) => label)) - 10;
  const room = space / Math.max(40, space - widest(all.map(({ text }) => text)) - 8);
  const y = {
    field: "at",
    type: "ordinal",
    title: null,
    axis: {
      ticks: false,
      domain: false,
      labelPadding: 6,
      labelLimit: names + 40,
      labelExpr: `${JSON.stringify(values.map(({ label }) => label))}[datum.value]`,
    },
  };
  const x = {
    field: "value",
    type: "quantitative",
    axis: null,
    scale: { domain: [0, Math.max(longest, Number.MIN_VALUE) * room] },
  };
  return {
    height: { step: ROW },
    data: { values },
    layer: [
      {
        mark: { type: "bar", height: { band: 0.72 } },
        encoding: {
          y,
          x,
          color: {
            field: "apart",
            type: "nominal",
            scale: { domain: [false, true], range: [colour("c1"), colour("apart")] },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5, fontSize: 12, color: colour("ink") },
        encoding: { y, x, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
