/**
 * The colours of charts. Specs name them; a picture gets those of its theme, a page gives them by custom properties of
 * the same names, so that one drawing serves both themes. The hues are those of Okabe and Ito, which people with any
 * kind of colour blindness tell apart; where one is too pale for its ground it is darkened or lightened.
 */
import type { Theme } from "./port.js";

const NAMES = ["paper", "ink", "muted", "grid", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "apart"] as const;

export type Colour = (typeof NAMES)[number];

const COLOURS: Readonly<Record<Theme, Readonly<Record<Colour, string>>>> = {
  light: {
    paper: "#fffdf8",
    ink: "#211c15",
    muted: "#5c5345",
    grid: "#e8e0d2",
    c1: "#0072b2",
    c2: "#d55e00",
    c3: "#009e73",
    c4: "#b3588f",
    c5: "#a67c00",
    c6: "#3d9fd6",
    c7: "#6f675a",
    apart: "#b0a797",
  },
  dark: {
    paper: "#1f1a14",
    ink: "#f4ecdf",
    muted: "#b9ad98",
    grid: "#3d3427",
    c1: "#56b4e9",
    c2: "#f08a3c",
    c3: "#2cc295",
    c4: "#dd93bd",
    c5: "#f0e442",
    c6: "#8fb7ff",
    c7: "#cbc2b2",
    apart: "#7d7364",
  },
};

/** The hues in the order in which series take them. */
export const SERIES: readonly Colour[] = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

/** A colour as specs name it. */
export function colour(name: Colour): string {
  return `var(--${name})`;
}

/** A drawing with the colours of a theme in the place of their names. */
export function inTheme(svg: string, theme: Theme): string {
  return svg.replace(/var\(--(\w+)\)/gu, (whole, name: string) => COLOURS[theme][name as Colour] ?? whole);
}

/** The custom properties that a page gives the drawings in it. */
export function customProperties(theme: Theme): string {
  return NAMES.map((name) => `--${name}:${COLOURS[theme][name]}`).join(";");
}
