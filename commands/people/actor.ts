import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { personRef } from "../../src/chat/command/options.js";
import { decimal } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Actor, actor as actorOf, actorSchema } from "../../src/queries/people/actor.js";
import { cardOf } from "../shared/card.js";
import { forPerson } from "../shared/reference.js";
import { doubtfulNote, filmCount, returnFields, shortHeading } from "../shared/wording.js";

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
      return {
        status: "ok",
        result,
        answer: {
          kind: "person",
          title: result.person.name,
          text: introduction(locale, result),
          fields: returnFields(locale, result),
          list: {
            lines: result.films.map(({ film, voteAverage }) => ({
              head: shortHeading(locale, film),
              asks: cardOf(film),
              ...(voteAverage === null ? {} : { details: [decimal(locale, voteAverage, 1)] }),
            })),
          },
          footer: doubtfulNote(locale, result),
        },
      };
    });
  },
});

function introduction(locale: Locale, { filmCount: films, directedExcluded }: Actor): string {
  const counted = filmCount(locale, films);
  const excluded = filmCount(locale, directedExcluded);
  const acted = say(locale, { es: `${counted} como intérprete`, en: `${counted} as an actor` });
  if (directedExcluded === 0) return `${acted}.`;
  return say(locale, {
    es: `${acted}, sin contar ${excluded} que también dirigió.`,
    en: `${acted}, not counting ${excluded} also directed by the same person.`,
  });
}
