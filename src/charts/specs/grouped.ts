/** Bars of several series beside or upon each other. */
import type { Spec } from "../chart.js";
import { colour, SERIES } from "../theme.js";
import { shortened } from "./shortened.js";

export interface GroupedValue {
  readonly group: string;
  readonly series: string;
  readonly value: number;
  readonly text: string;
}

export interface GroupedSpec {
  readonly language: string;
  readonly values: readonly GroupedValue[];
  readonly series: readonly string[];
  /** d3's format of the axis. */
  readonly format?: string;
}

const legendOf = (count: number) => ({
  orient: "bottom",
  title: null,
  columns: count > 4 ? 3 : 2,
  symbolType: "square",
  symbolSize: 110,
});

/** Beside each other: a small row a series, with its value behind it; each group on its own scale from 0 to its most. */
export function grouped({ language, values, series }: GroupedSpec): Spec {
  const named = values.map((value) => ({ ...value, group: shortened(value.group, 130) }));
  const groups = [...new Set(named.map(({ group }) => group))];
  const most = new Map(
    groups.map((group) => [
      group,
      Math.max(...named.filter((one) => one.group === group).map(({ value }) => value), Number.MIN_VALUE),
    ]),
  );
  const rows = named.map((value) => ({ ...value, share: value.value / (most.get(value.group) ?? 1) }));
  const y = {
    field: "group",
    type: "ordinal",
    sort: null,
    title: null,
    axis: { ticks: false, domain: false, labelPadding: 6 },
  };
  const yOffset = { field: "series", type: "nominal", sort: series };
  const x = { field: "share", type: "quantitative", axis: null, scale: { domain: [0, 1.42] } };
  return {
    language,
    height: { step: 19, for: "offset" },
    data: { values: rows },
    layer: [
      {
        mark: { type: "bar", height: { band: 0.8 } },
        encoding: {
          y,
          yOffset,
          x,
          color: {
            field: "series",
            type: "nominal",
            scale: { domain: series, range: SERIES.slice(0, series.length).map(colour) },
            legend: legendOf(series.length),
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5, fontSize: 11, color: colour("ink") },
        encoding: { y, yOffset, x, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

/** Upon each other, from nothing to all. */
export function stacked({ language, values, series, format = ",d" }: GroupedSpec): Spec {
  const order = new Map(series.map((name, at) => [name, at]));
  return {
    language,
    height: { step: 34 },
    data: { values: values.map((value) => ({ ...value, order: order.get(value.series) })) },
    mark: { type: "bar", height: { band: 0.75 } },
    encoding: {
      y: {
        field: "group",
        type: "ordinal",
        sort: null,
        title: null,
        axis: { ticks: false, domain: false, labelPadding: 6 },
      },
      x: { field: "value", type: "quantitative", title: null, axis: { format, tickCount: 5 } },
      order: { field: "order" },
      color: {
        field: "series",
        type: "nominal",
        scale: { domain: series, range: SERIES.slice(0, series.length).map(colour) },
        legend: legendOf(series.length),
      },
    },
  };
}
