/** What the films of a franchise brought in. */
import { number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import type { Collection } from "../../../queries/people/collection.js";
import { shownTitle } from "../../../queries/refs/film.js";
import type { Chart } from "../../chart.js";
import { bars } from "../../specs/bars.js";
import { drawable } from "../../specs/shortened.js";
import type { Charting } from "../../topic.js";
import { filmCount, shortDollars } from "../../words.js";

/** More films than these make a picture that nobody reads on a phone; the table has them all. */
const SHOWN = 30;

/** @param name as the reader knows the franchise */
export function franchiseChart(
  { locale }: Charting,
  collection: Collection,
  name: string,
): Chart | undefined {
  const { universe } = collection;
  const films = collection.films.length > 0 ? collection.films : (universe?.films ?? []);
  const known = films.filter(({ revenue }) => revenue !== null);
  const best = known.toSorted((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0))[0];
  if (films.length === 0) return undefined;
  const title = ({ film }: (typeof films)[number]) => drawable(shownTitle(film, locale.tag));
  const total = known.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0);
  const money =
    best === undefined
      ? say(locale, { es: "De ninguna se conoce la recaudación.", en: "The revenue of none is known." })
      : say(locale, {
          es: `Las ${number(locale, known.length)} con cifra recaudaron ${shortDollars(locale, total)} en total; la que más, ${title(best)}, ${shortDollars(locale, best.revenue ?? 0)}.`,
          en: `The ${number(locale, known.length)} with a figure made ${shortDollars(locale, total)} in all; most of all ${title(best)}, ${shortDollars(locale, best.revenue ?? 0)}.`,
        });
  const cut =
    films.length > SHOWN
      ? say(locale, { es: ` Se ven las primeras ${SHOWN}.`, en: ` Shown are the first ${SHOWN}.` })
      : "";
  return {
    topic: "franquicia",
    title: say(locale, { es: `${name}: recaudación`, en: `${name}: revenue` }),
    sentence: `${filmCount(locale, films.length)}. ${money}${cut}`,
    columns: [
      { name: say(locale, { es: "Película", en: "Film" }), kind: "text" },
      { name: say(locale, { es: "Año", en: "Year" }), kind: "year" },
      { name: say(locale, { es: "Recaudación", en: "Revenue" }), kind: "dollars" },
      { name: say(locale, { es: "Presupuesto", en: "Budget" }), kind: "dollars" },
    ],
    rows: films.map((one) => [title(one), one.film.year, one.revenue, one.budget]),
    drawing: {
      kind: "plot",
      spec: bars(
        films.slice(0, SHOWN).map((one) => ({
          label: `${one.film.year ?? "–"} ${title(one)}`,
          value: one.revenue ?? 0,
          text:
            one.revenue === null
              ? say(locale, { es: "sin dato", en: "not known" })
              : shortDollars(locale, one.revenue),
        })),
      ),
    },
    asks: [`/franquicia ${name}`],
  };
}
