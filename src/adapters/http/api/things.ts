/** Films and people at addresses of their own, by TMDB's ids: `/api/peliculas/603`, `/api/personas/31`. */
import { z } from "zod";
import type { OptionValues } from "../../../chat/answer/schema.js";
import { commandNamed } from "../../../chat/command/names.js";
import { dispatch } from "../../../chat/dispatch.js";
import type { Outcome } from "../../../chat/outcome.js";
import { quoted } from "../../../chat/text.js";
import type { Words } from "../../../words.js";
import { pathParts } from "../server/reading/request-url.js";
import { type AnswerBody, commandContent, jsonContent } from "./content.js";
import { HttpError } from "./errors/http-error.js";
import { present } from "./present.js";
import { presentingFor } from "./presenting.js";
import { type ApiRequest, only, type Responder } from "./questions.js";

/** What has an address of its own. */
export interface Thing {
  /** "peliculas": its address is "/api/peliculas/603". */
  readonly name: string;
  readonly summary: Words;
  /** The commands that tell of it, by the part of the result in which they do. */
  readonly parts: Readonly<Record<string, string>>;
  readonly example: string;
  readonly responder: Responder;
}

const ID = /^-?\d{1,10}$/u;

/** Answers as the command does that tells of the film. */
const filmResponder: Responder = async (request) => {
  const id = idOf(request, "pelicula");
  const told = await outcomeOf("pelicula", { titulo: `tmdb:${id}` }, request);
  if (told === undefined || told.outcome.status !== "ok") {
    throw nothingWith(id, { es: "ninguna película", en: "no film" });
  }
  return commandContent(request.bot, told.command, told.outcome, told.presenting);
};

/** What both commands say of whom they tell, beside their figures. */
const toldSchema = z.looseObject({
  person: z.looseObject({ id: z.int(), name: z.string() }),
  filmCount: z.int(),
});

/** Answers with what is known of a person before and behind the camera; the words are those of where they did more. */
const personResponder: Responder = async (request) => {
  const id = idOf(request, "actor");
  const options = { nombre: `person:${id}` };
  const known = new Map<string, { outcome: Outcome; told: z.infer<typeof toldSchema> }>();
  for (const [part, name] of Object.entries(PERSON.parts)) {
    const asked = await outcomeOf(name, options, request);
    const told = toldSchema.safeParse(asked?.outcome.result);
    if (asked?.outcome.status === "ok" && told.success)
      known.set(part, { outcome: asked.outcome, told: told.data });
  }
  const [first] = [...known.values()].toSorted((a, b) => b.told.filmCount - a.told.filmCount);
  if (first === undefined) throw nothingWith(id, { es: "a nadie", en: "nobody" });
  const parts = Object.keys(PERSON.parts).map((part) => [part, known.get(part)?.told ?? null]);
  const body: AnswerBody = {
    status: "ok",
    result: { person: first.told.person, ...Object.fromEntries(parts) },
    answer: present(first.outcome.answer, presentingFor(request.bot, request.locale)),
  };
  return jsonContent(body);
};

export const FILM: Thing = {
  name: "peliculas",
  summary: { es: "Una película por su id de TMDB", en: "A film by its TMDB id" },
  parts: { film: "pelicula" },
  example: "862",
  responder: filmResponder,
};

export const PERSON: Thing = {
  name: "personas",
  summary: {
    es: "Una persona por su id de TMDB: lo que interpretó y lo que dirigió",
    en: "A person by their TMDB id: what they acted in and what they directed",
  },
  parts: { acting: "actor", directing: "director" },
  example: "31",
  responder: personResponder,
};

export const THINGS: readonly Thing[] = [FILM, PERSON];

async function outcomeOf(name: string, options: OptionValues, request: ApiRequest) {
  const { bot, locale, now } = request;
  const presenting = presentingFor(bot, locale);
  const command = commandNamed(presenting.commands, name);
  if (command === undefined) return undefined;
  const outcome = await dispatch(bot, command, options, { locale, now, effect: "read" });
  return { command, outcome, presenting };
}

/** @param byName the command that finds the same by its name */
function idOf({ url }: ApiRequest, byName: string): number {
  only([], url);
  const [, , id = ""] = pathParts(url);
  if (ID.test(id)) return Number(id);
  const shown = quoted(id);
  const nearest = `/api/${byName}/${encodeURIComponent(id)}`;
  const words = {
    es: `«id» ha de ser un número de TMDB, y recibí ${shown.es}. Por su nombre: ${nearest}`,
    en: `“id” has to be a number of TMDB's; I got ${shown.en}. By its name: ${nearest}`,
  };
  throw new HttpError("invalid_parameter", words, { parameter: "id", parameters: ["id", "lang"], nearest });
}

function nothingWith(id: number, what: Words): HttpError {
  return new HttpError("not_found", {
    es: `No conozco ${what.es} con el id ${id}.`,
    en: `I know ${what.en} with the id ${id}.`,
  });
}
