/** Columns side by side in a given order: months, weekdays, bins of a figure. */
import type { Spec } from "../chart.js";
import { colour } from "../theme.js";

export interface ColumnBar {
  readonly label: string;
  readonly value: number;
  /** Whether it is no part of the order: what is unknown. */
  readonly apart?: boolean;
}

export interface ColumnsSpec {
  readonly language: string;
  readonly bars: readonly ColumnBar[];
  readonly x?: string;
  readonly y: string;
  /** Of so many labels one is written; each unless said. */
  readonly every?: number;
  readonly slanted?: boolean;
  /** Of which bars the value stands above them. */
  readonly valued?: boolean;
}

export function columns({
  language,
  bars,
  x,
  y,
  every = 1,
  slanted = false,
  valued = false,
}: ColumnsSpec): Spec {
  const values = bars.map(({ label, value, apart = false }) => ({ label, value, apart }));
  const shown = values.flatMap(({ label }, at) => (at % every === 0 ? label : []));
  const bar = {
    mark: { type: "bar" },
    encoding: {
      x: {
        field: "label",
        type: "ordinal",
        sort: null,
        title: x ?? null,
        scale: { paddingInner: bars.length > 40 ? 0.1 : 0.2 },
        axis: {
          labelAngle: slanted ? -45 : 0,
          ticks: false,
          labelPadding: 6,
          ...(every > 1 ? { values: shown, labelOverlap: true } : {}),
        },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: y,
        axis: { format: ",d", tickCount: 5, domain: false },
      },
      color: {
        field: "apart",
        type: "nominal",
        scale: { domain: [false, true], range: [colour("c1"), colour("apart")] },
        legend: null,
      },
    },
  };
  const text = {
    mark: { type: "text", dy: -8, fontSize: 11, color: colour("ink") },
    encoding: {
      x: { field: "label", type: "ordinal", sort: null },
      y: { field: "value", type: "quantitative" },
      text: { field: "value", type: "quantitative", format: ",d" },
    },
  };
  return { language, height: 220, data: { values }, layer: valued ? [bar, text] : [bar] };
}
