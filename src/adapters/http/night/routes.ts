/** `/noche/SECRET`: a night, to look at, for whoever was given its address. */
import type { FastifyInstance } from "fastify";
import type { Answer } from "../../../chat/answer/schema.js";
import { isStoreUnavailable } from "../../../chat/errors/errors.js";
import type { Locale } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { type ApiContext, languageOf } from "../api/routes.js";
import { LONE_POLICY } from "../server/sending/headers.js";
import { Rendition } from "../server/sending/rendition.js";
import { HTML_TYPE } from "../site/page/content.js";
import { nightHtml, noNightHtml } from "./page.js";

/**
 * What the page behind an address shows; undefined where there is no such night, or none any more.
 * Rejects with StoreUnavailable.
 */
export type ReadNightPage = (
  secret: string,
  how: { readonly locale: Locale; readonly now: Date },
) => Promise<Answer | undefined>;

export function nightRoutes(
  app: FastifyInstance,
  { languages, now, publicUrl }: ApiContext,
  read: ReadNightPage,
): void {
  const config = { command: "night-page" };
  app.get<{ Params: { secret: string } }>("/noche/:secret", { config }, async (request, reply) => {
    const locale = languageOf(languages, request);
    const standing = { locale, root: "../", publicUrl };
    const shown = await shownOf(read, request.params.secret, { locale, now: now() });
    const { statusCode, html } =
      typeof shown === "number"
        ? { statusCode: shown, html: noNightHtml(INSTEAD[shown], standing) }
        : { statusCode: 200, html: nightHtml(shown, standing) };
    return new Rendition({
      statusCode,
      body: html,
      type: HTML_TYPE,
      language: locale.tag,
      headers: {
        "cache-control": "private, no-cache",
        "content-security-policy": LONE_POLICY,
        "x-robots-tag": "noindex, nofollow",
        ...(statusCode === 503 ? { "retry-after": "5" } : {}),
      },
    }).send(request, reply);
  });
}

async function shownOf(
  read: ReadNightPage,
  secret: string,
  how: Parameters<ReadNightPage>[1],
): Promise<Answer | 404 | 503> {
  try {
    return (await read(secret, how)) ?? 404;
  } catch (error) {
    if (isStoreUnavailable(error)) return 503;
    throw error;
  }
}

const INSTEAD: Readonly<Record<404 | 503, Words>> = {
  404: {
    es: "Aquí no hay ninguna noche. Puede que la borraran, o que falte un trozo de la dirección.",
    en: "There is no night here. It may have been deleted, or a piece of the address is missing.",
  },
  503: {
    es: "Ahora no puedo leer la noche. Vuelve a cargar la página en un momento.",
    en: "I cannot read the night right now. Load the page again in a moment.",
  },
};
