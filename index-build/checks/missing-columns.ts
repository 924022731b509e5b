import type { Check } from "./check.js";

/** A file of a known kind lacks a column: building without it would lose what it told until now. */
export const missingColumns: Check = (_catalog, report) => {
  const [entry] = report.entries("missing-column");
  if (entry === undefined) return undefined;
  return {
    es: `A ${entry.file} le falta la columna ${entry.column} (parece un archivo de tipo ${entry.detail}).`,
    en: `${entry.file} lacks the column ${entry.column} (it looks like a file of kind ${entry.detail}).`,
  };
};
