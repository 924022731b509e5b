/** Several films in one option: "matrix, amelie", "matrix + amelie". */
import type { Context } from "../../src/chat/context.js";
import { UserError } from "../../src/chat/errors.js";
import { quoted } from "../../src/chat/text.js";
import type { Row } from "../../src/find/port.js";

/**
 * The films that a text lists, each once. Of namesakes the best known counts.
 * @throws UserError that names the part no film is found for
 */
export function filmList({ find }: Pick<Context, "find">, option: string, text: string): Row[] {
  const parts = text.split(/\s*[,;]\s*|\s+\+\s+/u).filter((part) => part !== "");
  return [...new Set(parts.map((part) => oneFilm(find, option, part)))];
}

/** No title holds one, so that the text lists films. */
const EXACT_ID = /\b(?:tmdb:|tt)\d/u;

/** The films that "a + b" means; undefined where the text is one film's title, as "Romeo + Juliet" is. */
export function filmsTogether(
  { find }: Pick<Context, "find">,
  option: string,
  text: string,
): Row[] | undefined {
  if (!/\s\+\s/u.test(text)) return undefined;
  const whole = find.film(text);
  if (!EXACT_ID.test(text) && whole.kind === "found" && whole.fit === "exact") return undefined;
  const films = [...new Set(text.split(/\s+\+\s+/u).map((part) => oneFilm(find, option, part)))];
  return films.length > 1 ? films : undefined;
}

function oneFilm(find: Context["find"], option: string, text: string): Row {
  const found = find.film(text);
  if (found.kind === "found") return found.value;
  if (found.kind === "choices") return found.values[0];
  const typed = quoted(text);
  throw new UserError(
    {
      es: `No encontré ninguna película llamada ${typed.es} (en «${option}»). Separa los títulos con comas.`,
      en: `I found no film called ${typed.en} (in “${option}”). Separate titles with commas.`,
    },
    { option },
  );
}
