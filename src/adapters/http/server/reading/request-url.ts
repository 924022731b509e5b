/** What a request's address says: the parts of its path and its parameters, strictly decoded. */
import { quoted } from "../../../../chat/text.js";
import { HttpError } from "../../api/errors/http-error.js";

export type Parameter = readonly [name: string, value: string];

/** Some clients, proxies above all, send the whole address. */
const ORIGIN = /^https?:\/\/[^/?#]*/iu;

/**
 * The decoded parts of the path.
 * @throws HttpError for what is no UTF-8
 */
export function pathParts(url: string): readonly string[] {
  const [path = ""] = cutQuery(url);
  return path.replace(/^\//u, "").replace(/\/$/u, "").split("/").map(decoded);
}

/** From an address to where the server's addresses begin, as a relative address: "./", "../../". */
export function rootOf(url: string): string {
  const [path = ""] = cutQuery(url);
  return "../".repeat(path.split("/").length - 2) || "./";
}

/**
 * The parameters in their order.
 * @param mayRepeat whether a parameter of that name may come several times; none may unless said
 * @throws HttpError for what is no UTF-8, and for a name that comes too often
 */
export function parametersOf(
  url: string,
  mayRepeat: (name: string) => boolean = () => false,
): readonly Parameter[] {
  const [, query = ""] = cutQuery(url);
  const parameters = query
    .split("&")
    .filter((part) => part !== "")
    .map((part): Parameter => {
      const at = part.indexOf("=");
      const name = at === -1 ? part : part.slice(0, at);
      return [formDecoded(name), at === -1 ? "" : formDecoded(part.slice(at + 1))];
    });
  const seen = new Set<string>();
  for (const [name] of parameters) {
    if (seen.has(name) && !mayRepeat(name)) throw repeated(name);
    seen.add(name);
  }
  return parameters;
}

/** A parameter that is given twice, or once in the path and once by name. */
export function repeated(name: string): HttpError {
  const shown = quoted(name);
  const words = {
    es: `El parámetro ${shown.es} está repetido: dalo una sola vez.`,
    en: `The parameter ${shown.en} is repeated: give it only once.`,
  };
  return new HttpError("repeated_parameter", words, { parameter: name });
}

function cutQuery(url: string): string[] {
  const path = url.startsWith("/") ? url : url.replace(ORIGIN, "");
  const at = path.search(/[?#]/u);
  return at === -1 ? [path] : [path.slice(0, at), path.slice(at + 1)];
}

/** In parameters, as in forms, a plus is a space. */
function formDecoded(text: string): string {
  return decoded(text.replaceAll("+", " "));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badEncoding();
  }
}

/** Half an escape, or bytes that are no UTF-8. */
export function badEncoding(): HttpError {
  return new HttpError("invalid_url", {
    es: "La dirección está mal codificada: ha de ser UTF-8 con escapes de porcentaje.",
    en: "The address is not encoded properly: it has to be UTF-8 with percent escapes.",
  });
}
