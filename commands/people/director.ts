import { z } from "zod";
import type { Answer, Line } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { personRef } from "../../src/chat/command/options.js";
import { date } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import {
  type DirectedFilm,
  director as directorOf,
  directorSchema,
} from "../../src/queries/people/director.js";
import { shownTitle } from "../../src/queries/refs/film.js";
import type { PersonRef } from "../../src/queries/refs/person.js";
import { cardOf } from "../shared/card.js";
import { tmdbLink } from "../shared/film-frame.js";
import { forPerson } from "../shared/reference.js";
import { shortFactor } from "../shared/words/figures.js";
import { amountsOf } from "../shared/words/money.js";
import { filmCount, shortHeading } from "../shared/words/wording.js";
import { orderHeading, returnFolds, returnNote } from "./returns.js";

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
      const { person, films } = result;
      const count = filmCount(locale, result.filmCount);
      return {
        status: "ok",
        result,
        answer: {
          kind: "person",
          title: person.name,
          text: say(locale, { es: `Ha dirigido ${count}.`, en: `Directed ${count}.` }),
          ...(films.length === 0
            ? {}
            : {
                list: {
                  heading: orderHeading(locale, NEWEST_FIRST, films),
                  numbered: true,
                  lines: films.map((film) => line(locale, film)),
                },
              }),
          ...returnFolds(
            locale,
            result,
            films.flatMap((film) => moneyLine(locale, film) ?? []),
          ),
          ...returnNote(locale, result),
          ...alsoActed(locale, person, catalog.people.acted.size(row)),
          ...tmdbLink(locale, "person", person.id),
          notice: true,
        },
      };
    });
  },
});

const NEWEST_FIRST = { es: "De la más reciente a la más antigua", en: "Newest first" };

function line(locale: Locale, { film, return: factor }: DirectedFilm): Line {
  return {
    head: shortHeading(locale, film),
    ...(factor === null ? {} : { details: [shortFactor(locale, factor)] }),
    asks: cardOf(film),
  };
}

/** When it came out, what it cost and made; undefined where neither amount is known. */
function moneyLine(locale: Locale, film: DirectedFilm): Line | undefined {
  const told = amountsOf(locale, film);
  if (told.length === 0) return undefined;
  const released = film.releaseDate === null ? [] : date(locale, film.releaseDate);
  return {
    head: shownTitle(film.film, locale.tag),
    details: [released, told].flat(),
    asks: cardOf(film.film),
  };
}

function alsoActed(locale: Locale, { id }: PersonRef, acted: number): Pick<Answer, "follow"> {
  if (acted === 0) return {};
  const label = say(locale, { es: "Donde actúa", en: "As actor" });
  return { follow: [{ label, command: "actor", options: { nombre: `person:${id}` } }] };
}
