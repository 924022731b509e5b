import type { Field } from "../../src/chat/answer/schema.js";
import { number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Votes, votes, votesSchema } from "../../src/queries/film/ratings.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { averageOrUnknown, heading, unknown, votesOf } from "../shared/wording.js";

export const votos = filmCommand({
  names: { es: "votos", en: "votes" },
  synonyms: {
    es: [
      "voto",
      "votacion",
      "votaciones",
      "nota",
      "notas",
      "puntaje",
      "puntuacion",
      "valoracion",
      "calificacion",
      "critica",
      "criticas",
    ],
    en: ["vote", "rating", "ratings"],
  },
  summary: { es: "Votos de una película y su nota media", en: "A film's votes and their average" },
  phrases: {
    es: [
      `cuántos votos (tiene|tuvo|recibió) ${THE_FILM.es}`,
      `qué (nota|puntuación|calificación) tiene ${THE_FILM.es}`,
    ],
    en: [
      `how many votes (does|did|has) ${THE_FILM.en} (have|get|got)`,
      `how many votes (does|did|has) ${THE_FILM.en}`,
    ],
  },
  result: votesSchema,
  label: { es: "Votos de {titulo}", en: "Votes of {titulo}" },
  examples: ["votos titanic", "votos cinderella"],
  query: ({ catalog, settings }, row) => votes(catalog, row, settings.minimumVotes),
  answer: ({ locale }, result) => ({
    kind: "film",
    title: heading(locale, result.film),
    ...caveat(locale, result),
    fields: fields(locale, result),
  }),
});

/** Why no average is given. */
function caveat(locale: Locale, { voteCount, minimum }: Votes): { text?: string } {
  if (voteCount === null) {
    const words = {
      es: "Los datos no traen los votos de esta película.",
      en: "The data does not tell this film's votes.",
    };
    return { text: say(locale, words) };
  }
  if (voteCount >= minimum) return {};
  const votesNeeded = number(locale, minimum);
  const words = {
    es: `Con menos de ${votesNeeded} votos no se da la nota media.`,
    en: `No average is given below ${votesNeeded} votes.`,
  };
  return { text: say(locale, words) };
}

function fields(locale: Locale, { voteCount, votesYear, voteAverage, minimum }: Votes): Field[] {
  const known = voteCount === null ? unknown(locale) : votesOf(locale, voteCount, votesYear);
  const count = { name: say(locale, { es: "Votos", en: "Votes" }), value: known };
  if (voteCount === null || voteCount < minimum) return [count];
  const average = say(locale, { es: "Nota media", en: "Average vote" });
  return [count, { name: average, value: averageOrUnknown(locale, voteAverage) }];
}
