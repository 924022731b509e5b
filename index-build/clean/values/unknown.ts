/** Words that programs and people write where nothing is known. */

/** No film, person or place is written so. */
const NEVER_NAMES = [
  "",
  "nan",
  "NaN",
  "null",
  "none",
  "n/a",
  "\\N",
  "<NA>",
  "NaT",
  "(null)",
  "[null]",
  "(none)",
  "#N/A",
  "#N/D",
  "#NULL!",
  "#VALUE!",
  "#¡VALOR!",
  "#REF!",
  "#¡REF!",
  "#DIV/0!",
  "#NAME?",
  "#NUM!",
];

/** So a film may be called ("None", "N/A", "Null"): what a title is, the rest of the file tells. */
const SOMETIMES_NAMES = ["NULL", "Null", "Nan", "NAN", "NA", "None", "NONE", "N/A", "N/D", "-", "--", "?"];

/** Said of a person or country that is not known; films are called "Unknown" as well. */
const NOBODY = [
  "Not Given",
  "not given",
  "Unknown",
  "unknown",
  "Not Available",
  "not available",
  "No Data",
  "no data",
  "Missing",
  "Desconocido",
  "desconocido",
  "Desconocida",
  "desconocida",
  "Sin datos",
  "sin datos",
  "Sin dato",
  "sin dato",
  "No disponible",
  "no disponible",
  "Sin especificar",
  "sin especificar",
];

const SURE: ReadonlySet<string> = new Set(NEVER_NAMES);
const LIKELY: ReadonlySet<string> = new Set([...NEVER_NAMES, ...SOMETIMES_NAMES]);
const NAMELESS: ReadonlySet<string> = new Set([...LIKELY, ...NOBODY]);

/** The longest of them; most cells are told by their length. */
const LONGEST = Math.max(...[...NAMELESS].map(({ length }) => length));

/** Whether a cell that is no title says that it holds nothing. */
export function isUnknown(cell: string): boolean {
  return cell.length <= LONGEST && LIKELY.has(cell.trim());
}

/** Whether one of a list of names is nobody's. */
export function isNobody(name: string): boolean {
  return name.length <= LONGEST && NAMELESS.has(name.trim());
}

/** Whether a title can be none, whatever the rest of the file says. */
export function isNeverTitle(cell: string): boolean {
  return cell.length <= LONGEST && SURE.has(cell.trim());
}
