/** Which films were new in the versions that came into use lately: one small file beside them, replaced whole. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.js";
import { isAdult } from "../catalog/film.js";
import { rowIn } from "../catalog/rows.js";
import { replaceFile } from "../catalog/versions/versions.js";
import { filmIds } from "./run/difference.js";

export const NEWS_FILE = "news.json";

/** Versions that are told of, and films that each names. */
const VERSIONS = 60;
const FILMS = 50;

const newsSchema = z.array(
  z.object({
    version: z.string(),
    at: z.iso.datetime(),
    added: z.int().nonnegative(),
    /** The best known, best known first. */
    films: z.array(z.int()),
  }),
);

export type VersionNews = z.infer<typeof newsSchema>[number];

/** What is new in a version beside the one before it; adult films are not told of. */
export function newFilms(before: Catalog, after: Catalog): Pick<VersionNews, "added" | "films"> {
  const known = new Set(filmIds(before));
  const films: number[] = [];
  let added = 0;
  for (const [row, id] of filmIds(after).entries()) {
    if (known.has(id) || isAdult(after, rowIn("films", row))) continue;
    added++;
    if (films.length < FILMS) films.push(id);
  }
  return { added, films };
}

/** Adds what is new in a version; one without anything new is left out. */
export function noteNews(root: string, news: VersionNews): void {
  if (news.added === 0) return;
  replaceFile(join(root, NEWS_FILE), `${JSON.stringify([...readNews(root), news].slice(-VERSIONS))}\n`);
}

/** Oldest first; none where there is no file, or none that can be read. */
export function readNews(root: string): readonly VersionNews[] {
  try {
    return newsSchema.parse(JSON.parse(readFileSync(join(root, NEWS_FILE), "utf8")));
  } catch {
    return [];
  }
}
