import type { Check } from "./check.js";

/** No film has a release date although there were cells for it: they hold something else. */
export const nothingDated: Check = ({ films }, report) => {
  if (
    report.count("bad-date") === 0 ||
    [...films.values()].some(({ releaseDate }) => releaseDate !== undefined)
  )
    return undefined;
  return {
    es: "Ninguna película tiene fecha de estreno: ¿están las fechas como AAAA-MM-DD?",
    en: "No film has a release date: are the dates written as YYYY-MM-DD?",
  };
};
