/** Which films changed in which days: `GET /3/movie/changes`, in windows of at most 14 days, page by page. */
import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseLine } from "../../../feeds/json-lines.js";
import { addDays } from "../../days.js";
import { DeniedError, SourceError } from "../../failure.js";
import { GONE, type HttpClient } from "../../http/client.js";

/** Both days are included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const LONGEST_WINDOW = 14;
/** TMDB serves no more pages than this. */
const MOST_PAGES = 500;

/** The days from the one after `watermark` to `last`, in windows that TMDB takes. */
export function windowsAfter(watermark: string, last: string): Window[] {
  const windows: Window[] = [];
  for (let from = addDays(watermark, 1); from <= last; ) {
    const end = addDays(from, LONGEST_WINDOW - 1);
    const to = end < last ? end : last;
    windows.push({ from, to });
    from = addDays(to, 1);
  }
  return windows;
}

const pageSchema = z.object({
  results: z.array(z.object({ id: z.int().positive() })),
  page: z.int().positive(),
  total_pages: z.int().nonnegative(),
});

const keptSchema = z.object({ page: z.int(), pages: z.int(), ids: z.array(z.int()) });

type Page = z.infer<typeof keptSchema>;

export interface Changed {
  readonly ids: ReadonlySet<number>;
  /** Why not all pages are there; undefined where they are. */
  readonly missing: SourceError | undefined;
}

/**
 * Ids of the films that changed in a window. Pages are kept below `folder` as they come, so that after a kill only
 * those that are missing are asked for.
 * @throws SourceError where nothing is to be had
 */
export async function changedIn(
  client: HttpClient,
  { apiUrl, folder }: { readonly apiUrl: string; readonly folder: string },
  window: Window,
  signal: AbortSignal,
): Promise<Changed> {
  const path = join(folder, fileOf(window));
  const pages = readPages(path);
  const total = () => Math.min(MOST_PAGES, pages.get(1)?.pages ?? 1);
  const missing: SourceError[] = [];
  for (let page = 1; page <= total(); page++) {
    if (pages.has(page)) continue;
    try {
      const asked = await pageOf(client, apiUrl, window, page, signal);
      appendFileSync(path, `${JSON.stringify(asked)}\n`);
      pages.set(page, asked);
    } catch (error) {
      // Without the first nobody knows how many there are; of the others, as many as there are.
      if (!(error instanceof SourceError) || error instanceof DeniedError || page === 1) throw error;
      missing.push(error);
      if (missing.length > 3) break;
    }
  }
  return { ids: new Set([...pages.values()].flatMap(({ ids }) => ids)), missing: missing[0] };
}

/** What was kept of windows that are done. */
export function forgetChanges(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith("changes_")) rmSync(join(folder, name), { force: true });
  }
}

function fileOf({ from, to }: Window): string {
  return `changes_${from}_${to}.jsonl`;
}

async function pageOf(
  client: HttpClient,
  apiUrl: string,
  { from, to }: Window,
  page: number,
  signal: AbortSignal,
): Promise<Page> {
  const url = `${apiUrl}/3/movie/changes?start_date=${from}&end_date=${to}&page=${page}`;
  const told = await client.ask(url, { signal }, (body) => pageSchema.parse(JSON.parse(body)));
  if (told === GONE || told.page !== page) {
    throw new SourceError(told === GONE ? "missing" : "malformed", {
      es: `TMDB no da la página ${page} de los cambios del ${from} al ${to}`,
      en: `TMDB does not give page ${page} of the changes from ${from} to ${to}`,
    });
  }
  return { page, pages: told.total_pages, ids: told.results.map(({ id }) => id) };
}

/** Whole lines only: the last may have been cut by a kill. */
function readPages(path: string): Map<number, Page> {
  const pages = new Map<number, Page>();
  let text = "";
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  for (const line of text.split("\n")) {
    const page = keptSchema.safeParse(parseLine(line)).data;
    if (page) pages.set(page.page, page);
  }
  return pages;
}
