import { z } from "zod";
import type { Line } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { personRef } from "../../src/chat/command/options.js";
import { date, money } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import {
  type DirectedFilm,
  director as directorOf,
  directorSchema,
} from "../../src/queries/people/director.js";
import { shownTitle } from "../../src/queries/refs/film.js";
import { cardOf } from "../shared/card.js";
import { forPerson } from "../shared/reference.js";
import { doubtfulNote, filmCount, returnFactor, returnFields } from "../shared/wording.js";

export const director = defineCommand({
  names: { es: "director", en: "director" },
  synonyms: {
    es: ["directora", "directores", "directoras", "realizador", "realizadora", "cineasta"],
    en: ["directors", "filmmaker"],
  },
  summary: {
    es: "Películas de un director o una directora, con lo que costaron y ganaron",
    en: "A director's films, with what they cost and gained",
  },
  phrases: {
    es: [
      "[qué] (películas|pelis) [ha] (dirigidas por|dirigió|dirigido) [por] {nombre}",
      "qué [ha] (dirigió|dirigido) {nombre}",
    ],
    en: [
      "[what|which] (films|movies) [did|has|were] [directed] by {nombre}",
      "[what|which] (films|movies) (did|has) {nombre} direct[ed]",
    ],
  },
  options: z.strictObject({ nombre: personRef("director") }),
  result: directorSchema,
  positional: ["nombre"],
  label: { es: "Películas dirigidas por {nombre}", en: "Films directed by {nombre}" },
  examples: ["director steven spielberg", "director almodovar"],
  run(context) {
    return forPerson(context, "director", "nombre", (row) => {
      const { catalog, locale } = context;
      const result = directorOf(catalog, row);
      const films = filmCount(locale, result.filmCount);
      return {
        status: "ok",
        result,
        answer: {
          kind: "person",
          title: result.person.name,
          text: say(locale, { es: `${films} en la dirección.`, en: `${films} as a director.` }),
          fields: returnFields(locale, result),
          list: { lines: result.films.map((film) => line(locale, film)) },
          footer: doubtfulNote(locale, result),
        },
      };
    });
  },
});

/** When it came out, what it cost, gained and returned: what is known of these. */
function line(locale: Locale, { film, releaseDate, budget, gain, return: factor }: DirectedFilm): Line {
  const details: string[] = [];
  if (releaseDate !== null) details.push(date(locale, releaseDate));
  else if (film.year !== null) details.push(String(film.year));
  if (budget !== null)
    details.push(`${say(locale, { es: "presupuesto", en: "budget" })} ${money(locale, budget)}`);
  if (gain !== null) {
    const word = gain < 0 ? { es: "pérdida", en: "loss" } : { es: "ganancia", en: "gain" };
    details.push(`${say(locale, word)} ${money(locale, Math.abs(gain))}`);
  }
  if (factor !== null)
    details.push(`${say(locale, { es: "retorno", en: "return" })} ${returnFactor(locale, factor)}`);
  return { head: shownTitle(film, locale.tag), details, asks: cardOf(film) };
}
