/** Why what somebody sent is not read at all, in a sentence that says what to do. */
import type { Words } from "../words.js";

export const REFUSALS = {
  empty: {
    es: "El archivo está vacío: no trae ninguna película.",
    en: "The file is empty: there is no film in it.",
  },
  "too-large": {
    es: "El archivo es demasiado grande: se leen hasta 16 MB.",
    en: "The file is too large: up to 16 MB are read.",
  },
  "expands-too-far": {
    es: "El ZIP ocupa demasiado al descomprimirlo. Envía solo ratings.csv, watched.csv o watchlist.csv.",
    en: "The ZIP takes too much room when unpacked. Send only ratings.csv, watched.csv or watchlist.csv.",
  },
  "too-many-files": {
    es: "El ZIP tiene demasiados archivos. Envía solo ratings.csv, watched.csv o watchlist.csv.",
    en: "The ZIP has too many files. Send only ratings.csv, watched.csv or watchlist.csv.",
  },
  damaged: {
    es: "El ZIP está dañado o incompleto: descárgalo otra vez.",
    en: "The ZIP is damaged or incomplete: download it again.",
  },
  locked: {
    es: "El ZIP tiene contraseña: envíalo sin ella.",
    en: "The ZIP has a password: send it without one.",
  },
  "no-lists": {
    es: "En el ZIP no hay ninguna lista de Letterboxd ni de IMDb.",
    en: "There is no list of Letterboxd's or IMDb's in the ZIP.",
  },
  "web-page": {
    es: "Eso es una página web, no la lista: descarga el CSV o el ZIP y envíalo.",
    en: "That is a web page, not the list: download the CSV or the ZIP and send that.",
  },
  "not-text": {
    es: "Eso no es un CSV ni un ZIP.",
    en: "That is neither a CSV nor a ZIP.",
  },
  "unknown-columns": {
    es: "No reconozco las columnas de ese CSV: leo los que exportan Letterboxd e IMDb.",
    en: "I do not know the columns of that CSV: I read those that Letterboxd and IMDb export.",
  },
  "which-list": {
    es: "Letterboxd da las mismas columnas a lo visto y a lo pendiente: deja el nombre watched.csv o watchlist.csv.",
    en: "Letterboxd gives the same columns to what was watched and to the watchlist: keep the name watched.csv or watchlist.csv.",
  },
} as const satisfies Record<string, Words>;

export type RefusalCode = keyof typeof REFUSALS;

/** The file is not read; nothing of it is kept. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
  readonly words: Words;

  constructor(
    readonly code: RefusalCode,
    options?: ErrorOptions,
  ) {
    super(REFUSALS[code].en, options);
    this.words = REFUSALS[code];
  }
}
