/** A person's films over time, with their return. */

import type { PersonRow } from "../../../catalog/rows.js";
import { decimal, number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { personFilms } from "../../../queries/counts/person.js";
import { shownTitle } from "../../../queries/refs/film.js";
import type { Chart } from "../../chart.js";
import { drawable } from "../../specs/shortened.js";
import { timeline } from "../../specs/timeline.js";
import type { Charting } from "../../topic.js";
import { filmCount } from "../../words.js";

export function personChart({ catalog, locale }: Charting, row: PersonRow): Chart | undefined {
  const { person, films } = personFilms(catalog, row);
  if (films.length === 0) return undefined;
  const known = films.flatMap(({ film, return: factor, doubtful, ...rest }) =>
    factor === null || film.year === null || doubtful ? [] : [{ film, factor, year: film.year, ...rest }],
  );
  const best = known.toSorted((a, b) => b.factor - a.factor);
  const title = (film: (typeof known)[number]["film"]) => drawable(shownTitle(film, locale.tag));
  const roles = {
    acted: say(locale, { es: "actúa", en: "acts" }),
    directed: say(locale, { es: "dirige", en: "directs" }),
  };
  const [first] = best;
  const back = known.filter(({ factor }) => factor > 1).length;
  const returns =
    first === undefined
      ? say(locale, {
          es: "De ninguna se conocen presupuesto y recaudación.",
          en: "Budget and revenue are known of none.",
        })
      : say(locale, {
          es: `De ${number(locale, known.length)} se conoce el retorno: ${back === 0 ? "ninguna recaudó más de lo que costó" : `${number(locale, back)} recaudaron más de lo que costaron`}; la que más, ${title(first.film)} (${first.year}), ${decimal(locale, first.factor)}×.`,
          en: `The return of ${number(locale, known.length)} is known: ${back === 0 ? "none" : number(locale, back)} made more than they cost; most of all ${title(first.film)} (${first.year}), ${decimal(locale, first.factor)}×.`,
        });
  const shown = [...new Set(known.map(({ role }) => roles[role]))];
  return {
    topic: "persona",
    title: say(locale, {
      es: `Películas de ${drawable(person.name)} y su retorno`,
      en: `Films of ${drawable(person.name)} and their return`,
    }),
    sentence: `${filmCount(locale, films.length)}. ${returns}`,
    columns: [
      { name: say(locale, { es: "Año", en: "Year" }), kind: "year" },
      { name: say(locale, { es: "Película", en: "Film" }), kind: "text" },
      { name: say(locale, { es: "Papel", en: "Role" }), kind: "text" },
      { name: say(locale, { es: "Retorno", en: "Return" }), kind: "factor" },
    ],
    rows: films.map(({ film, role, return: factor }) => [film.year, title(film), roles[role], factor]),
    drawing: {
      kind: "plot",
      spec:
        known.length === 0
          ? timeline({ language: locale.language, moments: [], series: [], y: "" })
          : timeline({
              language: locale.language,
              series: shown,
              y: say(locale, { es: "retorno (veces lo que costó)", en: "return (times its cost)" }),
              line: { at: 1, name: say(locale, { es: "lo que costó", en: "its cost" }) },
              moments: known.map(({ film, factor, year, role }) => ({
                year,
                value: factor,
                series: roles[role],
                name: title(film),
              })),
            }),
    },
    asks: [`/actor ${person.name}`, `/director ${person.name}`],
  };
}
