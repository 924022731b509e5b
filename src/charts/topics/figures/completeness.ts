/** How complete the catalogue is. */
import { percent } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { completeness, type FilmFact } from "../../../queries/counts/completeness.js";
import type { Words } from "../../../words.js";
import { bars } from "../../specs/bars.js";
import type { Topic } from "../../topic.js";
import { filmCount, share } from "../../words.js";

const NAMES: Readonly<Record<FilmFact, Words>> = {
  releaseDate: { es: "Año de estreno", en: "Year of release" },
  day: { es: "Día de estreno", en: "Day of release" },
  runtime: { es: "Duración", en: "Runtime" },
  genres: { es: "Géneros", en: "Genres" },
  countries: { es: "Países", en: "Countries" },
  originalLanguage: { es: "Idioma original", en: "Original language" },
  directors: { es: "Dirección", en: "Directors" },
  cast: { es: "Reparto", en: "Cast" },
  overview: { es: "Argumento (inglés)", en: "Plot (English)" },
  synopsis: { es: "Argumento (español)", en: "Plot (Spanish)" },
  poster: { es: "Cartel", en: "Poster" },
  titleEs: { es: "Título en español", en: "Spanish title" },
  keywords: { es: "Temas", en: "Themes" },
  companies: { es: "Productoras", en: "Companies" },
  collection: { es: "Saga", en: "Franchise" },
  votes: { es: "Votos", en: "Votes" },
  voteAverage: { es: "Nota media", en: "Average vote" },
  budget: { es: "Presupuesto", en: "Budget" },
  revenue: { es: "Recaudación", en: "Revenue" },
  imdb: { es: "Número de IMDb", en: "IMDb number" },
};

/** Belonging to a franchise is no fact that a film lacks. */
const NOT_LACKED: ReadonlySet<FilmFact> = new Set<FilmFact>(["collection"]);

export const completenessTopic: Topic = {
  name: "completitud",
  summary: { es: "De cuántas películas se sabe cada dato", en: "Of how many films each fact is known" },
  filtered: false,
  async chart({ catalog, locale }) {
    const { filmCount: all, facts } = await completeness(catalog);
    if (all === 0) return undefined;
    const rarest = facts.findLast(({ fact }) => !NOT_LACKED.has(fact));
    const whole = facts.filter(({ known }) => known === all).length;
    if (rarest === undefined) return undefined;
    const everywhere = say(locale, {
      es: whole === 0 ? "ningún dato está en todas" : `${whole} de ${facts.length} datos están en todas`,
      en: whole === 0 ? "no fact is known of all" : `${whole} of ${facts.length} facts are known of all`,
    });
    const rare = say(locale, NAMES[rarest.fact]).toLocaleLowerCase(locale.tag);
    return {
      topic: "completitud",
      title: say(locale, { es: "Qué se sabe de las películas", en: "What is known of the films" }),
      sentence: say(locale, {
        es: `De ${filmCount(locale, all)}, ${everywhere}; lo que más falta es ${rare}: se sabe de ${filmCount(locale, rarest.known)} (${share(locale, rarest.known, all)}).`,
        en: `Of ${filmCount(locale, all)}, ${everywhere}; what is missing most is ${rare}: known of ${filmCount(locale, rarest.known)} (${share(locale, rarest.known, all)}).`,
      }),
      columns: [
        { name: say(locale, { es: "Dato", en: "Fact" }), kind: "text" },
        { name: say(locale, { es: "Se sabe de", en: "Known of" }), kind: "count" },
        { name: say(locale, { es: "Falta en", en: "Missing of" }), kind: "count" },
        { name: say(locale, { es: "Parte", en: "Share" }), kind: "share" },
      ],
      rows: facts.map(({ fact, known }) => [say(locale, NAMES[fact]), known, all - known, known / all]),
      drawing: {
        kind: "plot",
        spec: bars(
          facts.map(({ fact, known }) => ({
            label: say(locale, NAMES[fact]),
            value: known / all,
            text:
              known > 0 && known / all < 0.01
                ? share(locale, known, all)
                : percent(locale, Math.floor((known / all) * 100) / 100),
          })),
          { most: 1 },
        ),
      },
      asks: ["/datos"],
    };
  },
};
