import { z } from "zod";
import type { Answer, Line } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { personRef } from "../../src/chat/command/options.js";
import { number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Actor, actor as actorOf, actorSchema } from "../../src/queries/people/actor.js";
import type { PersonRef } from "../../src/queries/refs/person.js";
import { cardOf } from "../shared/card.js";
import { tmdbLink } from "../shared/film-frame.js";
import { forPerson } from "../shared/reference.js";
import { shortFactor, stars } from "../shared/words/figures.js";
import { filmCount, shortHeading } from "../shared/words/wording.js";
import { orderHeading, returnFolds, returnNote } from "./returns.js";

export const actor = defineCommand({
  names: { es: "actor", en: "actor" },
  synonyms: {
    es: ["actriz", "actores", "actrices", "interprete", "interpretes"],
    en: ["actress", "actors", "actresses"],
  },
  summary: { es: "Películas de un actor o una actriz y su retorno", en: "An actor's films and their return" },
  phrases: {
    es: [
      "[en] [qué] (películas|pelis) (con|hizo|sale|actúa|actuó|donde sale|donde actúa) {nombre}",
      "en qué [ha] (sale|actúa|actuó|actuado|salido) {nombre}",
    ],
    en: ["[what|which] (films|movies) (with|starring|featuring|has) {nombre}"],
  },
  options: z.strictObject({ nombre: personRef("actor") }),
  result: actorSchema,
  positional: ["nombre"],
  label: { es: "Películas con {nombre}", en: "Films with {nombre}" },
  examples: ["actor tom hanks", "actor penelope cruz"],
  run(context) {
    return forPerson(context, "actor", "nombre", (row) => {
      const { catalog, locale } = context;
      const result = actorOf(catalog, row);
      const { person, films } = result;
      return {
        status: "ok",
        result,
        answer: {
          kind: "person",
          title: person.name,
          text: introduction(locale, result),
          ...(films.length === 0
            ? {}
            : {
                list: {
                  heading: orderHeading(locale, BEST_FIRST, films),
                  numbered: true,
                  lines: films.map((film) => line(locale, film)),
                },
              }),
          ...returnFolds(locale, result, []),
          ...returnNote(locale, result),
          ...alsoDirected(locale, person, catalog.people.directed.size(row)),
          ...tmdbLink(locale, "person", person.id),
          notice: true,
        },
      };
    });
  },
});

function introduction(locale: Locale, { filmCount: others, directedExcluded: both }: Actor): string {
  const films = filmCount(locale, others + both);
  const acted = { es: `Ha actuado en ${films}`, en: `Acted in ${films}` };
  if (both === 0) return say(locale, { es: `${acted.es}.`, en: `${acted.en}.` });
  const some = both === 1 ? { es: "una", en: "one" } : { es: number(locale, both), en: number(locale, both) };
  const directed = others === 0 ? { es: "todas", en: "all" } : some;
  return say(locale, {
    es: `${acted.es} (en ${directed.es} también dirigió).`,
    en: `${acted.en} (${directed.en} of them as director too).`,
  });
}

const BEST_FIRST = { es: "Las mejor valoradas primero", en: "Best rated first" };

function line(locale: Locale, { film, voteAverage, return: factor }: Actor["films"][number]): Line {
  const rated = voteAverage === null ? [] : stars(locale, voteAverage, null);
  const details = [rated, factor === null ? [] : shortFactor(locale, factor)].flat();
  return {
    head: shortHeading(locale, film),
    ...(details.length === 0 ? {} : { details }),
    asks: cardOf(film),
  };
}

function alsoDirected(locale: Locale, { id }: PersonRef, directed: number): Pick<Answer, "follow"> {
  if (directed === 0) return {};
  const label = say(locale, { es: "Lo que dirigió", en: "As director" });
  return { follow: [{ label, command: "director", options: { nombre: `person:${id}` } }] };
}
