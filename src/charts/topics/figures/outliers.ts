/** What lies far outside of the usual. */
import { decimal, number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { type Outliers, outliersOf } from "../../../queries/counts/spread.js";
import type { FigureName } from "../../../select/figures.js";
import { bars } from "../../specs/bars.js";
import type { Topic } from "../../topic.js";
import { share } from "../../words.js";
import { FIGURE_NAMES, figureText } from "./names.js";

const FIGURES: readonly FigureName[] = ["minutes", "average", "votes", "popularity", "budget", "revenue"];

export const outliers: Topic = {
  name: "atipicos",
  summary: { es: "Valores que se salen de lo habitual", en: "Values far outside of the usual" },
  filtered: false,
  async chart({ catalog, locale }) {
    const all: Outliers[] = [];
    for (const figure of FIGURES) {
      const found = await outliersOf(catalog, figure);
      if (found !== undefined) all.push(found);
    }
    if (all.length === 0) return undefined;
    const part = ({ above, below, known }: (typeof all)[number]) => (above + below) / known;
    const sorted = all.toSorted((a, b) => part(b) - part(a));
    const [most] = sorted;
    if (most === undefined) return undefined;
    const name = (figure: FigureName) => say(locale, FIGURE_NAMES[figure]);
    const far = number(locale, most.above + most.below);
    const [low, , high] = most.quartiles;
    const half = `${figureText(locale, most.name, low)} – ${figureText(locale, most.name, high)}`;
    return {
      topic: "atipicos",
      title: say(locale, { es: "Valores atípicos", en: "Outliers" }),
      sentence: say(locale, {
        es: `Donde más hay es en ${name(most.name).toLocaleLowerCase(locale.tag)}: ${far} películas (${share(locale, most.above + most.below, most.known)}) se alejan de la mitad central (${half}) más de una vez y media su ancho; el máximo es ${figureText(locale, most.name, most.most)}.`,
        en: `Most are found in ${name(most.name).toLocaleLowerCase(locale.tag)}: ${far} films (${share(locale, most.above + most.below, most.known)}) are farther from the middle half (${half}) than one and a half times its width; the largest is ${figureText(locale, most.name, most.most)}.`,
      }),
      columns: [
        { name: say(locale, { es: "Dato", en: "Figure" }), kind: "text" },
        { name: say(locale, { es: "Con cifra", en: "Known" }), kind: "count" },
        { name: say(locale, { es: "Mínimo", en: "Least" }), kind: "text" },
        { name: say(locale, { es: "Cuartil 1", en: "Quartile 1" }), kind: "text" },
        { name: say(locale, { es: "Mediana", en: "Median" }), kind: "text" },
        { name: say(locale, { es: "Cuartil 3", en: "Quartile 3" }), kind: "text" },
        { name: say(locale, { es: "Máximo", en: "Most" }), kind: "text" },
        { name: say(locale, { es: "Por debajo", en: "Below" }), kind: "count" },
        { name: say(locale, { es: "Por encima", en: "Above" }), kind: "count" },
      ],
      rows: sorted.map(({ name: figure, known, least, quartiles, most: largest, below, above }) => [
        name(figure),
        known,
        ...[least, ...quartiles, largest].map((value) => figureText(locale, figure, value)),
        below,
        above,
      ]),
      drawing: {
        kind: "plot",
        spec: bars(
          sorted.map((one) => ({
            label: name(one.name),
            value: part(one),
            text: `${decimal(locale, part(one) * 100, 1)} % (${number(locale, one.above + one.below)})`,
          })),
        ),
      },
      asks: ["/descubrir orden=larga"],
    };
  },
};
