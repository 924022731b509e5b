import type { Check } from "./check.js";

/** After merging, an id stands for one thing. */
export const duplicateIds: Check = ({ films, platformTitles }) => {
  const wrongFilm = [...films].find(([id, film]) => film.id !== id);
  const seen = new Set<string>();
  const twice = platformTitles.find(({ id }) => seen.size === seen.add(id).size);
  const id = wrongFilm?.[0] ?? twice?.id;
  if (id === undefined) return undefined;
  return {
    es: `El id ${id} quedó repetido después de unir las fuentes.`,
    en: `The id ${id} stands for two things after merging.`,
  };
};
