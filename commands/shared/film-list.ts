/** Several films in one option: a list of titles, or "matrix + amelie" in one text. */
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Context } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { quoted } from "../../src/chat/text.js";
import { optionName } from "./option-name.js";

/**
 * The films that the texts of an option name, each once. Of namesakes the best known counts.
 * @throws UserError that names the text no film is found for
 */
export function filmList(context: Context, option: string, texts: readonly string[]): FilmRow[] {
  return [...new Set(texts.map((text) => oneFilm(context, option, text)))];
}

/** The films that "a + b" means; undefined where the text is one film's title, as "Romeo + Juliet" is. */
export function filmsTogether(context: Context, option: string, text: string): FilmRow[] | undefined {
  if (!/\s\+\s/u.test(text)) return undefined;
  const whole = context.find.film(text);
  // No title holds a link or an id, so that a text which does lists films.
  if (context.find.linkIn(text) === undefined && whole.kind === "found" && whole.fit === "exact")
    return undefined;
  const films = filmList(context, option, text.split(/\s+\+\s+/u));
  return films.length > 1 ? films : undefined;
}

function oneFilm(context: Context, option: string, text: string): FilmRow {
  const found = context.find.film(text);
  if (found.kind === "found") return found.value;
  if (found.kind === "choices" && found.values[0] !== undefined) return found.values[0];
  const typed = quoted(text);
  const name = optionName(context, option);
  throw new UserError(
    "invalid_parameter",
    {
      es: `No encontré ninguna película llamada ${typed.es} (en ${name.es}). Separa los títulos con comas.`,
      en: `I couldn't find a film called ${typed.en} (in ${name.en}). Separate titles with commas.`,
    },
    { option },
  );
}
