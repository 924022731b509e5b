/** What each address answers: a command's endpoint, a typed line, a half-typed one, what there is. */

import { complete } from "../../../chat/line/complete.js";
import type { Services } from "../../../chat/context.js";
import { usage } from "../../../chat/command/describe.js";
import { ask, dispatch } from "../../../chat/dispatch.js";
import type { Log } from "../../../chat/errors.js";
import { type Locale, say } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import { quoted } from "../../../chat/text.js";
import { type Content, outcomeContent } from "./content.js";
import { type Endpoint, fitting, given } from "./endpoints.js";
import { Ear, faultOf } from "./fault.js";
import { HttpError } from "./http-error.js";
import { present } from "./present.js";
import { type Parameter, parametersOf, pathParts } from "../server/request-url.js";

/** A request's surroundings, the same from its start to its end. */
export interface Asked {
  readonly services: Services;
  readonly locale: Locale;
  readonly now: Date;
  readonly log: Log;
  readonly url: string;
}

/** What one kind of address answers. Throws an HttpError for a request that is no question. */
export type Answers = (asked: Asked) => Content | Promise<Content>;

/** Answers for the endpoints of one path. */
export function commandAnswers(endpoints: readonly Endpoint[]): Answers {
  const depth = pathParts(endpoints[0].path).length;
  return async ({ services, locale, now, log, url }) => {
    const inPath = pathParts(url).slice(depth);
    const parameters = withoutLanguage(parametersOf(url));
    const endpoint = fitting(endpoints, inPath, parameters);
    if (inPath.length > endpoint.inPath.length) throw tooDeep(endpoint, inPath);
    const asked = given(endpoint, inPath, parameters);
    const ear = new Ear(log);
    const outcome = await dispatch(services, endpoint.command, asked.options, { locale, now, log: ear });
    return outcomeContent(outcome, locale, () => faultOf(ear, services, endpoint, asked));
  };
}

/** "/api/votos/face/off": a slash within a name has to be escaped. */
function tooDeep({ path, inPath: places }: Endpoint, inPath: readonly string[]): HttpError {
  const nearest = places.length === 1 ? `${path}/${encodeURIComponent(inPath.join("/"))}` : path;
  const words = {
    es: `La dirección tiene partes de más. ¿Quisiste decir ${nearest}?`,
    en: `The address has parts too many. Did you mean ${nearest}?`,
  };
  return new HttpError(404, "not_found", words, { nearest });
}

/** `/api/ask?q=…`: whatever comes of a well-formed request is an answer, and its status says which. */
export async function lineAnswers({ services, locale, now, log, url }: Asked): Promise<Content> {
  const { command, status, result, answer } = await ask(services, lineOf(url), { locale, now, log });
  const body = { command, status, result, answer: present(answer, locale) };
  return { statusCode: 200, lasting: status !== "error", body };
}

/** `/api/complete?q=…`. */
export function completionAnswers({ services, locale, url }: Asked): Content {
  return { statusCode: 200, lasting: true, body: { completions: complete(services, lineOf(url), locale) } };
}

/** `/api/about`. */
export function aboutAnswers({ services, locale, url }: Asked): Content {
  only([], url);
  const { manifest } = services.catalog;
  const commands = services.commands.map((command) => ({
    name: command.name,
    summary: say(locale, command.summary),
    usage: usage(command, locale),
    examples: command.examples.map((example) => `/${example}`),
  }));
  const { dataDate, version, counts } = manifest;
  return {
    statusCode: 200,
    lasting: true,
    body: { films: counts.films ?? 0, dataDate, version, commands, notice: TMDB_NOTICE },
  };
}

function lineOf(url: string): string {
  const line = only(["q"], url).find(([name]) => name === "q");
  if (line) return line[1];
  const words = {
    es: "Falta el parámetro «q»: la pregunta. Por ejemplo: /api/ask?q=/votos+titanic",
    en: "The parameter “q” is missing: the question. For example: /api/ask?q=/votos+titanic",
  };
  throw new HttpError(400, "missing_parameter", words, { parameter: "q", parameters: ["q", "lang"] });
}

/** The parameters of an address that takes none but `names` and `lang`. */
export function only(names: readonly string[], url: string): readonly Parameter[] {
  const parameters = withoutLanguage(parametersOf(url));
  const unknown = parameters.find(([name]) => !names.includes(name));
  if (!unknown) return parameters;
  const [parameter] = unknown;
  const shown = quoted(parameter);
  const known = [...names, "lang"];
  const words = {
    es: `No hay ningún parámetro ${shown.es}. Hay: ${known.join(", ")}.`,
    en: `There is no parameter ${shown.en}. There is: ${known.join(", ")}.`,
  };
  throw new HttpError(400, "unknown_parameter", words, { parameter, parameters: known });
}

function withoutLanguage(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.filter(([name]) => name !== "lang");
}
