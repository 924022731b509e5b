/** Folders as sources: those that the operator names, and the one of our own catalogue. */
import { isAbsolute, resolve } from "node:path";
import { defineSource } from "../kind.js";
import type { Source } from "../source.js";

export const folder = defineSource({
  kind: "folder",
  usage: { es: "folder:CARPETA", en: "folder:FOLDER" },
  variables: {},
  expected: {},
  readPlace(place) {
    if (place === "") return undefined;
    return isAbsolute(place) ? place : resolve(place);
  },
  create: ({ name, place }) => folderSource(name, place),
});

export const starter = defineSource({
  kind: "starter",
  usage: { es: "starter", en: "starter" },
  variables: {},
  expected: {},
  create: ({ name }, _values, host) => folderSource(name, host.starter),
});

async function folderSource(name: string, path: string): Promise<Source> {
  const { FolderSource } = await import("./source.js");
  return new FolderSource(name, path);
}
