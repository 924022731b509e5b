/** How two figures of very many things go together: on logarithmic axes, counted in squares, so that the size is bounded. */
import type { Spec } from "../chart.js";
import { colour } from "../theme.js";

export interface LogBin {
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
  readonly count: number;
}

export interface LogBinsSpec {
  readonly language: string;
  readonly bins: readonly LogBin[];
  readonly x: string;
  readonly y: string;
  /** What the line says on which both are the same. */
  readonly same: string;
}

export function logBins({ language, bins, x, y, same }: LogBinsSpec): Spec {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const least = Math.min(...bins.map(({ fromX, fromY }) => Math.min(fromX, fromY)));
  const largest = Math.max(...bins.map(({ toX, toY }) => Math.max(toX, toY)));
  const domainOf = (from: keyof LogBin, to: keyof LogBin) => [
    Math.min(...bins.map((bin) => bin[from])),
    Math.max(...bins.map((bin) => bin[to])),
  ];
  const scaled = (field: string, title: string, domain: number[]) => ({
    field,
    type: "quantitative",
    title,
    scale: { type: "log", domain, nice: false, clamp: true },
    axis: { values: [0.001, 0.01, 0.1, 1, 10, 100, 1000], format: ",~g", labelFlush: false },
  });
  const domainX = domainOf("fromX", "toX");
  const domainY = domainOf("fromY", "toY");
  return {
    language,
    height: 320,
    layer: [
      {
        data: {
          values: bins.map((bin) => ({
            ...bin,
            opacity: 0.14 + 0.86 * (Math.log1p(bin.count) / Math.log1p(most)),
          })),
        },
        mark: { type: "rect", color: colour("c1") },
        encoding: {
          x: scaled("fromX", x, domainX),
          x2: { field: "toX" },
          y: scaled("fromY", y, domainY),
          y2: { field: "toY" },
          fillOpacity: { field: "opacity", type: "quantitative", scale: null, legend: null },
        },
      },
      {
        data: {
          values: [
            { at: Math.max(least, domainX[0] ?? least, domainY[0] ?? least) },
            { at: Math.min(largest, domainX[1] ?? largest, domainY[1] ?? largest) },
          ],
        },
        mark: { type: "line", color: colour("c2"), strokeDash: [6, 4], strokeWidth: 1.5 },
        encoding: { x: { field: "at", type: "quantitative" }, y: { field: "at", type: "quantitative" } },
      },
      {
        data: { values: [{ text: `– – ${same}` }] },
        mark: { type: "text", color: colour("c2"), align: "left", fontSize: 12 },
        encoding: { x: { value: 8 }, y: { value: 12 }, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
