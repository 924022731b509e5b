/**
 * Every code that tells a program what went wrong, on whatever surface, with what it means. The list in docs/errors.md
 * is held against this one by a test.
 */
import type { Words } from "../../words.js";

export const ERROR_CODES = {
  unknown_command: {
    es: "No hay ningún comando con ese nombre",
    en: "There is no command of that name",
  },
  not_understood: {
    es: "De lo que se escribió no se entiende qué se pregunta",
    en: "What was typed does not tell what is asked",
  },
  unknown_parameter: {
    es: "El comando no tiene esa opción, o no sabe qué hacer con una palabra",
    en: "The command has no such option, or no use for a word",
  },
  missing_parameter: { es: "Falta una opción", en: "An option is missing" },
  invalid_parameter: {
    es: "El valor de una opción no vale",
    en: "The value of an option is no good",
  },
  repeated_parameter: { es: "Una opción viene dos veces", en: "An option is given twice" },
  unknown_action: {
    es: "El botón es de otra versión, o de nadie",
    en: "The button is another version's, or nobody's",
  },
  expired: {
    es: "De lo que llevaba el botón ya no se guarda nada",
    en: "What the button stood for is kept no more",
  },
  not_allowed: { es: "Quien pregunta no puede pedir eso", en: "Whoever asks may not ask for that" },
  unauthorized: {
    es: "Cambiar algo por HTTP pide el token de quien lleva el bot",
    en: "Changing something over HTTP takes the token of whoever runs the bot",
  },
  read_only: {
    es: "Eso cambia algo, y por aquí solo se pregunta (HTTP: hace falta POST)",
    en: "That changes something, and here one can only ask (HTTP: it takes a POST)",
  },
  unavailable: {
    es: "Algo de lo que depende la respuesta no está disponible ahora",
    en: "Something that the answer depends on is not available now",
  },
  internal: {
    es: "Un fallo nuestro; «id» lo encuentra en el registro",
    en: "A fault of ours; “id” finds it in the log",
  },
  invalid_request: { es: "La petición no se entiende", en: "The request makes no sense" },
  invalid_url: { es: "La dirección está mal codificada", en: "The address is not encoded properly" },
  not_found: { es: "En esa dirección no hay nada", en: "There is nothing at that address" },
  method_not_allowed: {
    es: "Esa dirección se pide con otro método",
    en: "That address is asked with another method",
  },
  too_long: { es: "La dirección es demasiado larga", en: "The address is too long" },
  too_large: {
    es: "La petición tiene un cuerpo, o cabeceras, de más",
    en: "The request has a body, or headers, too large",
  },
  too_slow: { es: "La petición tardó demasiado en llegar", en: "The request took too long to arrive" },
  too_many_requests: { es: "Demasiadas preguntas seguidas", en: "Too many questions in a row" },
} as const satisfies Readonly<Record<string, Words>>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What went wrong with a question, for programs. */
export interface OutcomeError {
  readonly code: ErrorCode;
  /** The option at fault, where one is. */
  readonly option?: string;
  /** Finds it in the log, where it is our fault. */
  readonly id?: string;
}
