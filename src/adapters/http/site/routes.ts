/** Pages that can be read without a script, shared, and found: films, people, series of films, lists; and drawn posters. */
import type { FastifyInstance } from "fastify";
import type { Content } from "../api/content.js";
import { HttpError } from "../api/errors/http-error.js";
import type { Responder } from "../api/questions.js";
import { type ApiContext, cached } from "../api/routes.js";
import { parametersOf, pathParts } from "../server/reading/request-url.js";
import { DISCOVER, idIn, type Kind, PLACES } from "./addresses.js";
import { discoverPage } from "./discover.js";
import { missingPage } from "./missing.js";
import { pageContent } from "./page/content.js";
import { DRAWN_POSTERS, drawnPoster } from "./parts/poster.js";
import { isMissing, NOTHING } from "./reading.js";
import { PAGES } from "./things.js";

/** Every page's address. */
export function siteRoutes(app: FastifyInstance, context: ApiContext): void {
  const config = { command: "page" };
  for (const kind of Object.keys(PLACES) as Kind[]) {
    app.get(`/${PLACES[kind]}/:which`, { config }, cached(context, thingResponder(kind, context)));
  }
  app.get(`/${DISCOVER}`, { config }, cached(context, discoverResponder(context)));
  app.get(`/${DRAWN_POSTERS}/:file`, { config }, cached(context, drawnResponder));
}

function thingResponder(kind: Kind, { publicUrl }: ApiContext): Responder {
  return async ({ bot, locale, now, url }) => {
    const reading = { bot, locale, now, root: "../", publicUrl };
    const [, which = ""] = pathParts(url);
    const id = idIn(which);
    const made = id === undefined ? NOTHING : await PAGES[kind](id, reading);
    return isMissing(made)
      ? pageContent(missingPage(made.missing, url, reading), reading, 404)
      : pageContent(made, reading);
  };
}

function discoverResponder({ publicUrl }: ApiContext): Responder {
  return async ({ bot, locale, now, url }) => {
    const parameters = parametersOf(url, () => true).filter(([name]) => name !== "lang");
    const reading = { bot, locale, now, root: "./", publicUrl };
    return pageContent(await discoverPage(parameters, reading), reading);
  };
}

/** "cartel/603.svg", the drawn poster for the chat's page; "cartel/603.png" for who shows cards and draws no SVG. */
const drawnResponder: Responder = async ({ bot, locale, url }): Promise<Content> => {
  const [, file = ""] = pathParts(url);
  const [, id, type] = /^(-?\d{1,10})\.(png|svg)$/u.exec(file) ?? [];
  const asks = { command: "pelicula", options: { titulo: `tmdb:${id}` } };
  const film = id === undefined ? undefined : bot.program.filmPoster?.(asks, bot.edition, locale);
  if (film === undefined) throw noPoster();
  if (type === "svg")
    return { statusCode: 200, type: "image/svg+xml", cacheable: true, body: drawnPoster(film) };
  const { charts } = bot.ports;
  if (charts === undefined) throw noPoster();
  const bytes = await charts.raster(drawnPoster(film)).catch((error: unknown) => {
    throw error instanceof Error && error.name === "ChartsBusy" ? tooMany() : error;
  });
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { statusCode: 200, type: "image/png", cacheable: true, body };
};

function tooMany(): HttpError {
  const words = {
    es: "Ahora mismo hay demasiado por dibujar. Prueba en un momento.",
    en: "There is too much to draw right now. Try again in a moment.",
  };
  return new HttpError("unavailable", words, { headers: { "retry-after": "5" } });
}

function noPoster(): HttpError {
  return new HttpError("not_found", {
    es: "Aquí no hay ningún cartel.",
    en: "There is no poster here.",
  });
}
