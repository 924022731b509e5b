/** The web chat's page and its files, at the root. */
import type { FastifyInstance } from "fastify";
import { Folder } from "./server/folder.js";
import { PAGE_POLICY } from "./server/headers.js";

/** @param root folder with index.html and all that it loads */
export function pageRoutes(app: FastifyInstance, root: string): void {
  const folder = new Folder(root, { "content-security-policy": PAGE_POLICY });
  app.get<{ Params: { "*": string } }>("/*", { config: { command: "page" } }, async (request, reply) => {
    const file = await folder.file(request.params["*"] || "index.html");
    return file ? file.send(request, reply) : reply.callNotFound();
  });
}
