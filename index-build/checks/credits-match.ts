import type { Check } from "./check.js";

/** There are credits, and none of them is of a film: the files are not of one dataset. */
export const creditsMatch: Check = ({ films }, report) => {
  const rows = report
    .files()
    .filter(({ kind }) => kind === "credits")
    .reduce((sum, { kept }) => sum + kept, 0);
  if (films.size === 0 || rows === 0 || report.count("credits-without-film") < rows) return undefined;
  return {
    es: `Ninguna de las ${rows} filas de reparto corresponde a una película: los archivos no son del mismo conjunto.`,
    en: `None of the ${rows} credits rows belongs to a film: the files are not of one dataset.`,
  };
};
