/** The web chat's page and its files, at the root. */
import type { FastifyInstance } from "fastify";
import type { ApiContext } from "./api/routes.js";
import { Folder } from "./server/sending/folder.js";
import { PAGE_POLICY } from "./server/sending/headers.js";
import { CHAT_DESCRIPTION, CHAT_TITLE, cardTags } from "./site/page/card.js";

/** Where the page leaves room for what others show of its address. */
const CARD = "<!-- card -->";

/** @param root folder with index.html and all that it loads */
export function pageRoutes(app: FastifyInstance, root: string, { languages, publicUrl }: ApiContext): void {
  // The chat's page is one for all languages: it is put into the reader's in the browser.
  const locale = languages.preferred(undefined);
  const description = CHAT_DESCRIPTION[locale.language];
  const card = { title: CHAT_TITLE, description, type: "website", address: "" } as const;
  const { text } = cardTags(card, { locale, root: "./", publicUrl });
  const folder = new Folder(root, { "content-security-policy": PAGE_POLICY }, { [CARD]: text });
  app.get<{ Params: { "*": string } }>("/*", { config: { command: "page" } }, async (request, reply) => {
    const file = await folder.file(request.params["*"] || "index.html");
    return file ? file.send(request, reply) : reply.callNotFound();
  });
}
