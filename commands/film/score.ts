import type { Answer } from "../../src/chat/answer/schema.js";
import { date, decimal, number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Score, score as scoreOf, scoreSchema } from "../../src/queries/film/ratings.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { stars } from "../shared/words/figures.js";
import { heading } from "../shared/words/wording.js";

export const score = filmCommand({
  names: { es: "score", en: "score" },
  synonyms: { es: ["popularidad"], en: ["popularity"] },
  summary: { es: "Popularidad de una película", en: "How popular a film is" },
  phrases: {
    es: [`(cómo de|qué|cuán) [tan] (popular|popularidad|conocida) (es|tiene) ${THE_FILM.es}`],
    en: [`how (popular|well known) (is|was) ${THE_FILM.en}`],
  },
  result: scoreSchema,
  label: { es: "Popularidad de {titulo}", en: "Popularity of {titulo}" },
  examples: ["score parque jurasico", "score toy story"],
  query: ({ catalog }, row) => scoreOf(catalog, row),
  answer: ({ locale }, result) => ({
    kind: "film",
    title: heading(locale, result.film),
    ...popularityOf(locale, result),
    ...(result.voteAverage === null ? {} : { glance: [stars(locale, result.voteAverage, result.voteCount)] }),
    ...(result.asOf === null ? {} : { footer: popularityNote(locale, result.asOf) }),
  }),
});

/** "21,95 en TMDB (puesto 312 de 45.787)": alone the figure says nothing. */
function popularityOf(locale: Locale, { popularity, rank, ranked }: Score): Pick<Answer, "text" | "fields"> {
  if (popularity === null || rank === null) {
    const words = {
      es: "No sé cómo de popular es esta película.",
      en: "I don't know how popular this film is.",
    };
    return { text: say(locale, { ...words, es419: "No sé qué tan popular es esta película." }) };
  }
  const [figure, place, all] = [decimal(locale, popularity), number(locale, rank), number(locale, ranked)];
  const value = say(locale, {
    es: `${figure} en TMDB (puesto ${place} de ${all})`,
    en: `${figure} on TMDB (no. ${place} of ${all})`,
  });
  return { fields: [{ name: say(locale, { es: "Popularidad", en: "Popularity" }), value }] };
}

/** Popularity is of a day: it says which. */
function popularityNote(locale: Locale, asOf: string): string {
  const day = date(locale, asOf);
  return say(locale, { es: `Datos del ${day}.`, en: `Data of ${day}.` });
}
