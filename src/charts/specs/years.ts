/** A count of each year, and how several develop over years or decades. */
import type { Spec } from "../chart.js";
import { colour, SERIES } from "../theme.js";

export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** Columns over years, as narrow as they have to be. */
export function years(values: readonly YearValue[], y: string, language: string): Spec {
  const all = values.map(({ year }) => year);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const span = last - first + 1;
  const step = [1, 2, 5, 10, 20, 25, 50].find((size) => span / size <= 8) ?? 100;
  const ticks = Array.from({ length: span }, (_, at) => first + at).filter((year) => year % step === 0);
  return {
    language,
    height: 220,
    data: { values: values.map(({ year, value }) => ({ from: year - 0.42, to: year + 0.42, value })) },
    mark: { type: "rect", color: colour("c1") },
    encoding: {
      x: {
        field: "from",
        type: "quantitative",
        title: null,
        scale: { domain: [first - 0.6, last + 0.6], nice: false, zero: false },
        axis: { format: "d", values: ticks, grid: false },
      },
      x2: { field: "to" },
      y2: { datum: 0 },
      y: {
        field: "value",
        type: "quantitative",
        title: y,
        scale: { zero: true },
        axis: { format: ",d", tickCount: 5, domain: false },
      },
    },
  };
}

export interface YearSeries {
  readonly name: string;
  readonly values: readonly YearValue[];
}

export interface LinesSpec {
  readonly language: string;
  readonly series: readonly YearSeries[];
  readonly y: string;
  /** d3's format of the axis: "%" for shares. */
  readonly format?: string;
}

/** A line a series, told apart by hue and by dashes. */
export function lines({ language, series, y, format = ",d" }: LinesSpec): Spec {
  const names = series.map(({ name }) => name);
  const values = series.flatMap(({ name, values }) =>
    values.map(({ year, value }) => ({ name, year, value })),
  );
  const all = values.map(({ year }) => year);
  const span = Math.max(...all) - Math.min(...all);
  return {
    language,
    height: 240,
    data: { values },
    mark: { type: "line", strokeWidth: 2.2, point: { size: 22, filled: true } },
    encoding: {
      x: {
        field: "year",
        type: "quantitative",
        title: null,
        scale: { zero: false, nice: false },
        axis: { format: "d", tickCount: Math.min(7, Math.max(2, span / 10)), grid: false },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: y,
        scale: { zero: true },
        axis: { format, tickCount: 5, domain: false },
      },
      color: {
        field: "name",
        type: "nominal",
        sort: names,
        scale: { domain: names, range: SERIES.slice(0, names.length).map(colour) },
        legend: {
          orient: "bottom",
          title: null,
          columns: names.length > 4 ? 3 : 2,
          symbolType: "stroke",
          symbolStrokeWidth: 3,
          symbolSize: 160,
        },
      },
      strokeDash: {
        field: "name",
        type: "nominal",
        scale: { domain: names, range: DASHES.slice(0, names.length) },
        legend: null,
      },
    },
  };
}

const DASHES = [
  [1, 0],
  [7, 3],
  [2, 2],
  [10, 3, 2, 3],
  [4, 2],
  [12, 4],
  [1, 3],
];
