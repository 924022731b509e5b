import type { Answer } from "../../src/chat/answer/schema.js";
import { count, decimal, number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Votes, votes, votesSchema } from "../../src/queries/film/ratings.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { heading, votesOf } from "../shared/words/wording.js";

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
    ...told(locale, result),
  }),
});

/** Votes from which on an average needs no warning. */
const MANY_VOTES = 2_000;

/** The average where enough voted, and else why none is given. */
function told(locale: Locale, result: Votes): Pick<Answer, "text" | "fields"> {
  const { voteCount, votesYear, voteAverage, minimum } = result;
  if (voteCount === null) {
    return {
      text: say(locale, {
        es: "Aún no tengo los votos de esta película.",
        en: "I have no votes for this film yet.",
      }),
    };
  }
  if (voteCount < minimum) return { text: tooFew(locale, result) };
  const count = {
    name: say(locale, { es: "Votos", en: "Votes" }),
    value: votesOf(locale, voteCount, votesYear),
  };
  if (voteAverage === null) return { fields: [count] };
  const name = say(locale, { es: "Nota media", en: "Average vote", es419: "Calificación promedio" });
  const average = decimal(locale, voteAverage, 1);
  if (voteCount >= MANY_VOTES) return { fields: [count, { name, value: average }] };
  const votes = number(locale, voteCount);
  const value = say(locale, {
    es: `${average} (solo ${votes} votos)`,
    en: `${average}, from only ${votes} votes`,
  });
  return { fields: [{ name, value }] };
}

function tooFew(locale: Locale, { voteCount, votesYear, minimum }: Votes): string {
  const [votes, least] = [count(locale, voteCount ?? 0, VOTES), number(locale, minimum)];
  const year =
    votesYear === null || voteCount === 0
      ? { es: "", en: "" }
      : { es: ` de ${votesYear}`, en: ` as of ${votesYear}` };
  return say(locale, {
    es: `Con ${votes}${year.es} no llega al mínimo de ${least}: no se da la nota.`,
    en: `With ${votes}${year.en} it is below the minimum of ${least}: no average is given.`,
  });
}

const VOTES = { es: { one: "voto", other: "votos" }, en: { one: "vote", other: "votes" } };
