import type { Check } from "./check.js";

/** Rows from which on a share says something. */
const ENOUGH_ROWS = 100;
const FILM_KINDS = new Set(["movies", "starter-films"]);

/** More than half of the films of all files were refused: they are not what their headers say. One bad file stops nothing. */
export const mostRowsRefused: Check = (_catalog, report) => {
  const files = report.files().filter(({ kind }) => FILM_KINDS.has(kind));
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const kept = files.reduce((sum, file) => sum + file.kept, 0);
  if (rows < ENOUGH_ROWS || kept * 2 >= rows) return undefined;
  const names = files.map(({ file }) => file).join(", ");
  return {
    es: `De ${rows} películas de ${names}, ${rows - kept} no se pudieron leer.`,
    en: `Of ${rows} films in ${names}, ${rows - kept} could not be read.`,
  };
};
