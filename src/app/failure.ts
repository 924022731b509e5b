/** How a program ends that cannot go on. */
import { errorId, type Log } from "../chat/errors/errors.js";
import { type Locale, say } from "../chat/locale.js";
import { harmlessLine } from "../chat/text.js";
import { OperatorError } from "../words.js";

/**
 * The one line that tells an error: what the operator can mend in their language, anything else as a bug,
 * logged under the id that is told.
 */
export function failureLine(error: unknown, locale: Locale, log: Log): string {
  if (error instanceof OperatorError) return harmlessLine(say(locale, error.words));
  const id = errorId();
  log.error({ err: error, id }, "bug");
  return say(locale, {
    es: `Algo falló de nuestro lado (código ${id}); los detalles están en el registro`,
    en: `Something went wrong on our side (code ${id}); the log has the details`,
  });
}
