/** Which films were new in the versions that came into use lately: one small file beside them, replaced whole. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.js";
import { isAdult } from "../catalog/film.js";
import { rowIn } from "../catalog/rows.js";
import { currentVersion, replaceFile } from "../catalog/versions/versions.js";
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
    /** Not known yet to have come into use. */
    pending: z.boolean().optional(),
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

/**
 * Adds what is new in a version, before it is put in use: whoever is killed in between leaves it to be seen by the version in
 * use whether it was. Noted again, it is noted once.
 */
export function noteNews(root: string, { version, at, added, films }: VersionNews): void {
  settleNews(root);
  if (added > 0) writeNews(root, [...readNews(root), { version, at, added, films, pending: true }]);
}

/** What was noted of the version in use holds from now on, whatever is in use later; what of others is forgotten. */
export function settleNews(root: string): void {
  if (!storedNews(root).some(isPending)) return;
  writeNews(
    root,
    readNews(root).map(({ pending: _, ...news }) => news),
  );
}

/** Of versions that came into use, oldest first; none where there is no file, or none that can be read. */
export function readNews(root: string): readonly VersionNews[] {
  const all = storedNews(root);
  if (!all.some(isPending)) return all;
  const current = currentVersion(root);
  return all.filter((news) => !isPending(news) || news.version === current);
}

function isPending({ pending }: VersionNews): boolean {
  return pending === true;
}

function storedNews(root: string): readonly VersionNews[] {
  try {
    return newsSchema.parse(JSON.parse(readFileSync(join(root, NEWS_FILE), "utf8")));
  } catch {
    return [];
  }
}

function writeNews(root: string, news: readonly VersionNews[]): void {
  replaceFile(join(root, NEWS_FILE), `${JSON.stringify(news.slice(-VERSIONS))}\n`);
}
