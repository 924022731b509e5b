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

/** @param most of the scale, where it is not that of the longest bar */
export function bars(all: readonly NamedBar[], { most }: { readonly most?: number } = {}): Spec {
  const values = all.map(({ label, value, text, apart = false }, at) => ({
    at,
    label: shortened(label, 170),
    value,
    text,
    apart,
  }));
  const longest = most ?? Math.max(...all.map(({ value }) => value), 0);
  // Room for the values behind the longest bars.
  const room = Math.max(...all.map(({ text }) => text.length), 1) * 0.034 + 1.03;
  const y = {
    field: "at",
    type: "ordinal",
    title: null,
    axis: {
      ticks: false,
      domain: false,
      labelPadding: 6,
      labelLimit: 175,
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
        mark: { type: "bar", height: { band: 0.72 }, cornerRadiusEnd: 2 },
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
