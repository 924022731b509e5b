/** Tiles whose strength is a value, with the value in them: how two things go together. */
import type { Spec } from "../chart.js";
import { colour } from "../theme.js";

export interface Tile {
  readonly x: string;
  readonly y: string;
  /** −1 to 1: how strong, and which of two hues. */
  readonly strength: number;
  readonly text: string;
}

/** Of so many tiles the names have room beside each other. */
const LEVEL = 16;

export function tiles(all: readonly Tile[]): Spec {
  const names = [...new Set(all.map(({ y }) => y))];
  const x = {
    field: "x",
    type: "ordinal",
    sort: null,
    title: null,
    axis: { labelAngle: all.length > LEVEL ? -45 : 0, ticks: false, domain: false, labelPadding: 4 },
  };
  const y = {
    field: "y",
    type: "ordinal",
    sort: null,
    title: null,
    axis: { ticks: false, domain: false, labelPadding: 6 },
  };
  return {
    height: names.length * 34,
    data: {
      values: all.map((tile) => ({
        ...tile,
        hue: tile.strength < 0 ? "less" : "more",
        opacity: 0.06 + 0.6 * Math.min(1, Math.abs(tile.strength)),
      })),
    },
    layer: [
      {
        mark: { type: "rect", stroke: colour("paper"), strokeWidth: 2 },
        encoding: {
          x,
          y,
          fillOpacity: { field: "opacity", type: "quantitative", scale: null, legend: null },
          color: {
            field: "hue",
            type: "nominal",
            scale: { domain: ["more", "less"], range: [colour("c1"), colour("c2")] },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", fontSize: 11, color: colour("ink") },
        encoding: { x, y, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
