/** Things along the years, each at the height of a figure: a person's films and their return. */
import type { Spec } from "../chart.js";
import { colour, SERIES } from "../theme.js";
import { shortened } from "./shortened.js";

export interface Moment {
  readonly year: number;
  readonly value: number;
  readonly series: string;
  /** Written beside it where there is room: those at the top come first. */
  readonly name: string;
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

/** Names that are written, and pixels that one may take. */
const NAMED = 4;
const LONGEST_NAME = 170;

/** Roughly the plot's size, and that of the letters in it, in pixels. */
const WIDTH = 340;
const HEIGHT = 230;
const LETTER = 6.4;
const LINE = 15;

interface Box {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** The best moments whose names lie neither upon each other nor upon another mark near the top. */
function placedNames(moments: readonly Moment[], first: number, last: number): ReadonlySet<Moment> {
  const heights = moments.map(({ value }) => Math.log10(Math.max(LEAST, value)));
  // The axis ends at whole powers of ten.
  const [low, high] = [Math.floor(Math.min(0, ...heights)), Math.ceil(Math.max(1, ...heights))];
  const placeOf = ({ year, value }: Moment) => ({
    x: ((year - first + 1) / (last - first + 2)) * WIDTH,
    y: ((high - Math.log10(Math.max(LEAST, value))) / (high - low)) * HEIGHT,
  });
  const boxOf = (moment: Moment): Box => {
    const { x, y } = placeOf(moment);
    const width = shortened(moment.name, LONGEST_NAME).length * LETTER + 10;
    return moment.year <= (first + last) / 2
      ? { from: x + 5, to: x + width, at: y }
      : { from: x - width, to: x - 5, at: y };
  };
  const boxes: Box[] = [];
  const chosen = new Set<Moment>();
  const best = moments.toSorted((a, b) => b.value - a.value);
  for (const moment of best) {
    if (chosen.size === NAMED) break;
    const box = boxOf(moment);
    const isFree =
      boxes.every(({ from, to, at }) => Math.abs(at - box.at) > LINE || from > box.to || to < box.from) &&
      moments.every((other) => {
        const { x, y } = placeOf(other);
        return other === moment || Math.abs(y - box.at + 5) > LINE / 2 + 2 || x < box.from || x > box.to;
      });
    if (!isFree) continue;
    boxes.push(box);
    chosen.add(moment);
  }
  return chosen;
}

export function timeline({ language, moments, series, y, line }: TimelineSpec): Spec {
  const all = moments.map(({ year }) => year);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const middle = (first + last) / 2;
  const named = placedNames(moments, first, last);
  const values = moments.map((moment) => ({
    ...moment,
    value: Math.max(LEAST, moment.value),
    name: named.has(moment) ? shortened(moment.name, LONGEST_NAME) : "",
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
