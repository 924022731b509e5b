/** Which figures go together. */
import { decimal, number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { CORRELATED, correlations } from "../../../queries/counts/correlations.js";
import type { FigureName } from "../../../select/figures.js";
import { type Tile, tiles } from "../../specs/tiles.js";
import type { Topic } from "../../topic.js";
import { filmCount } from "../../words.js";
import { FIGURE_NAMES } from "./names.js";

export const correlation: Topic = {
  name: "correlaciones",
  summary: { es: "Qué cifras van juntas", en: "Which figures go together" },
  filtered: false,
  async chart({ catalog, locale }) {
    const all = await correlations(catalog);
    const known = all.flatMap(({ r, ...pair }) => (r === null ? [] : { ...pair, r }));
    const strongest = known.toSorted((a, b) => Math.abs(b.r) - Math.abs(a.r))[0];
    const fewest = known.toSorted((a, b) => a.films - b.films)[0];
    if (strongest === undefined || fewest === undefined) return undefined;
    const name = (figure: FigureName) => say(locale, FIGURE_NAMES[figure]);
    const lower = (figure: FigureName) => name(figure).toLocaleLowerCase(locale.tag);
    const total = catalog.films.rowCount;
    const tile = ({ one, other, r }: (typeof all)[number]): Tile => ({
      x: name(other),
      y: name(one),
      strength: r ?? 0,
      text: r === null ? "–" : decimal(locale, r),
    });
    return {
      topic: "correlaciones",
      title: say(locale, { es: "Qué cifras van juntas", en: "Which figures go together" }),
      sentence: say(locale, {
        es: `Lo que más va junto es ${lower(strongest.one)} y ${lower(strongest.other)} (r = ${decimal(locale, strongest.r)}). Cada par cuenta solo las películas con ambas cifras: de ${filmCount(locale, total)}, el que menos tiene, ${lower(fewest.one)} y ${lower(fewest.other)}, ${number(locale, fewest.films)}. De votos, popularidad y dinero se comparan los logaritmos.`,
        en: `What goes together most is ${lower(strongest.one)} and ${lower(strongest.other)} (r = ${decimal(locale, strongest.r)}). Each pair counts only films of which both are known: of ${filmCount(locale, total)}, the one with fewest, ${lower(fewest.one)} and ${lower(fewest.other)}, has ${number(locale, fewest.films)}. Of votes, popularity and money the logarithms are compared.`,
      }),
      columns: [
        { name: say(locale, { es: "Una", en: "One" }), kind: "text" },
        { name: say(locale, { es: "Otra", en: "Other" }), kind: "text" },
        { name: "r", kind: "correlation" },
        { name: say(locale, { es: "Películas con ambas", en: "Films with both" }), kind: "count" },
        { name: say(locale, { es: "Sin alguna", en: "Lacking one" }), kind: "count" },
      ],
      rows: all.map(({ one, other, r, films }) => [name(one), name(other), r, films, total - films]),
      drawing: {
        kind: "plot",
        spec: tiles(CORRELATED.flatMap((one) => all.filter((pair) => pair.one === one).map(tile))),
      },
      asks: ["/grafico correlaciones"],
    };
  },
};
