/** What the figures of films are called, and how they are written. */
import { decimal, number } from "../../../chat/format.js";
import type { Locale } from "../../../chat/locale.js";
import type { FigureName } from "../../../select/figures.js";
import type { Words } from "../../../words.js";
import { shortDollars } from "../../words.js";

export const FIGURE_NAMES: Readonly<Record<FigureName, Words>> = {
  day: { es: "Estreno", en: "Release" },
  minutes: { es: "Duración", en: "Runtime" },
  average: { es: "Nota", en: "Rating" },
  votes: { es: "Votos", en: "Votes" },
  popularity: { es: "Popularidad", en: "Popularity" },
  budget: { es: "Presupuesto", en: "Budget" },
  revenue: { es: "Recaudación", en: "Revenue" },
};

export function figureText(locale: Locale, name: FigureName, value: number): string {
  switch (name) {
    case "budget":
    case "revenue":
      return shortDollars(locale, value);
    case "minutes":
      return `${number(locale, value)} min`;
    case "average":
    case "popularity":
      return decimal(locale, value, 1);
    default:
      return number(locale, value);
  }
}
