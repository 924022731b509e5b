/** What films cost against what they brought in. */
import { number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { boxOffice } from "../../../queries/counts/box-office.js";
import { logBins } from "../../specs/log-bins.js";
import type { Topic } from "../../topic.js";
import { filmCount, share, shortDollars } from "../../words.js";

export const boxOfficeTopic: Topic = {
  name: "taquilla",
  summary: { es: "Presupuesto frente a recaudación", en: "Budget against revenue" },
  filtered: false,
  async chart({ catalog, locale }) {
    const { squares, bands, known, earnedBack, doubtful } = await boxOffice(catalog);
    if (known === 0) return undefined;
    const band = ({ from, to }: { from: number; to: number }) =>
      to === Number.POSITIVE_INFINITY
        ? say(locale, {
            es: `${shortDollars(locale, from)} o más`,
            en: `${shortDollars(locale, from)} or more`,
          })
        : `${shortDollars(locale, from)} – ${shortDollars(locale, to)}`;
    const missing = catalog.films.rowCount - known - doubtful;
    return {
      topic: "taquilla",
      title: say(locale, { es: "Presupuesto frente a recaudación", en: "Budget against revenue" }),
      sentence: say(locale, {
        es: `De ${filmCount(locale, known)} con las dos cifras, ${number(locale, earnedBack)} (${share(locale, earnedBack, known)}) recaudaron más de lo que costaron. Fuera quedan ${number(locale, missing)} a las que les falta alguna y ${number(locale, doubtful)} dudosas.`,
        en: `Of ${filmCount(locale, known)} with both figures, ${number(locale, earnedBack)} (${share(locale, earnedBack, known)}) made more than they cost. Left out: ${number(locale, missing)} that lack one, and ${number(locale, doubtful)} doubtful ones.`,
      }),
      columns: [
        { name: say(locale, { es: "Presupuesto", en: "Budget" }), kind: "text" },
        { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
        { name: say(locale, { es: "Recaudación mediana", en: "Median revenue" }), kind: "dollars" },
        { name: say(locale, { es: "Recuperaron", en: "Earned back" }), kind: "count" },
        { name: say(locale, { es: "Parte", en: "Share" }), kind: "share" },
      ],
      rows: bands.map(({ from, to, count, medianRevenue, earnedBack: back }) => [
        band({ from, to }),
        count,
        medianRevenue,
        back,
        back / count,
      ]),
      drawing: {
        kind: "plot",
        spec: logBins({
          language: locale.language,
          bins: squares.map(({ budget, revenue, count }) => ({
            fromX: budget[0] / 1e6,
            toX: budget[1] / 1e6,
            fromY: revenue[0] / 1e6,
            toY: revenue[1] / 1e6,
            count,
          })),
          x: say(locale, { es: "presupuesto, millones de US$", en: "budget, millions of US$" }),
          y: say(locale, { es: "recaudación, millones de US$", en: "revenue, millions of US$" }),
          same: say(locale, { es: "recauda lo que costó", en: "made what it cost" }),
        }),
      },
      asks: ["/descubrir orden=retorno", "/retorno titanic"],
    };
  },
};
