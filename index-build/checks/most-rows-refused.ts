import type { Check } from "./check.js";

/** Rows from which on a share says something. */
const ENOUGH_ROWS = 100;
const FILM_KINDS = new Set(["movies", "starter-films"]);

/** More than half of the films of a file were refused: it is not what its header says. */
export const mostRowsRefused: Check = (_catalog, report) => {
  const bad = report
    .files()
    .find(({ kind, rows, kept }) => FILM_KINDS.has(kind) && rows >= ENOUGH_ROWS && kept * 2 < rows);
  if (bad === undefined) return undefined;
  const refused = bad.rows - bad.kept;
  return {
    es: `De ${bad.rows} películas de ${bad.file}, ${refused} no se pudieron leer.`,
    en: `Of ${bad.rows} films in ${bad.file}, ${refused} could not be read.`,
  };
};
