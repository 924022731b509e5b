import type { Gate } from "./gate.js";

/** Share of the films that may be missing at most. */
const MOST_LOST = 0.05;

/** A feed that broke off must not take the place of a whole one. */
export const shrunken: Gate = ({ catalog }, before) => {
  const films = catalog.films.rowCount;
  const had = before?.catalog.films.rowCount ?? 0;
  if (films > 0 && films > had * (1 - MOST_LOST)) return undefined;
  return {
    es: `Tiene ${films} películas, y la versión en uso ${had}`,
    en: `It has ${films} films, and the version in use ${had}`,
  };
};
