/** What each address answers: a command's endpoint, a typed line, a half-typed one, what there is. */
import { setImmediate } from "node:timers/promises";
import { plainText } from "../../../chat/answer/rich-text.js";
import { ask } from "../../../chat/ask.js";
import { askAfter } from "../../../chat/ask-after.js";
import type { Asking } from "../../../chat/asking.js";
import { describe, usage } from "../../../chat/command/describe.js";
import type { Bot } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import type { OutcomeError } from "../../../chat/errors/codes.js";
import { type Locale, say } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import type { Outcome } from "../../../chat/outcome.js";
import { quoted } from "../../../chat/text.js";
import { type Parameter, parametersOf, pathParts } from "../server/reading/request-url.js";
import type { About } from "./bodies.js";
import { type Content, commandContent, jsonContent, lineContent, pictureContent } from "./content.js";
import { type Alternatives, type Endpoint, fitting, type Given, given, publicCommands } from "./endpoints.js";
import { HttpError } from "./errors/http-error.js";
import { type ProblemDetails, STATUS_CODES } from "./errors/problem.js";
import { CURSOR, isPaged, unfolded } from "./paging.js";
import { presentingFor } from "./presenting.js";
import type { Vouched } from "./vouching.js";

/** A request's surroundings, the same from its start to its end. */
export interface ApiRequest {
  readonly bot: Bot;
  readonly locale: Locale;
  readonly now: Date;
  readonly url: string;
  /** "read" where nothing may be changed. */
  readonly effect?: "read";
  /** What whoever shows the token vouches for. */
  readonly vouched?: Vouched;
}

/** What one kind of address answers. Throws an HttpError for a request that is no question. */
export type Responder = (request: ApiRequest) => Content | Promise<Content>;

/** Answers for the endpoints of one path. */
export function commandResponder(endpoints: Alternatives): Responder {
  const depth = pathParts(endpoints[0].path).length;
  const mayRepeat = (name: string) =>
    endpoints.some(({ options, lists }) => lists.has(options.get(name) ?? name));
  return async (request) => {
    const { bot, url } = request;
    const { inPath, parameters, wantsPicture } = pictureAsked(endpoints, {
      inPath: pathParts(url).slice(depth),
      parameters: withoutLanguage(parametersOf(url, mayRepeat)),
    });
    const endpoint = fitting(endpoints, inPath, parameters);
    if (inPath.length > endpoint.inPath.length) throw tooDeep(endpoint, inPath);
    const told = given(endpoint, inPath, unfolded(endpoint.command, parameters));
    const outcome = await best(dispatch(bot, endpoint.command, told.options, askingOf(request)));
    const details = (error: OutcomeError) => detailsOf(error, endpoint, told);
    const words = commandContent(bot, endpoint.command, outcome, presentingFor(bot, request.locale), details);
    return wantsPicture ? pictureContent(outcome, words) : words;
  };
}

/** What the address of a command gives, beside the path of the command itself. */
interface InAddress {
  readonly inPath: readonly string[];
  readonly parameters: readonly Parameter[];
}

/** "/api/grafico/estrenos.svg": the picture alone, in that form. */
function pictureAsked(
  [{ command }]: Alternatives,
  { inPath, parameters }: InAddress,
): InAddress & { readonly wantsPicture: boolean } {
  const last = inPath.at(-1) ?? "";
  const [, name, ending] = /^(.*)\.(png|svg)$/u.exec(last) ?? [];
  if (command.picture === undefined || name === undefined || ending === undefined) {
    return { inPath, parameters, wantsPicture: false };
  }
  return {
    inPath: inPath.with(-1, name),
    parameters: [...parameters, [command.picture, ending]],
    wantsPicture: true,
  };
}

/** An error's option under the name that the client gave it; what else there is, where the request can be mended. */
function detailsOf(
  { code, option, id }: OutcomeError,
  { command, names }: Endpoint,
  { namedBy }: Given,
): ProblemDetails {
  const parameter = option === undefined ? undefined : (namedBy.get(option) ?? names.get(option) ?? option);
  const further = isPaged(command) ? [CURSOR, "lang"] : ["lang"];
  const parameters = STATUS_CODES[code] === 400 ? [...names.values(), ...further] : undefined;
  return { parameter, parameters, id };
}

/** "/api/votos/face/off": a slash within a name has to be escaped. */
function tooDeep({ path, inPath: places }: Endpoint, inPath: readonly string[]): HttpError {
  const nearest = places.length === 1 ? `${path}/${encodeURIComponent(inPath.join("/"))}` : path;
  const words = {
    es: `La dirección tiene partes de más. ¿Quisiste decir ${nearest}?`,
    en: `The address has parts too many. Did you mean ${nearest}?`,
  };
  return new HttpError("not_found", words, { nearest });
}

/** `/api/ask?q=…`, with `after` as if that had been asked just before. */
export async function lineResponder(request: ApiRequest): Promise<Content> {
  const { bot, url } = request;
  const { q: line, after: before } = lineOf(url, ["after"]);
  const asking = askingOf(request);
  const outcome = before ? askAfter(bot, { before, line }, asking, "http") : ask(bot, line, asking);
  return lineContent(bot, await best(outcome), presentingFor(bot, request.locale));
}

/** `/api/about`. */
export function aboutResponder({ bot, locale, url }: ApiRequest): Content {
  only([], url);
  const { dataDate, version, counts } = bot.edition.catalog.manifest;
  const commands = publicCommands(bot.program.commands).map((command) => ({
    name: command.name,
    summary: say(locale, command.summary),
    usage: plainText([usage(command, locale)]),
    required: describe(command).flatMap(({ name, required }) => (required ? [name] : [])),
    examples: command.examples.map((example) => `/${example}`),
  }));
  const about: About = { films: counts.films ?? 0, dataDate, version, commands, notice: TMDB_NOTICE };
  return jsonContent(about);
}

/** Questions over HTTP stand alone, and nobody vouches for whoever asks them but the holder of the token. */
function askingOf({ locale, now, effect, vouched }: ApiRequest): Asking {
  return { locale, now, ...(effect === undefined ? {} : { effect }), ...vouched };
}

/** A better answer is not waited for; one that is there already is taken. */
async function best(asked: Promise<Outcome>): Promise<Outcome> {
  const outcome = await asked;
  if (outcome.later === undefined) return outcome;
  return (await Promise.race([outcome.later(), setImmediate(undefined)])) ?? outcome;
}

/** The question of an address, and what of `further` parameters it has. */
export function lineOf<Further extends string>(
  url: string,
  further: readonly Further[] = [],
): { readonly q: string } & Readonly<Partial<Record<Further, string>>> {
  const parameters: Readonly<Record<string, string>> = Object.fromEntries(only(["q", ...further], url));
  const { q } = parameters;
  if (q !== undefined) return { ...parameters, q } as ReturnType<typeof lineOf<Further>>;
  const words = {
    es: "Falta el parámetro «q»: la pregunta. Por ejemplo: /api/ask?q=/votos+titanic",
    en: "The parameter “q” is missing: the question. For example: /api/ask?q=/votos+titanic",
  };
  throw new HttpError("missing_parameter", words, { parameter: "q", parameters: ["q", "lang"] });
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
  throw new HttpError("unknown_parameter", words, { parameter, parameters: known });
}

function withoutLanguage(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.filter(([name]) => name !== "lang");
}
