import type { Check } from "./check.js";

/** No films, or fewer than wanted: a feed that broke off must not take the place of a whole one. */
export const tooFewFilms: Check = (catalog, _report, { minFilms }) => {
  const count = catalog.films.size;
  if (count === 0) {
    return {
      es: "Las fuentes no contienen ninguna película: falta el archivo de películas (movies_metadata.csv o films-*.json).",
      en: "The sources hold no film: the films file (movies_metadata.csv or films-*.json) is missing.",
    };
  }
  if (count >= minFilms) return undefined;
  return {
    es: `Películas en las fuentes: ${count}; se pidieron al menos ${minFilms}.`,
    en: `Films in the sources: ${count}; at least ${minFilms} were asked for.`,
  };
};
