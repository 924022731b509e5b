/** From a Vega-Lite spec to marks. Widths of texts are those of the bundled font. */
import { Error as ERRORS, logger, parse, textMetrics, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Spec } from "../chart.js";
import { colour, SERIES } from "../theme.js";
import type { Marks } from "./element.js";
import { FONT, textWidth } from "./fonts.js";

textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
  textWidth(
    String(text ?? ""),
    fontSize,
    fontWeight === "bold" || Number(fontWeight) >= 600 ? "bold" : "normal",
  );

/** The width of all charts: that of a phone with its margins. */
export const PLOT_WIDTH = 408;

const CONFIG = {
  font: FONT,
  background: "transparent",
  aria: false,
  view: { stroke: null },
  padding: 0,
  range: { category: SERIES.map(colour) },
  mark: { color: colour("c1") },
  text: { color: colour("ink"), fontSize: 12 },
  rule: { color: colour("muted") },
  axis: {
    labelColor: colour("ink"),
    titleColor: colour("muted"),
    titleFontWeight: "normal",
    labelFontSize: 12,
    titleFontSize: 12,
    gridColor: colour("grid"),
    domainColor: colour("grid"),
    tickColor: colour("grid"),
    labelLimit: 170,
    titlePadding: 8,
  },
  legend: {
    labelColor: colour("ink"),
    titleColor: colour("muted"),
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    symbolStrokeWidth: 0,
    labelLimit: 180,
  },
} as const;

/** How figures at axes are written. */
const NUMBERS = {
  es: { decimal: ",", thousands: ".", grouping: [3], currency: ["", " US$"] },
  en: { decimal: ".", thousands: ",", grouping: [3], currency: ["US$ ", ""] },
} as const;

function isTopLevel(spec: Spec): spec is Spec & TopLevelSpec {
  return "mark" in spec || "layer" in spec || "vconcat" in spec;
}

/** @throws Error where the spec is none: a bug */
export async function plot(spec: Spec): Promise<Marks> {
  const { language, ...drawn } = spec;
  const whole: Spec = { width: PLOT_WIDTH, autosize: { type: "fit-x", contains: "padding" }, ...drawn };
  if (!isTopLevel(whole)) throw new TypeError("no mark in the spec");
  const number = NUMBERS[language === "en" ? "en" : "es"];
  const { spec: compiled } = compile(whole, {
    // What it warns of (a height by steps) is meant.
    logger: logger(ERRORS),
    config: {
      ...CONFIG,
      locale: { number: { ...number, grouping: [...number.grouping], currency: [...number.currency] } },
    },
  });
  const view = new View(parse(compiled), { renderer: "none" });
  try {
    return read(await view.toSVG());
  } finally {
    view.finalize();
  }
}

/** Digits that nobody sees, and what says nothing. */
const LONG_DIGITS = /-?\d+\.\d{2,}/gu;
const SAID_FOR_NOTHING =
  / (?:(?:class|role|aria-[a-z]+)="[^"]*"|opacity="1"|stroke-miterlimit="\d+"|pointer-events="none")/gu;
/** Grounds of groups that have no colour, and outlines that are never shown. */
const UNSEEN = /<path d="(?:M0,0h[\d.]+v[\d.]+h-?[\d.]+Z)?"(?: display="none")?\/>/gu;

/** What all texts share is said once, around them. What is written is left as it is: only tags become shorter. */
function read(svg: string): Marks {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? [];
  const inside = svg
    .slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"))
    .replace(/<[^>]*>/gu, (tag) =>
      tag
        .replaceAll(` font-family="${FONT}"`, "")
        .replace(SAID_FOR_NOTHING, "")
        .replace(LONG_DIGITS, (digits) => String(Math.round(Number(digits) * 100) / 100)),
    )
    .replace(UNSEEN, "")
    .replaceAll("<g></g>", "");
  return { inside, width: Number(width), height: Number(height) };
}
