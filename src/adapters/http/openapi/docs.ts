/** The documentation: the OpenAPI document, and pages that show it and what went wrong, with nothing from anywhere else. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Edition } from "../../../chat/contract.js";
import { parseLocale } from "../../../chat/locale.js";
import type { Language } from "../../../words.js";
import { jsonContent } from "../api/content.js";
import { ERRORS_PATH } from "../api/errors/problem.js";
import { only } from "../api/questions.js";
import { type ApiContext, cached, languageOf } from "../api/routes.js";
import { Folder } from "../server/sending/folder.js";
import { DOCS_POLICY } from "../server/sending/headers.js";
import { etagOf, Rendition } from "../server/sending/rendition.js";
import { openApiDocument } from "./document.js";
import { errorsPage } from "./errors-page.js";

/** @param folder from the page to where its files are: a proxy may mount all of it below a path of its own */
const page = (folder: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claqueta · API</title>
<link rel="icon" href="${folder}favicon-32x32.png">
<link rel="stylesheet" href="${folder}swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="${folder}swagger-ui-bundle.js"></script>
<script src="${folder}start.js"></script>
</body>
</html>
`;

// Without "none" the page would ask a server on the internet whether the document is valid.
const START = `SwaggerUIBundle({
  url: new URL("../openapi.json", document.currentScript.src).href,
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: "none",
});
`;

const HTML = "text/html; charset=utf-8";

/**
 * `/openapi.json`, in the reader's language.
 * @param program version of the interface
 */
export function openApiRoute(app: FastifyInstance, context: ApiContext, program: string): void {
  // A document is much work and is the same for all regions of a language.
  const written = new WeakMap<Edition, Map<Language, Promise<object>>>();
  app.get(
    "/openapi.json",
    { config: { command: "docs" } },
    cached(context, async (request) => {
      only([], request.url);
      const { edition } = request.bot;
      const { language } = request.locale;
      const known = written.get(edition) ?? new Map<Language, Promise<object>>();
      written.set(edition, known);
      const document =
        known.get(language) ?? openApiDocument({ ...request, locale: parseLocale(language) }, program);
      known.set(language, document);
      document.catch(() => known.delete(language));
      return jsonContent(await document);
    }),
  );
}

/** `/docs`: Swagger UI from its package, started by our own few lines; below it, what error codes mean. */
export function docsRoutes(app: FastifyInstance, { languages }: ApiContext): void {
  const config = { command: "docs" };
  const headers = { "content-security-policy": DOCS_POLICY };
  const own = (text: string, type: string, language?: Language) =>
    new Rendition({ body: text, type, language, etag: etagOf(text), headers });
  const [atFolder, inFolder] = [own(page("docs/"), HTML), own(page(""), HTML)];
  const start = own(START, "text/javascript; charset=utf-8");
  const errors = { es: own(errorsPage("es"), HTML, "es"), en: own(errorsPage("en"), HTML, "en") };
  const folder = new Folder(swaggerFolder(), headers);
  app.get("/docs", { config }, (request, reply) => {
    const isInFolder = /\/docs\/(?:$|[?#])/u.test(request.raw.url ?? "");
    return (isInFolder ? inFolder : atFolder).send(request, reply);
  });
  app.get(ERRORS_PATH, { config }, (request, reply) =>
    errors[languageOf(languages, request).language].send(request, reply),
  );
  app.get("/docs/start.js", { config }, (request, reply) => start.send(request, reply));
  app.get<{ Params: { file: string } }>("/docs/:file", { config }, async (request, reply) => {
    const file = await folder.file(request.params.file);
    return file ? file.send(request, reply) : reply.callNotFound();
  });
}

/** The package's files for browsers; its server side is not used. */
function swaggerFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("@fastify/swagger-ui/package.json")), "static");
}
