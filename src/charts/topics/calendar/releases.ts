/** Films by year of release. */

import { number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { countByYear } from "../../../queries/counts/by-year.js";
import { years } from "../../specs/years.js";
import type { Topic } from "../../topic.js";
import { filmCount, ofThese, titled } from "../../words.js";

export const releases: Topic = {
  name: "estrenos",
  summary: { es: "Películas por año de estreno", en: "Films by year of release" },
  filtered: true,
  async chart(charting) {
    const { catalog, locale, filter } = charting;
    const { years: counted, total, undated } = await countByYear(catalog, filter);
    const [first, last] = [counted[0], counted.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
    const dated = filmCount(locale, total - undated);
    const missing = say(locale, {
      es: undated > 0 ? ` De ${number(locale, undated)} no se sabe el año.` : "",
      en: undated > 0 ? ` The year of ${number(locale, undated)} is not known.` : "",
    });
    const span = say(locale, {
      es: first.year === last.year ? `en ${first.year}` : `de ${first.year} a ${last.year}`,
      en: first.year === last.year ? `in ${first.year}` : `from ${first.year} to ${last.year}`,
    });
    const what = ofThese(charting);
    return {
      topic: "estrenos",
      title: titled(say(locale, { es: "Estrenos por año", en: "Releases by year" }), charting),
      sentence: say(locale, {
        es: `${what}${dated} ${span}; el año con más estrenos es ${most.year}, con ${number(locale, most.count)}.${missing}`,
        en: `${what}${dated} ${span}; the year with most releases is ${most.year}, with ${number(locale, most.count)}.${missing}`,
      }),
      columns: [
        { name: say(locale, { es: "Año", en: "Year" }), kind: "year" },
        { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
      ],
      rows: counted.map(({ year, count }) => [year, count]),
      drawing: {
        kind: "plot",
        spec: years(
          counted.map(({ year, count }) => ({ year, value: count })),
          say(locale, { es: "películas", en: "films" }),
          locale.language,
        ),
      },
      asks: [`/descubrir desde=${most.year} hasta=${most.year}`],
    };
  },
};
