/** Things along the years, each at the height of a figure: a person's films and their return. */
import type { Spec } from "../chart.js";
import { colour, SERIES } from "../theme.js";
import { shortened } from "./shortened.js";

export interface Moment {
  readonly year: number;
  readonly value: number;
  readonly series: string;
  /** Written beside it; few should have one. */
  readonly name?: string;
}

export interface TimelineSpec {
  readonly language: string;
  readonly moments: readonly Moment[];
  readonly series: readonly string[];
  readonly y: string;
  /** A height that means something, and what it means. */
  readonly line?: { readonly at: number; readonly name: string };
}

/** Below this no figure is shown lower: a return of nothing has no logarithm. */
const LEAST = 0.01;

export function timeline({ language, moments, series, y, line }: TimelineSpec): Spec {
  const all = moments.map(({ year }) => year);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const middle = (first + last) / 2;
  const values = moments.map(({ name, value, ...moment }) => ({
    ...moment,
    value: Math.max(LEAST, value),
    name: name === undefined ? "" : shortened(name, 170),
    left: moment.year <= middle,
  }));
  const x = {
    field: "year",
    type: "quantitative",
    title: null,
    scale: { domain: [first - 1, last + 1], nice: false, zero: false },
    axis: { format: "d", tickCount: Math.max(2, Math.min(7, last - first)), tickMinStep: 1, grid: false },
  };
  const height = {
    field: "value",
    type: "quantitative",
    title: y,
    scale: { type: "log" },
    axis: { values: [0.01, 0.1, 1, 10, 100, 1000, 10_000], format: ",~g", domain: false },
  };
  const name = (left: boolean) => ({
    transform: [{ filter: `datum.name !== '' && datum.left === ${left}` }],
    mark: {
      type: "text",
      align: left ? "left" : "right",
      dx: left ? 7 : -7,
      dy: -5,
      fontSize: 11,
      color: colour("ink"),
    },
    encoding: { x, y: height, text: { field: "name", type: "nominal" } },
  });
  const rule =
    line === undefined
      ? []
      : [
          {
            data: { values: [{ at: line.at, name: line.name, year: first - 1 }] },
            layer: [
              {
                mark: { type: "rule", strokeDash: [5, 4], color: colour("muted") },
                encoding: { y: { field: "at", type: "quantitative" } },
              },
              {
                mark: { type: "text", align: "left", dx: 4, dy: 12, fontSize: 11, color: colour("muted") },
                encoding: {
                  x: { field: "year", type: "quantitative" },
                  y: { field: "at", type: "quantitative" },
                  text: { field: "name", type: "nominal" },
                },
              },
            ],
          },
        ];
  return {
    language,
    height: 260,
    data: { values },
    layer: [
      ...rule,
      {
        mark: { type: "point", filled: true, size: 70, opacity: 0.85 },
        encoding: {
          x,
          y: height,
          color: {
            field: "series",
            type: "nominal",
            scale: { domain: series, range: SERIES.slice(0, series.length).map(colour) },
            legend: series.length < 2 ? null : { orient: "bottom", title: null, symbolSize: 90 },
          },
          shape: {
            field: "series",
            type: "nominal",
            scale: { domain: series, range: ["circle", "triangle-up"].slice(0, series.length) },
            legend: series.length < 2 ? null : { orient: "bottom", title: null },
          },
        },
      },
      name(true),
      name(false),
    ],
  };
}
