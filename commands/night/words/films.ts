/** Films of a night by their ids, as the reader calls them; an index may have lost one since it was proposed. */
import type { Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import { cut } from "../../../src/chat/text.js";
import { filmOfId } from "../../../src/queries/refs/film.js";
import { shortHeading } from "../../shared/words/wording.js";

/** What words need to be put in. */
export type Reading = Pick<Context, "catalog" | "locale">;

/** "Parque Jurásico (1993)". */
export function filmName({ catalog, locale }: Reading, id: number): string {
  const film = filmOfId(catalog, id);
  if (film !== undefined) return shortHeading(locale, film);
  return say(locale, { es: `la película ${id}`, en: `film ${id}` });
}

/** A film is told by its whole name; a button has less room. */
const LABEL = 34;

export function filmLabels(reading: Reading): (film: number) => string {
  return (film) => cut(filmName(reading, film), LABEL);
}
