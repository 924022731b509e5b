import { date, decimal } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { score as scoreOf, scoreSchema } from "../../src/queries/film/ratings.js";
import { filmCommand, THE_FILM } from "../shared/film-command.js";
import { averageOrUnknown, heading, unknown } from "../shared/wording.js";

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
  answer: ({ locale }, { film, popularity, voteAverage, asOf }) => {
    return {
      kind: "film",
      title: heading(locale, film),
      fields: [
        {
          name: say(locale, { es: "Popularidad", en: "Popularity" }),
          value: popularity === null ? unknown(locale) : decimal(locale, popularity),
        },
        {
          name: say(locale, { es: "Nota media", en: "Average vote" }),
          value: averageOrUnknown(locale, voteAverage),
        },
      ],
      ...(asOf === null ? {} : { footer: popularityNote(locale, asOf) }),
    };
  },
});

/** Popularity is of a day: it says which. */
function popularityNote(locale: Locale, asOf: string): string {
  const day = date(locale, asOf);
  return say(locale, { es: `Popularidad en TMDB, datos del ${day}`, en: `TMDB popularity, data of ${day}` });
}
