/** Pages that can be read without a script, shared, and found: films, people, series of films, lists. */
import type { FastifyInstance } from "fastify";
import { say } from "../../../chat/locale.js";
import type { Content } from "../api/content.js";
import type { Responder } from "../api/questions.js";
import { type ApiContext, cached } from "../api/routes.js";
import { html } from "../html.js";
import { SITE_POLICY } from "../server/headers.js";
import { parametersOf, pathParts } from "../server/request-url.js";
import { DISCOVER, idIn, type Kind, PLACES } from "./addresses.js";
import { leadsOf, paragraphsOf } from "./answer.js";
import { discoverPage } from "./discover.js";
import { documentOf, type Page } from "./layout.js";
import { type Made, PAGES } from "./things.js";
import { SAID } from "./words.js";

const HTML_TYPE = "text/html; charset=utf-8";

/** Every page's address. */
export function siteRoutes(app: FastifyInstance, context: ApiContext): void {
  const config = { command: "page" };
  for (const kind of Object.keys(PLACES) as Kind[]) {
    app.get(`/${PLACES[kind]}/:which`, { config }, cached(context, thingResponder(kind)));
  }
  app.get(`/${DISCOVER}`, { config }, cached(context, discoverResponder));
}

function thingResponder(kind: Kind): Responder {
  return async ({ bot, locale, now, url }) => {
    const root = "../";
    const [, which = ""] = pathParts(url);
    const id = idIn(which);
    const made: Made =
      id === undefined ? { missing: { kind: "empty" } } : await PAGES[kind](id, { bot, locale, now, root });
    if (!("missing" in made)) return contentOf(documentOf(made, locale, root));
    const { text, choices } = made.missing;
    const told = text ?? say(locale, NOT_HERE);
    const page: Page = {
      title: say(locale, NOBODY),
      description: say(locale, NOT_HERE),
      type: "website",
      address: "",
      body: html`<h1>${say(locale, NOBODY)}</h1>${paragraphsOf(told, root)}${leadsOf(choices, root)}<p><a class="chip" href="${root}">${say(locale, SAID.home)}</a></p>`,
      notice: false,
    };
    return { ...contentOf(documentOf(page, locale, root)), statusCode: 404, cacheable: false };
  };
}

const discoverResponder: Responder = async ({ bot, locale, now, url }) => {
  const parameters = parametersOf(url, () => true).filter(([name]) => name !== "lang");
  const root = "./";
  return contentOf(documentOf(await discoverPage(parameters, { bot, locale, now, root }), locale, root));
};

function contentOf(body: string): Content {
  return {
    statusCode: 200,
    type: HTML_TYPE,
    cacheable: true,
    body,
    headers: { "content-security-policy": SITE_POLICY },
  };
}

const NOBODY = { es: "Aquí no hay nada", en: "There is nothing here" };
const NOT_HERE = {
  es: "Esa dirección no es de ninguna película, persona o saga que conozca.",
  en: "That address is of no film, person or franchise that I know.",
};
